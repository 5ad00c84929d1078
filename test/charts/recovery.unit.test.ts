import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begun } from './support/beginnings.js';
import {
  endsAs,
  isNotOffered,
  isOffered,
  isOver,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
} from './support/expected.js';
import { given, inState, reached, taken } from './support/given.js';
import { APPROVE, REFUSE, REVOKE, proposes, receives } from './support/lives-closing.js';
import { applicant, asks, finance, officer, passes } from './support/moves.js';
import type { Move } from './support/moves.js';

const YEAR = 'year/2026/all';
const TRANCHE = 'tranche/project/2026/structured/0001/tranche/1';
const DRAWN = 'drawn/company-0001/project/2026/structured/0001';
const OWN = 'own/company-0001/project/2026/structured/0001';
const line = (credit: string, amount: string) => ({ debit: YEAR, credit, amount });
const tells = (state: string, outstanding: string) =>
  orders('tellProject', {
    event: 'RECOVERY_CHANGED',
    data: { no: 1, cause: 'settlement', state, outstanding },
  });

interface Posted {
  readonly lines: readonly { readonly credit: string; readonly amount: string }[];
}

/** What these receipts took off each account in all, in won; the last of them ends the recovery. */
function takenOff(receipts: readonly Move[]): Record<string, number> {
  const sums: Record<string, number> = {};
  receipts.forEach((move, index) => {
    given('recovery')
      .and(...receipts.slice(0, index))
      .when(move)
      .then((outcome) => {
        const { params } = taken(outcome).orders.find(({ name }) => name === 'postReturn') ?? {};
        for (const { credit, amount } of (params as unknown as Posted).lines)
          sums[credit] = (sums[credit] ?? 0) + Number(amount);
      });
  });
  return sums;
}

const owed = given('recovery');
const proposed = owed.and(proposes(['30000000', 30], ['40000000', 60]));
const byInstalments = proposed.and(APPROVE);

describe('What is owed', () => {
  test('is due a month from the notice, and the project is told that it is there', () => {
    const { first } = begun('recovery');
    expect(first.state.context['clocks']).toMatchObject({
      repayment: { from: '2026-06-01T00:00:00.000Z', due: '2026-07-01T14:59:59.999Z' },
    });
    expect(first.orders).toEqual([
      {
        name: 'tellProject',
        params: {
          event: 'RECOVERY_CHANGED',
          data: { no: 1, cause: 'settlement', state: 'owed', outstanding: '70000000' },
        },
      },
    ]);
  });

  test('goes on with the clock that the settlement’s notice started, extensions among it', () => {
    const { repayment } = reached(owed).state.context['clocks'] as Record<string, object>;
    const started = { ...repayment, due: '2026-08-31T14:59:59.999Z' };
    const { clocks } = reached(given('recovery', { repayment: started })).state.context;
    expect(clocks).toEqual({ repayment: started });
  });

  test('that has come in whole is recovered, and is posted in the row that records it', () => {
    owed.when(receives('70000000')).then(
      endsAs('recovered'),
      orders('postReturn', {
        kind: 'return',
        // What was never drawn first, then what the firm drew; what neither holds is the firm's own.
        lines: [line(TRANCHE, '50000000'), line(DRAWN, '10000000'), line(OWN, '10000000')],
      }),
      orders('postRecover'),
      tells('recovered', '0'),
      notices('company-0001: repaid'),
    );
  });

  test('comes in in parts, each taken off where the one before left off', () => {
    owed
      .when(receives('45000000'))
      .then(
        leadsTo('owed'),
        orders('postReturn', { kind: 'return', lines: [line(TRANCHE, '45000000')] }),
        tells('owed', '25000000'),
        notices(),
      );
    owed
      .and(receives('45000000'))
      .when(receives('25000000'))
      .then(
        endsAs('recovered'),
        orders('postReturn', {
          kind: 'return',
          lines: [line(TRANCHE, '5000000'), line(DRAWN, '10000000'), line(OWN, '10000000')],
        }),
      );
  });

  test('is taken off each account for exactly what it holds, in however many parts it comes', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 69_999_999 }), { maxLength: 6 });
    fc.assert(
      fc.property(parts, (cuts) => {
        const reached = [...new Set([...cuts, 70_000_000])].toSorted((a, b) => a - b);
        const amounts = reached.map((sum, index) => String(sum - (reached[index - 1] ?? 0)));
        const receipts = amounts.map((amount, index) => receives(amount, `transfer-${index}`));
        expect(takenOff(receipts)).toEqual({ [TRANCHE]: 50_000_000, [DRAWN]: 10_000_000, [OWN]: 10_000_000 });
      }),
      { numRuns: 50 },
    );
  });

  test('after a sanction is posted as a recovery', () => {
    given('recovery', { cause: 'sanction', stage: null, sources: [] })
      .and(receives('1000'))
      .when(receives('69999000'))
      .then(
        endsAs('recovered'),
        orders('postRecover', { kind: 'recover', lines: [line(OWN, '69999000')] }),
        orders('postReturn'),
      );
  });

  test('is not paid beyond what is owed, nor twice by one transfer, nor before its day', () => {
    owed.when(receives('70000001')).then(isRefused('isWithinOwed', { owed: '70000000' }));
    owed
      .and(receives('10000000', 'transfer-1'))
      .when(receives('20000000', 'transfer-1'))
      .then(isRefused('isNewReceipt', { reference: 'transfer-1' }));
    owed
      .when(receives('10000000', 'transfer-1', '2026-06-02'))
      .then(isRefused('isReceivedByNow', { receivedOn: '2026-06-01' }));
  });

  test('is recorded by finance', () => {
    owed
      .when(applicant('RECORD_RECEIPT', { amount: '1', reference: 'a', receivedOn: '2026-06-01' }))
      .then(isRefused('isFinance', { role: 'applicant' }));
    owed.when(asks('finance', 'RECORD_RECEIPT')).then(isOffered);
  });

  test('that is late is said to be, to the firm and then to those above, and is still taken', () => {
    const due = '2026-07-01T14:59:59.999Z';
    const overdue = owed.and(passes('tending'), passes('tending'));
    overdue.when(passes('tending')).then(
      stays,
      ({ step }) => {
        const { params } = step?.orders.find(({ name }) => name === 'tendClock') ?? {};
        expect(params).toMatchObject({ clock: 'repayment', kind: 'overdue', whose: ['firm'], due });
      },
      knows({ clocks: { repayment: { overdueSince: due } } }),
    );
    overdue.and(passes('tending')).when(receives('70000000')).then(endsAs('recovered'));
  });

  test('takes nothing more once it is recovered', () => {
    owed.and(receives('70000000')).when(receives('1', 'late')).then(isOver);
  });
});

describe('Instalments', () => {
  test('are proposed by the firm, of all that is owed', () => {
    owed.when(proposes(['30000000', 30], ['40000000', 60])).then(
      leadsTo('instalmentsProposed'),
      knows({
        plan: {
          instalments: [
            { amount: '30000000', due: '2026-07-01' },
            { amount: '40000000', due: '2026-07-31' },
          ],
          proposedBy: ['person-applicant-1'],
        },
      }),
      notices('agency: instalmentsToDecide'),
      tells('instalmentsProposed', '70000000'),
    );
    owed.when(proposes(['70000000', 30]).by({ org: 'company-0002' })).then(isRefused('isOwnCase'));
    owed.when(officer('PROPOSE_INSTALMENTS')).then(isRefused('isApplicant', { role: 'officer' }));
  });

  test('of another sum are refused', () => {
    owed
      .when(proposes(['30000000', 30], ['39999999', 60]))
      .then(isRefused('isPlanExact', { sum: '69999999', owed: '70000000' }));
    owed
      .and(receives('20000000'))
      .when(proposes(['70000000', 30]))
      .then(isRefused('isPlanExact', { sum: '70000000', owed: '50000000' }));
  });

  test('rise from day to day, and none is of nothing', () => {
    owed
      .when(proposes(['30000000', 60], ['40000000', 30]))
      .then(isRefused('arePlanDatesRising', { receivedOn: '2026-06-01', dates: '2026-07-31, 2026-07-01' }));
    owed.when(proposes(['30000000', -1], ['40000000', 30])).then(isRefused('arePlanDatesRising'));
    owed
      .when(proposes(['0', 30], ['70000000', 60]))
      .then(isRefused('hasNoEmptyInstalment', { amounts: '0, 70000000' }));
  });

  test('are no more, and end no later, than the edition allows', () => {
    const thirteen = Array.from(
      { length: 13 },
      (_, index) => [index === 0 ? '58000000' : '1000000', 20 * (index + 1)] as const,
    );
    owed
      .when(proposes(...thirteen))
      .then(isRefused('isPlanWithinCount', { instalments: '13', mostInstalments: '12' }));
    owed.when(proposes(['70000000', 365])).then(leadsTo('instalmentsProposed'));
    owed
      .when(proposes(['70000000', 366]))
      .then(isRefused('isPlanWithinPeriod', { last: '2027-06-02', lastAllowed: '2027-06-01' }));
  });

  test('are approved by finance, and the first one’s day is waited for', () => {
    proposed.when(APPROVE).then(
      leadsTo('instalments'),
      knows({
        plan: { approvedBy: ['person-finance-1'], before: '0' },
        clocks: { instalment: { due: '2026-07-01T14:59:59.999Z', rule: 'stated' } },
      }),
      notices('company-0001: instalmentsApproved'),
    );
    proposed.when(officer('APPROVE_INSTALMENTS')).then(isRefused('isFinance', { role: 'officer' }));
  });

  test('are not approved by whoever proposed them, on whose behalf ever', () => {
    proposed
      .when(APPROVE.by({ onBehalfOf: 'person-applicant-1' }))
      .then(isRefused('isNotPlanProposer', { proposer: 'person-applicant-1' }));
  });

  test('are not approved where money came in meanwhile, or their days have begun to pass', () => {
    proposed
      .and(receives('5000000'))
      .when(APPROVE)
      .then(isRefused('isPlanExact', { sum: '70000000', owed: '65000000' }));
    proposed.when(APPROVE.at('2026-07-02T00:00:00.000Z')).then(isRefused('arePlanDatesRising'));
  });

  test('that are refused leave what is owed due as it was', () => {
    proposed
      .when(REFUSE)
      .then(
        leadsTo('owed'),
        knows({ plan: null, ground: '재무상태가 양호합니다.' }),
        notices('company-0001: instalmentsRefused'),
        tells('owed', '70000000'),
      );
  });

  test('are paid one after the other, early, late or two at once', () => {
    byInstalments
      .when(receives('30000000'))
      .then(leadsTo('instalments'), knows({ clocks: { instalment: { due: '2026-07-31T14:59:59.999Z' } } }));
    byInstalments
      .when(receives('10000000'))
      .then(leadsTo('instalments'), knows({ clocks: { instalment: { due: '2026-07-01T14:59:59.999Z' } } }));
    byInstalments
      .and(receives('10000000'))
      .when(receives('25000000'))
      .then(knows({ clocks: { instalment: { due: '2026-07-31T14:59:59.999Z' } } }));
    byInstalments.when(receives('70000000')).then(endsAs('recovered'), tells('recovered', '0'));
  });

  test('count what had come in before them', () => {
    owed
      .and(receives('10000000'), proposes(['20000000', 30], ['40000000', 60]), APPROVE)
      .when(receives('20000000'))
      .then(
        knows({ clocks: { instalment: { due: '2026-07-31T14:59:59.999Z' } } }),
        tells('instalments', '40000000'),
      );
  });

  test('keep more time that was given for one until it is paid', () => {
    const more = officer('EXTEND_CLOCK', { clock: 'instalment', until: '2026-07-15', ground: '자금 사정' });
    byInstalments
      .and(more)
      .when(receives('10000000'))
      .then(knows({ clocks: { instalment: { due: '2026-07-15T14:59:59.999Z' } } }));
  });

  test('can be revoked once one of them is overdue: all that is left is due at once', () => {
    byInstalments.when(REVOKE.onTheLast('instalment')).then(
      isRefused('isInstalmentOverdue', {
        ...{ receivedAt: '2026-07-01T14:59:59.999Z', due: '2026-07-01T14:59:59.999Z' },
      }),
    );
    byInstalments
      .when(REVOKE.onTheLast('instalment', 1))
      .then(
        leadsTo('owed'),
        knows({ plan: null, ground: '2회차가 납부되지 않았습니다.' }),
        notices('company-0001: instalmentsRevoked'),
      );
    byInstalments
      .when(officer('REVOKE_INSTALMENTS'))
      .then(isRefused('isFinance', { role: 'officer' }, 'isInstalmentOverdue'));
  });

  test('are asked for again after a refusal, and not while some run', () => {
    proposed
      .and(REFUSE)
      .when(proposes(['70000000', 30]))
      .then(leadsTo('instalmentsProposed'));
    inState('recovery', 'instalments')
      .when(proposes(['70000000', 30]))
      .then(isNotOffered);
    owed.when(finance('APPROVE_INSTALMENTS')).then(isNotOffered);
  });
});
