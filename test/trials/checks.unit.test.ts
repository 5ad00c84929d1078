import { describe, expect, test } from 'vitest';
import type { Payment } from '../../src/sandbox/payments.js';
import { checksOf } from '../../src/trials/report/checks.js';
import type { PlayedTrial } from '../../src/trials/report/checks.js';
import type { Evidence, TrancheAtEnd } from '../../src/trials/report/evidence.js';
import { summaryOf } from '../../src/trials/report/summary.js';
import { reportOf } from '../../src/trials/report/report.js';
import { trialsOf } from '../../src/trials/plan/plan.js';

const id = 'project/2026-pocket/eco-bridge/0001/tranche/1';

const released: TrancheAtEnd = {
  ...{ id, company: 'company-1', state: 'released', amount: 8_000_000n, postings: 1, posted: 8_000_000n },
  ...{ notices: 1, known: 'released', heldAt: '2026-08-03T02:00:00.000Z', revokedAt: null },
  ...{ claimedBy: 'firm', firstBy: 'approver', secondBy: 'finance' },
};
const payment: Payment = {
  ...{ paymentId: 'rcms-1', key: id, status: 'paid', paidAt: '2026-08-03T02:00:01.000Z' },
  ...{ payee: 'company-1', amount: '8000000', reference: id },
};
const fund = { key: 'company/2026-pocket/company-1', cap: 1_500_000_000n, pending: 0n, posted: 8_000_000n };
const good: Evidence = {
  ...{ tranches: [released], payments: [payment], funds: [fund] },
  ...{ balance: { debit: 16n, credit: 16n }, undelivered: 0, failedWorkflows: 0 },
};
const usual: PlayedTrial = {
  ...{ no: 1, scene: 'usual', tranches: [{ id, ended: 'released' }], taken: [null], revoked: null },
};

const struck = { left: [], overtaken: 0, struck: 100 };

/** The ids of the checks that don't hold. */
function failing(evidence: Partial<Evidence>, played: readonly PlayedTrial[] = [usual]): string[] {
  return checksOf({ ...good, ...evidence }, played, struck)
    .filter(({ holds }) => !holds)
    .map((check) => check.id);
}

const tranche = (over: Partial<TrancheAtEnd>) => ({ tranches: [{ ...released, ...over }] });

describe('what the trials are judged by', () => {
  test('holds where each released tranche was paid once and everything agrees', () => {
    expect(failing({})).toEqual([]);
  });

  test.each([
    [
      'a second payment under another name of it',
      { payments: [payment, { ...payment, key: `${id}/again` }] },
    ],
    [
      'a payment of a tranche that was not released',
      tranche({ state: 'claimed', known: 'claimed', postings: 0, posted: 0n }),
    ],
  ])('finds %s', (_what, evidence) => {
    expect(failing(evidence)).toContain('noOtherPayment');
  });

  test.each<[string, Partial<Evidence>]>([
    ['no payment', { payments: [] }],
    ['two payments', { payments: [payment, { ...payment, paymentId: 'rcms-2' }] }],
    ['a payment of another sum', { payments: [{ ...payment, amount: '8000001' }] }],
    ['a payment to another firm', { payments: [{ ...payment, payee: 'company-2' }] }],
  ])('finds %s for a released tranche', (_what, evidence) => {
    expect(failing(evidence)).toContain('onePaymentEach');
  });

  test.each<[string, string, Partial<Evidence>]>([
    ['booksBalanced', 'books that do not balance', { balance: { debit: 16n, credit: 15n } }],
    ['booksMatchPortal', 'a release that was posted twice', tranche({ postings: 2, posted: 16_000_000n })],
    ['booksMatchPortal', 'a release that was never posted', tranche({ postings: 0, posted: 0n })],
    ['withinCeilings', 'money that is still held', { funds: [{ ...fund, pending: 1n }] }],
    ['withinCeilings', 'a ceiling that was passed', { funds: [{ ...fund, posted: fund.cap + 1n }] }],
    ['nothingStuck', 'a command without an answer', { undelivered: 1 }],
    ['nothingStuck', 'a workflow that failed', { failedWorkflows: 1 }],
    ['projectsKnow', 'a project that was not told', tranche({ known: 'releasing' })],
    ['toldOnce', 'a firm that was told twice', tranche({ notices: 2 })],
    ['twoPeople', 'one person who approved twice', tranche({ secondBy: 'approver' })],
    ['twoPeople', 'a claimant who approved', tranche({ claimedBy: 'finance' })],
    ['noRevokedApprover', 'money held on a revoked word', tranche({ revokedAt: '2026-08-03T01:59:59.999Z' })],
  ])('%s finds %s', (check, _what, evidence) => {
    expect(failing(evidence)).toContain(check);
  });

  test('a role that was revoked after the money was held takes nothing back', () => {
    expect(failing(tranche({ revokedAt: '2026-08-03T02:00:00.001Z' }))).toEqual([]);
  });

  test.each<[string, Partial<PlayedTrial>]>([
    ['nothingStuck', { tranches: [{ id, ended: null }] }],
    ['oneOfTwoApprovers', { scene: 'twoFirst', taken: [2] }],
    ['oneOfTwoApprovers', { scene: 'twoSecond', taken: [0] }],
    ['noRevokedApprover', { scene: 'revoked', revoked: null }],
    [
      'oneUnderCeiling',
      {
        scene: 'ceiling',
        tranches: [
          { id, ended: 'released' },
          { id, ended: 'released' },
        ],
      },
    ],
    [
      'oneUnderCeiling',
      {
        scene: 'ceiling',
        tranches: [
          { id, ended: 'noRoom' },
          { id, ended: 'noRoom' },
        ],
      },
    ],
  ])('%s finds a trial with %j', (check, over) => {
    expect(failing({}, [{ ...usual, ...over }])).toContain(check);
  });

  test('finds a moment that was planned and never come to', () => {
    const left = [{ no: 1, point: 'pay/after', target: 'portal' }] as const;
    const checks = checksOf(good, [usual], { ...struck, left });
    expect(checks.filter(({ holds }) => !holds)).toMatchObject([
      { id: 'everyPointReached', found: ['trial 1: portal at pay/after'] },
    ]);
  });
});

test.each([
  [3, 0, true],
  [4, 10, false],
  [5, 95, true],
  [6, 94, false],
])(
  'where something else died at %i moments and the planned at %i, enough was tried: %s',
  (overtaken, done, isEnough) => {
    const checks = checksOf(good, [usual], { left: [], overtaken, struck: done });
    expect(checks.find(({ id: name }) => name === 'struckAsPlanned')?.holds).toBe(isEnough);
  },
);

describe('the report of the trials', () => {
  const report = reportOf({
    ...{
      seed: 1,
      trials: trialsOf(1, 2),
      seconds: { preparing: 3, playing: 4, all: 7 },
      falls: {},
      overtaken: 0,
      askedAgain: 5,
    },
    struck: [{ no: 1, point: 'pay/after', target: 'portal', at: 0 }],
    kills: { worker: 0, postgres: 0, temporal: 0, portal: 1 },
    ...{ evidence: good, checks: checksOf({ ...good, payments: [] }, [usual], struck) },
  });

  test('counts what was struck, released and paid', () => {
    expect(report).toMatchObject({ count: 2, released: 1, releasedWon: '8000000', payments: 1 });
    expect(report.struck['pay/after']).toEqual({ worker: 0, postgres: 0, temporal: 0, portal: 1 });
  });

  test.each([
    ['ko', '✗ 지급된 단계마다 정산시스템 파일에 지급이 정확히 한 건 있음', '강제 종료: worker 0'],
    ['en', "✗ exactly one payment in the portal's own file for each released tranche", 'killed: worker 0'],
  ] as const)('says in %s what does not hold', (language, line, killed) => {
    expect(summaryOf(report, language)).toContain(line);
    expect(summaryOf(report, language)).toContain(killed);
    expect(summaryOf(report, language)).toContain(id);
  });
});
