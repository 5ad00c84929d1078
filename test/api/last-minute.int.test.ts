import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Answer, Json, Service } from './service.js';

let service: Service;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const EDITION = '2026-pocket';

/** An application that needs no document. */
const application = (n: number): Json => ({
  ...{ track: 'mitIlp', edition: EDITION, sector: 'A1', partnerId: 'partner-mit-ilp' },
  title: { ko: `마감 직전 신청 ${n}`, en: `Application ${n} before the close` },
  money: { government: '60000000', firmCash: '10000000', firmInKind: '15000000', partnerCost: '20000000' },
});

async function planned(track: string, closes: Date): Promise<string> {
  const window = { opens: new Date(Date.now() - 60_000).toISOString(), closes: closes.toISOString() };
  const body = { edition: EDITION, track, competition: 'selection', window };
  const { status, body: said } = await service.post('/v1/calls', { as: the.OFFICER, body });
  expect(status).toBe(201);
  return said.href as string;
}

const apply = (n: number, key: string, of = application): Promise<Answer> =>
  service.post('/v1/applications', { as: the.APPLICANT, key, body: of(n) });

async function until(href: string, holds: (body: Json) => boolean): Promise<Json> {
  for (;;) {
    const { body } = await service.get(href, { as: the.OFFICER });
    if (holds(body)) return body;
    await sleep(100);
  }
}

describe('the last minute before a close, with Temporal away', () => {
  const AT_ONCE = 16;
  const MOST = 240;
  const answers: Answer[] = [];
  let call: string;
  let closes: Date;

  /** Sends one application after the other, each twice as somebody does whose connection broke, until the close is over. */
  async function sender(from: number): Promise<void> {
    for (let n = from; n < MOST && Date.now() < closes.getTime() + 400; n += AT_ONCE) {
      answers.push(await apply(n, `last-minute-${n}`));
      await apply(n, `last-minute-${n}`);
    }
  }

  const inTime = ({ body }: Answer): boolean => Date.parse(body.command.receivedAt) <= closes.getTime();

  test('everything is received at once, on either side of the close', async () => {
    closes = new Date(Date.now() + 7_000);
    call = await planned('mitIlp', closes);
    await until(call, ({ state }) => state === 'open');
    await service.cable.pull();
    await apply(MOST, 'finds-nobody');
    await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => sender(n)));
    while (Date.now() <= closes.getTime()) await sleep(50);
    for (const n of [1, 2, 3]) answers.push(await apply(MOST + n, `too-late-${n}`));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(answers.filter(inTime).length).toBeGreaterThan(50);
    expect(answers.filter((answer) => !inTime(answer)).length).toBeGreaterThanOrEqual(3);
  });

  test('the call waits for those that are still on their way', async () => {
    const { body } = await service.get(call, { as: the.OFFICER });
    expect(['open', 'closed']).toContain(body.state);
    await until(call, ({ state }) => state === 'closed');
    await sleep(500);
    expect((await service.get(call, { as: the.OFFICER })).body.state).toBe('closed');
  });

  test('once Temporal is back none is lost: those received in time are in, once each', async () => {
    await service.cable.putBack();
    const { facts } = await until(call, ({ state }) => state === 'screening');
    const expected = answers.filter(inTime).length + 1;
    expect(facts.received).toBe(expected);
    const { rows } = await service.ledger.pool.query<{ projects: number }>(
      `select count(*)::int as projects from subject where call_id = $1`,
      [`call/${EDITION}/mit-ilp/selection`],
    );
    expect(rows).toEqual([{ projects: expected }]);
  });

  test('and those received after the close are refused, and told by when they had to be there', async () => {
    const late = answers.filter((answer) => !inTime(answer)).map(({ body }) => body.command);
    for (const { id, receivedAt } of late) {
      const { body } = await the.answered(service, id as string, the.APPLICANT);
      expect(body).toMatchObject({
        state: 'refused',
        refusal: {
          code: 'windowClosed',
          titles: { ko: '접수 기간이 끝났습니다.', en: 'The application window has closed.' },
          blockedBy: [{ evidence: { closes: closes.toISOString(), receivedAt } }],
        },
      });
    }
  });
});

describe('a close that is moved while applications are on their way', () => {
  const ecoBridge = (): Json => the.APPLICATION;
  const apply = (key: string): Promise<Answer> =>
    service.post('/v1/applications', {
      as: the.APPLICANT,
      key,
      body: { ...ecoBridge(), edition: EDITION },
    });
  const outcomeOf = async ({ body }: Answer): Promise<Json> =>
    (await the.answered(service, body.command.id as string, the.APPLICANT)).body;

  test('an extension that was received before an application holds for it, whatever is delivered first', async () => {
    await service.post('/v1/documents', {
      as: the.APPLICANT,
      raw: the.EVIDENCE,
      headers: { 'content-type': 'text/plain' },
    });
    const closes = new Date(Date.now() + 4_000);
    const call = await planned('ecoBridge', closes);
    await until(call, ({ state }) => state === 'open');
    await service.cable.pull();
    const before = await apply('before-the-close');
    const later = new Date(closes.getTime() + 3_600_000).toISOString();
    const extension = await service.post(`${call}/actions`, {
      as: the.OFFICER,
      body: { type: 'EXTEND_WINDOW', data: { closes: later, ground: '접수 시스템 장애' } },
    });
    while (Date.now() <= closes.getTime()) await sleep(50);
    const after = await apply('after-the-old-close');
    expect([before, extension, after].map(({ status }) => status)).toEqual([202, 202, 202]);
    await service.cable.putBack();
    expect((await outcomeOf(before)).state).toBe('applied');
    expect((await outcomeOf(after)).state).toBe('applied');
    const { facts } = await until(call, ({ state }) => state === 'open');
    expect(facts.window.closes).toBe(later);
  });
});
