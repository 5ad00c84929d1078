import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chartStateOf } from '../../src/api/stage.js';
import { step } from '../../src/charts/kernel/step.js';
import type { Actor } from '../../src/charts/kernel/types.js';
import { appendRow } from '../../src/ledger/append.js';
import { receive, releaseLease } from '../../src/ledger/inbox.js';
import { getSubject } from '../../src/ledger/reads/subjects.js';
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

const decide = (): Promise<Answer> =>
  service.post(`${href}/actions`, { as: the.OFFICER, body: the.DECISION });
const rowsOf = (type: string): Promise<Json[]> => the.rowsOf(service, href, type);
const answered = (command: string, as?: string): Promise<Answer> => the.answered(service, command, as);

describe('an API that was killed', () => {
  /** What a request has stored, and is about to deliver. */
  const stored = async (
    as: string,
    role: Actor['role'],
    org: string,
    expectedSeq?: number,
  ): Promise<string> => {
    const by = { person: as, role, org };
    const subjectId = href.replace('/v1/projects', 'project');
    const wish = {
      kind: 'decide',
      subjectId,
      ...the.DECISION,
      by,
      key: randomUUID(),
      bodySha256: '',
      expectedSeq,
    } as const;
    const received = await receive(service.ledger, wish);
    if (received.outcome !== 'stored') throw new Error(received.outcome);
    return received.stored.command.id;
  };
  /** What a request has stored when it is cut off before anything is delivered. */
  const storedOnly = async (as: string, role: Actor['role'], org: string): Promise<string> => {
    const id = await stored(as, role, org);
    await releaseLease(service.ledger, id, 0);
    return id;
  };
  /** The row of a stored decision, committed by a worker that died before Temporal heard of it. */
  const bookedAsBeforeACrash = async (command: string): Promise<void> => {
    const view = await getSubject(service.ledger, href.replace('/v1/projects', 'project'));
    if (!view) throw new Error(`no case ${href}`);
    const { chart, state } = chartStateOf(view);
    const by = { person: the.OFFICER, role: 'officer', org: 'agency' } as const;
    const at = new Date().toISOString();
    const event = { ...the.DECISION, by, receivedAt: at, at, commandId: command };
    const taken = step(chart, state, event);
    const { terms: _terms, ...facts } = taken.state.context as Record<string, unknown>;
    const standing = await appendRow(service.ledger, {
      ...{ identity: view.identity, seq: taken.state.seq, event, from: taken.from, to: taken.to },
      ...{ outcome: 'applied', reason: null, orders: taken.orders, postings: [], facts },
      ...{ deadlines: taken.state.deadlines, done: taken.state.done },
    });
    expect(standing).toEqual([]);
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

  test('a decision that follows one which the books have and its workflow not yet is taken, not refused', async () => {
    const first = await stored(the.OFFICER, 'officer', 'agency');
    await bookedAsBeforeACrash(first);
    const { status, body } = await service.post(`${href}/actions`, {
      as: the.OFFICER,
      body: the.NEXT_DECISION,
    });
    expect(status).toBe(202);
    await releaseLease(service.ledger, first, 0);
    expect((await answered(body.command.id)).body).toMatchObject({ state: 'applied', decided: { seq: 3 } });
    expect(await rowsOf(the.DECISION.type)).toMatchObject([{ command: first }]);
  });

  test('so is one that follows a decision for a reading, which the case has left by its very row', async () => {
    const first = await stored(the.OFFICER, 'officer', 'agency', 1);
    await bookedAsBeforeACrash(first);
    await releaseLease(service.ledger, first, 0);
    const { body } = await service.post(`${href}/actions`, { as: the.OFFICER, body: the.NEXT_DECISION });
    const next = String(body.command?.id ?? body.command);
    expect((await answered(next)).body).toMatchObject({ state: 'applied', decided: { seq: 3 } });
  });

  test('one that was received before it and is refused doesn’t keep it from its workflow', async () => {
    const refused = await stored(the.APPLICANT, 'applicant', 'company-0001');
    const first = await stored(the.OFFICER, 'officer', 'agency');
    await bookedAsBeforeACrash(first);
    const both = `update command_inbox set lease_until = null where id = any ($1)`;
    await service.ledger.pool.query(both, [[refused, first]]);
    const { body } = await answered(refused, the.APPLICANT);
    expect(body).toMatchObject({ state: 'refused' });
    expect(await rowsOf(the.DECISION.type)).toMatchObject([{ command: first }]);
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
