import { describe, expect, test } from 'vitest';
import type { Books, Happening } from '../../src/rehearsal/report/books.js';
import { outcomesCsv } from '../../src/rehearsal/report/csv.js';
import { calendarOf, funnelOf, waitingOf } from '../../src/rehearsal/report/figures.js';
import { bar, table } from '../../src/rehearsal/report/html-parts.js';
import { largestCompany } from '../../src/rehearsal/report/money.js';
import { digestOf } from '../../src/rehearsal/report/outcomes.js';
import type { Outcome } from '../../src/rehearsal/report/outcomes.js';
import { trafficOf } from '../../src/rehearsal/report/traffic.js';

const PROJECT = 'project/2026/structured/0001';

function happening(over: Partial<Happening>): Happening {
  return {
    ...{ id: PROJECT, project: PROJECT, track: 'structured', subject: 'structuredProject' },
    ...{ type: 'SUBMIT', from: null, to: 'submitted' },
    ...{ receivedAt: '2026-04-10T00:00:00.000Z', at: '2026-04-10T00:00:00.000Z', ...over },
  };
}

function books(happenings: readonly Happening[]): Books {
  const counts = {
    ...{ rows: 0, commands: 0, cases: 0, overdue: 0, ignored: 0, passedDeadlines: 0 },
    ...{ tended: 0, escalated: 0 },
  };
  return { happenings, movements: [], ceilings: [], refusals: [], counts };
}

const outcome: Outcome = {
  ...{ key: 'structured-0001', track: 'structured', company: 'company-0001', name: '가상 "가람"바이오 0001' },
  ...{ arrival: 'early', flaw: null, state: 'closed', score: 81.25, place: 'selected', rank: 3 },
  ...{ grant: '1000000000', released: '1000000000', returned: '0' },
  ...{ agreedOn: '2027-03-02', endedOn: '2030-06-03' },
};

describe('the figures of a rehearsal', () => {
  test('count a project once for each step, however often it came there', () => {
    const again = { type: 'PASS_ANYTHING', from: 'objection', to: 'deliberation' };
    const read = books([happening({}), happening({ to: 'deliberation' }), happening(again)]);
    const late: Outcome = { ...outcome, key: 'structured-0002', state: 'notReceived', score: null };
    const funnel = funnelOf([outcome, late], read);
    expect(funnel.applied.structured).toBe(2);
    expect(funnel.received.structured).toBe(1);
    expect(funnel.evaluated.structured).toBe(1);
    expect(funnel.evaluated.mitIlp).toBe(0);
  });

  test('tell the competition over the roadmaps from the one before', () => {
    const selected = { type: 'SELECTED_BY_CALL', from: 'deliberation', to: 'roadmap.drafting' };
    const second = { ...selected, from: 'roadmapEvaluation.evaluated', to: 'agreementPending.open' };
    const funnel = funnelOf([outcome], books([happening(selected), happening(second)]));
    expect([funnel.selected.structured, funnel.roadmapSelected.structured]).toEqual([1, 1]);
  });

  test('say on which Korean day the first, the middle and the last came to a step', () => {
    const days = ['2026-04-10T14:59:00.000Z', '2026-04-10T15:00:00.000Z', '2026-04-12T00:00:00.000Z'];
    const [received] = calendarOf(books(days.map((at) => happening({ at }))));
    expect(received).toMatchObject({
      name: 'received',
      first: '2026-04-10',
      median: '2026-04-11',
      last: '2026-04-12',
    });
  });

  test('measure a wait from its beginning to the first end after it', () => {
    const tranche = { id: `${PROJECT}/tranche/1`, subject: 'tranche' };
    const waits = waitingOf(
      books([
        happening({ ...tranche, type: 'CLAIM', to: 'checking', receivedAt: '2027-01-01T00:00:00.000Z' }),
        happening({ ...tranche, type: 'RETURN_CLAIM', to: 'claimable', at: '2027-01-02T00:00:00.000Z' }),
        happening({ ...tranche, type: 'CLAIM', to: 'checking', receivedAt: '2027-01-05T00:00:00.000Z' }),
        happening({ ...tranche, type: 'PAYMENT_CONFIRMED', to: 'released', at: '2027-01-11T12:00:00.000Z' }),
      ]),
    );
    expect(waits.find(({ name }) => name === 'claimToRelease')).toMatchObject({ count: 1, median: 10.5 });
  });

  test('find the company with the most under its ceiling', () => {
    const ceiling = (key: string, used: bigint) => ({ key, cap: 1_500_000_000n, used });
    const all = [ceiling('company/2026/a', 5n), ceiling('year/2026/2026', 9n), ceiling('company/2026/b', 7n)];
    expect(largestCompany(all)).toBe(7n);
  });

  test('put requests of one kind together, whatever case they were about', () => {
    const sent = (what: string, ms: number, status = 200) => ({ what, ms, status, code: null });
    const { requests, kinds } = trafficOf([
      sent('/v1/calls/2026/structured/selection/lists/0123456789abcdef', 10),
      sent('/v1/calls/2026/structured/selection/lists/fedcba9876543210', 30, 409),
    ]);
    expect(requests).toBe(2);
    expect(kinds).toEqual([
      {
        what: '/v1/calls/…/structured/selection/lists/…',
        count: 2,
        refused: 1,
        p50: 10,
        p95: 10,
        longest: 30,
      },
    ]);
  });
});

describe('the report’s files', () => {
  test('two runs with the same outcomes have the same digest, and a won more is another', () => {
    expect(digestOf([{ ...outcome }])).toBe(digestOf([outcome]));
    expect(digestOf([{ ...outcome, released: '1000000001' }])).not.toBe(digestOf([outcome]));
  });

  test('the CSV has its mark for spreadsheets, and its quotes twice', () => {
    const csv = outcomesCsv([outcome]);
    expect(csv.startsWith('\uFEFF"신청 / application"')).toBe(true);
    expect(csv).toContain('"가상 ""가람""바이오 0001"');
  });

  test('the page shows what a name holds as text, never as markup', () => {
    expect(table(['<b>'], [['<script>', '1,000']])).not.toMatch(/<b>|<script>/);
  });

  test('a bar says its number, and never leaves its frame', () => {
    expect(bar(0.5)).toContain('aria-label="50%"');
    expect(bar(7)).toContain('<rect width="160" height="12" fill="#256ef4"/>');
  });
});
