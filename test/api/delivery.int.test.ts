import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Answer, Json, Service } from './service.js';

let service: Service;
let href: string;

beforeAll(async () => {
  service = await startService();
});
beforeEach(async () => {
  href = await the.apply(service);
});
afterAll(() => service.stop());

const decide = (key = randomUUID(), body: object = the.DECISION): Promise<Answer> =>
  service.post(`${href}/actions`, { as: the.OFFICER, key, body });
const rowsOf = (type: string): Promise<Json[]> => the.rowsOf(service, href, type);
const answered = (command: string, as?: string): Promise<Answer> => the.answered(service, command, as);

describe('POST /v1/applications', () => {
  test('an application begins a project: 201 with its id, its state and where it is read', async () => {
    const answer = await service.post('/v1/applications', { as: the.APPLICANT, body: the.APPLICATION });
    expect(answer).toMatchObject({ status: 201, body: { state: 'submitted', seq: 1, outcome: 'applied' } });
    expect(answer.body.id).toMatch(new RegExp(`^project/2026-pocket/${the.TRACK.slug}/\\d{4}$`));
    expect(answer.headers.get('location')).toBe(answer.body.href);
    const read = await service.get(answer.body.href, { as: the.APPLICANT });
    expect(read.body).toMatchObject({ company: 'company-0001', state: 'submitted' });
  });

  test('the same application under the same key is one project', async () => {
    const key = randomUUID();
    const first = await service.post('/v1/applications', { as: the.APPLICANT, key, body: the.APPLICATION });
    const again = await service.post('/v1/applications', { as: the.APPLICANT, key, body: the.APPLICATION });
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id, command: first.body.command } });
  });

  test('an application received in time begins its project though the engine was away', async () => {
    await service.cable.pull();
    const answer = await service.post('/v1/applications', { as: the.APPLICANT, body: the.APPLICATION });
    await service.cable.putBack();
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe(answer.body.command.href);
    const { body } = await answered(answer.body.command.id, the.APPLICANT);
    expect(body).toMatchObject({
      state: 'applied',
      kind: 'start',
      receivedAt: answer.body.command.receivedAt,
    });
  });
});

describe('POST …/actions', () => {
  test('a decision is answered when its row is committed, with what the case offers next', async () => {
    const { status, body } = await decide();
    expect({ status, outcome: body.outcome, seq: body.seq }).toEqual({
      status: 200,
      outcome: 'applied',
      seq: 2,
    });
    expect(body.actions.length).toBeGreaterThan(0);
    expect(await rowsOf(the.DECISION.type)).toMatchObject([{ command: body.command }]);
    const command = await service.get(`/v1/commands/${body.command}`, { as: the.OFFICER });
    expect(command.body).toMatchObject({ state: 'applied', decided: { seq: 2 } });
  });

  test('the same decision under the same key is answered as before and applied once', async () => {
    const key = randomUUID();
    const first = await decide(key);
    const again = await decide(key);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again).toMatchObject({
      status: 200,
      body: { command: first.body.command, state: first.body.state, seq: first.body.seq },
    });
    expect(await rowsOf(the.DECISION.type)).toHaveLength(1);
  });

  test('a refusal under the same key is the same refusal, in the language now asked for', async () => {
    const send = (language: string): Promise<Answer> =>
      service.post(`${href}/actions`, {
        ...{ as: the.APPLICANT, key: 'refused-twice', body: the.DECISION },
        headers: { 'accept-language': language },
      });
    const ko = await send('ko-KR,en;q=0.5');
    const en = await send('en');
    expect(en.body).toMatchObject({ code: ko.body.code, command: ko.body.command });
    expect([ko.body.title, en.body.title]).toEqual([ko.body.titles.ko, ko.body.titles.en]);
  });

  test('two of the same decision at once under one key are one', async () => {
    const key = randomUUID();
    const answers = await Promise.all([decide(key), decide(key), decide(key)]);
    expect(answers.map(({ status }) => status).every((status) => status === 200 || status === 202)).toBe(
      true,
    );
    expect(await rowsOf(the.DECISION.type)).toHaveLength(1);
  });

  test('an announcement of an outside system is answered with what became of it', async () => {
    const answer = await service.post(`${href}/actions`, { as: the.REGULATOR, body: the.ANNOUNCEMENT });
    expect(answer).toMatchObject({ status: 200, body: { outcome: the.ANNOUNCED_AS } });
    expect(await rowsOf(the.ANNOUNCEMENT.type)).toMatchObject([{ outcome: the.ANNOUNCED_AS }]);
  });

  test('a closed case refuses as closed, though no workflow runs any more', async () => {
    await service.post(`${href}/actions`, { as: the.APPLICANT, body: the.WITHDRAWAL });
    const answer = await decide();
    expect(answer).toMatchObject({ status: 409, body: { code: 'caseIsClosed' } });
    const recorded = await answered(answer.body.command);
    expect(recorded.body.state).toBe('refused');
  });
});

describe('Temporal away', () => {
  test('decisions are kept with 202 and delivered exactly once, within a second of its return', async () => {
    await service.cable.pull();
    const key = randomUUID();
    const first = await decide(key);
    const again = await decide(key);
    const other = await decide(randomUUID(), the.NEXT_DECISION);
    expect([first.status, again.status, other.status]).toEqual([202, 202, 202]);
    expect(again.body.command.id).toBe(first.body.command.id);
    const ready = await service.get('/readyz');
    expect(ready).toMatchObject({ status: 503, body: { missing: ['temporal', 'worker'] } });
    await service.cable.putBack();
    const back = performance.now();
    const done = await Promise.all([answered(first.body.command.id), answered(other.body.command.id)]);
    expect(performance.now() - back).toBeLessThan(1_500);
    expect(done.map(({ body }) => body.state)).toEqual(['applied', 'applied']);
    const decisions = [the.DECISION, the.NEXT_DECISION].map(({ type }) => rowsOf(type));
    const commands = (await Promise.all(decisions)).flat().map(({ command }) => command);
    expect(commands).toEqual([first.body.command.id, other.body.command.id]);
    expect(await decide(key)).toMatchObject({ status: 200, body: { command: first.body.command.id } });
  });

  test('what is refused once it is delivered is recorded as refused', async () => {
    await service.cable.pull();
    const send = service.post(`${href}/actions`, { as: the.APPLICANT, body: the.DECISION });
    const { body } = await send;
    await service.cable.putBack();
    const recorded = await answered(body.command.id, the.APPLICANT);
    expect(recorded.body).toMatchObject({ state: 'refused', refusal: { code: the.DECISION_GUARD } });
  });

  test('what was decided on one reading is not applied to another, though it was received in time for it', async () => {
    await service.cable.pull();
    const first = await decide(randomUUID(), { ...the.DECISION, expectedSeq: 1 });
    const second = await decide(randomUUID(), { ...the.NEXT_DECISION, expectedSeq: 1 });
    await service.cable.putBack();
    expect((await answered(first.body.command.id)).body).toMatchObject({
      state: 'applied',
      decided: { seq: 2 },
    });
    expect((await answered(second.body.command.id)).body).toMatchObject({
      ...{ state: 'refused', refusal: { code: 'caseHasMoved' } },
    });
    expect(await rowsOf(the.NEXT_DECISION.type)).toEqual([]);
  });

  test('reading goes on', async () => {
    await service.cable.pull();
    const answers = await Promise.all(
      ['', '/actions', '/timeline'].map((rest) => service.get(`${href}${rest}`, { as: the.APPLICANT })),
    );
    await service.cable.putBack();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe('PostgreSQL away', () => {
  test('nothing is promised that is not stored: 503, and all is well once it is back', async () => {
    await service.booksCable.pull();
    const answer = await decide();
    const ready = await service.get('/readyz');
    await service.booksCable.putBack();
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(ready).toMatchObject({ status: 503, body: { missing: ['postgres'] } });
    expect((await decide()).status).toBe(200);
    expect(await rowsOf(the.DECISION.type)).toHaveLength(1);
  });
});
