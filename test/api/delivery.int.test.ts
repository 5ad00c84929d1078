import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/charts/kernel/types.js';
import { receive, releaseLease } from '../../src/ledger/inbox.js';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Answer, Service } from './service.js';

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

async function rowsOf(type: string): Promise<{ command: string; outcome: string }[]> {
  const { body } = await service.get(`${href}/timeline`, { as: the.OFFICER });
  return body.items.filter((row: { type: string }) => row.type === type);
}

async function answered(command: string, as = the.OFFICER): Promise<Answer> {
  for (;;) {
    const answer = await service.get(`/v1/commands/${command}`, { as });
    if (answer.body.state !== 'received') return answer;
    await sleep(20);
  }
}

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

  test('reading goes on', async () => {
    await service.cable.pull();
    const answers = await Promise.all(
      ['', '/actions', '/timeline'].map((rest) => service.get(`${href}${rest}`, { as: the.APPLICANT })),
    );
    await service.cable.putBack();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe('an API that was killed', () => {
  /** What a request has stored when it is cut off before anything is delivered. */
  const storedOnly = async (as: string, role: Actor['role'], org: string): Promise<string> => {
    const by = { person: as, role, org };
    const subjectId = href.replace('/v1/projects', 'project');
    const wish = {
      kind: 'decide',
      subjectId,
      ...the.DECISION,
      by,
      key: randomUUID(),
      bodySha256: '',
    } as const;
    const received = await receive(service.ledger, wish);
    if (received.outcome !== 'stored') throw new Error(received.outcome);
    const { id } = received.stored.command;
    await releaseLease(service.ledger, id, 0);
    return id;
  };
  /** Forgets that its workflow has a command, as if nobody had come to book it, and waits until it is booked again. */
  const broughtAgain = async (command: string): Promise<void> => {
    const { pool } = service.ledger;
    await sleep(100);
    await pool.query(
      'update command_inbox set delivered_at = null, lease_until = null, attempts = 0 where id = $1',
      [command],
    );
    const one = 'select attempts from command_inbox where id = $1 and delivered_at is not null';
    await expect.poll(async () => (await pool.query(one, [command])).rows[0]?.attempts).toBe(1);
  };

  test('a decision that was stored and no more is delivered by the dispatcher', async () => {
    const id = await storedOnly(the.OFFICER, 'officer', 'agency');
    expect((await answered(id)).body).toMatchObject({ state: 'applied', decided: { seq: 2 } });
    expect(await rowsOf(the.DECISION.type)).toMatchObject([{ command: id }]);
  });

  test('one that its case refuses is recorded as refused by the dispatcher', async () => {
    const id = await storedOnly(the.APPLICANT, 'applicant', 'company-0001');
    const { body } = await answered(id, the.APPLICANT);
    expect(body).toMatchObject({ state: 'refused', refusal: { code: the.DECISION_GUARD } });
  });

  test('a decision that is brought again is not applied again, and its answer stands', async () => {
    const { body } = await decide();
    await broughtAgain(body.command);
    expect((await answered(body.command)).body).toMatchObject({
      ...{ state: 'applied', decided: { seq: body.seq, state: body.state } },
    });
    expect(await rowsOf(the.DECISION.type)).toHaveLength(1);
  });

  test('a decision that closed its case and is brought again stays applied, not refused as late', async () => {
    const { body } = await service.post(`${href}/actions`, { as: the.APPLICANT, body: the.WITHDRAWAL });
    await broughtAgain(body.command);
    const again = await answered(body.command, the.APPLICANT);
    expect(again.body).toMatchObject({ state: 'applied', decided: { seq: body.seq, state: body.state } });
  });

  test('an announcement that is brought again is booked once', async () => {
    const { body } = await service.post(`${href}/actions`, { as: the.REGULATOR, body: the.ANNOUNCEMENT });
    await broughtAgain(body.command);
    expect(await rowsOf(the.ANNOUNCEMENT.type)).toHaveLength(1);
  });

  test('a start that is brought again starts nothing', async () => {
    const { body } = await service.post('/v1/applications', { as: the.APPLICANT, body: the.APPLICATION });
    await broughtAgain(body.command);
    const { body: list } = await service.get(`${body.href}/timeline`, { as: the.OFFICER });
    expect(list.items).toHaveLength(1);
  });
});

describe('two officers at once', () => {
  test('of two who decide the same, one decides, and the other is told that the case has moved on', async () => {
    const [first, second] = await Promise.all([
      decide(),
      service.post(`${href}/actions`, { as: the.OTHER_OFFICER, body: the.DECISION }),
    ]);
    const [done, late] = first.status === 200 ? [first, second] : [second, first];
    expect(done).toMatchObject({ status: 200, body: { seq: 2 } });
    expect(late).toMatchObject({ status: 409, body: { code: 'notOfferedHere' } });
    expect(await rowsOf(the.DECISION.type)).toMatchObject([{ command: done.body.command }]);
    expect((await answered(late.body.command)).body.state).toBe('refused');
  });

  test('of two who decide the opposite, one is heard, and the case is where that one led it', async () => {
    const [passed, failed] = await Promise.all([
      decide(),
      service.post(`${href}/actions`, { as: the.OTHER_OFFICER, body: the.OPPOSITE }),
    ]);
    expect([passed.status, failed.status].sort()).toEqual([200, 409]);
    const heard = passed.status === 200 ? passed : failed;
    const read = await service.get(href, { as: the.OFFICER });
    expect(read.body).toMatchObject({ state: heard.body.state, seq: 2 });
  });

  test('ten clicks of ten people at once are one decision', async () => {
    const people = [the.OFFICER, the.OTHER_OFFICER, the.THIRD_OFFICER];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        service.post(`${href}/actions`, { as: people[n % 3]!, body: the.DECISION }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'notOfferedHere')).toHaveLength(9);
    expect(await rowsOf(the.DECISION.type)).toHaveLength(1);
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
