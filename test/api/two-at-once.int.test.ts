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

const decide = (): Promise<Answer> =>
  service.post(`${href}/actions`, { as: the.OFFICER, body: the.DECISION });
const rowsOf = (type: string): Promise<Json[]> => the.rowsOf(service, href, type);
const answered = (command: string, as?: string): Promise<Answer> => the.answered(service, command, as);

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
    expect(new Set([passed.status, failed.status])).toEqual(new Set([200, 409]));
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

test('of two payments that are confirmed for one reading of the tranche, one is counted and the other told', async () => {
  const tranche = await the.agree(service, href);
  const { body: read } = await service.get(tranche, { as: the.OFFICER });
  const paid = { type: 'CONFIRM_CASH_SHARE', data: { amount: '1' }, expectedSeq: read.seq };
  const answers = await Promise.all(
    [the.OFFICER, the.OTHER_OFFICER].map((as) => service.post(`${tranche}/actions`, { as, body: paid })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'caseHasMoved',
    blockedBy: [{ evidence: { expected: String(read.seq), seq: String(read.seq + 1) } }],
  });
  expect(await the.rowsOf(service, tranche, paid.type)).toHaveLength(1);
});

test('fifty payments that are confirmed at once are each counted once', async () => {
  const tranche = await the.agree(service, href);
  await expect
    .poll(async () => (await service.get(tranche, { as: the.OFFICER })).body.state)
    .toBe('claimable');
  const paid = { type: 'CONFIRM_CASH_SHARE', data: { amount: '1' } };
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => service.post(`${tranche}/actions`, { as: the.OFFICER, body: paid })),
  );
  const commands = answers.map(({ body }) => body.command.id ?? body.command);
  for (const command of commands) expect((await answered(command)).body.state).toBe('applied');
  const read = await service.get(tranche, { as: the.OFFICER });
  expect(read.body.facts.cashShareReceived).toBe('50');
  expect(await the.rowsOf(service, tranche, paid.type)).toHaveLength(50);
});
