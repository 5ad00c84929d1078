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
  waitsFor,
} from './support/expected.js';
import { given, inState } from './support/given.js';
import {
  ACCEPT,
  OBJECT,
  RELEASE,
  SPENT,
  decidesObjection,
  releaseIs,
  settles,
  spends,
} from './support/lives-closing.js';
import { applicant, asks, finance, officer, passes, system } from './support/moves.js';

const COST_REPORT_DUE = '2026-08-31T14:59:59.999Z';
const LATE = '2026-08-31T15:00:00.000Z';
const unclaimed = { trancheState: 'claimable', released: '0', partnerReleased: '0' };
const tells = (state: string, toReturn: string, more: object = {}) =>
  orders('tellProject', { event: 'SETTLEMENT_CHANGED', data: { stage: 1, state, toReturn, ...more } });

const asked = given('settlement');
const reported = asked.and(spends('300000000'));
const notified = reported.and(settles('10000000').at('2026-07-01T01:00:00.000Z'));
const objected = notified.and(OBJECT);

describe('The costs of a stage', () => {
  test('are asked for as the stage ends, and due three months from that day', () => {
    const { first } = begun('settlement');
    expect(first.orders).toEqual([
      { name: 'sendNotice', params: { to: 'company-0001', notice: 'costReportDue' } },
    ]);
    expect(first.state.context['clocks']).toMatchObject({ 'cost-report': { due: COST_REPORT_DUE } });
  });

  test('are reported by the firm, with the document behind them', () => {
    asked.when(SPENT).then(
      leadsTo('underReview'),
      knows({
        costs: {
          ...{ spent: { government: '360000000', partner: '40000000' }, interest: '0' },
          documentSha256: 'a'.repeat(64),
        },
      }),
      tells('underReview', '0'),
    );
    asked.when(SPENT.by({ org: 'company-0002' })).then(isRefused('isOwnCase'));
    asked.when(officer('REPORT_COSTS')).then(isRefused('isApplicant', { role: 'officer' }));
  });

  test('are still taken late', () => {
    asked.when(SPENT.at('2026-10-01T00:00:00.000Z')).then(leadsTo('underReview'));
  });

  test('are sent back to the firm where the report will not do, and reported anew', () => {
    const back = officer('RETURN_COST_REPORT', { reason: '증빙이 빠졌습니다.' });
    reported
      .when(back)
      .then(
        leadsTo('awaitingCosts'),
        knows({ returnedFor: '증빙이 빠졌습니다.' }),
        notices('company-0001: costReportReturned'),
      );
    reported
      .and(back)
      .when(SPENT)
      .then(leadsTo('underReview'), knows({ returnedFor: null }));
    reported.when(finance('RETURN_COST_REPORT')).then(isRefused('isOfficer', { role: 'finance' }));
  });

  test('are not waited for beyond their day: without a report all that was released goes back', () => {
    asked
      .when(settles('0').at(COST_REPORT_DUE))
      .then(isRefused('mayGoWithoutCosts', { receivedAt: COST_REPORT_DUE, due: COST_REPORT_DUE }));
    asked
      .when(settles('0').at(LATE))
      .then(leadsTo('notified'), knows({ figures: { unspent: '400000000', toReturn: '400000000' } }));
    asked.when(settles('1').at(LATE)).then(isRefused('isDisallowedWithinSpent', { spent: '0' }));
  });

  test('are waited for longer where the agency gives more time', () => {
    const more = officer('EXTEND_CLOCK', {
      clock: 'cost-report',
      until: '2026-09-30',
      ground: '회계 감사 중',
    });
    asked.when(more).then(stays, knows({ clocks: { 'cost-report': { due: '2026-09-30T14:59:59.999Z' } } }));
    asked.and(more).when(settles('0').at(LATE)).then(isRefused('mayGoWithoutCosts'));
    // The act is still taken late, and so is more time for it.
    asked.when(more.at('2026-09-01T01:00:00.000Z')).then(stays);
  });

  test('of a firm that was paid nothing, and will not be, need no report', () => {
    given('settlement', { ...unclaimed, trancheState: 'cancelled' })
      .when(settles('0'))
      .then(endsAs('settled'));
    given('settlement', unclaimed).when(settles('0')).then(isRefused('mayGoWithoutCosts'));
  });
});

describe('The settlement of a stage', () => {
  test('with nothing unspent or disallowed is done at once', () => {
    asked
      .and(SPENT)
      .when(settles('0'))
      .then(
        endsAs('settled'),
        knows({ figures: { accepted: '400000000', unspent: '0', disallowed: '0', toReturn: '0' } }),
        tells('settled', '0'),
        notices('company-0001: settled'),
      );
  });

  test('asks back what was not spent, what is disallowed, and what the money earned', () => {
    asked
      .and(spends('300000000', '40000000', { interest: '120000' }))
      .when(settles('10000000').at('2026-07-01T01:00:00.000Z'))
      .then(
        leadsTo('notified'),
        knows({ figures: { unspent: '60000000', disallowed: '10000000', toReturn: '70120000' } }),
        tells('notified', '70120000'),
        notices('company-0001: settlementNotified'),
        waitsFor({ 'settlement-objection': '2026-08-03T14:59:59.999Z' }),
        knows({
          noticedAt: '2026-07-01T01:00:00.000Z',
          clocks: { repayment: { due: '2026-08-03T14:59:59.999Z' } },
        }),
      );
  });

  test('does not take the partner’s unspent money for the firm’s', () => {
    asked
      .and(spends('370000000', '30000000'))
      .when(settles('0'))
      .then(leadsTo('notified'), knows({ figures: { unspent: '10000000', toReturn: '10000000' } }));
  });

  test('does not disallow more than was spent', () => {
    reported.when(settles('340000000')).then(leadsTo('notified'));
    reported.when(settles('340000001')).then(isRefused('isDisallowedWithinSpent', { spent: '340000000' }));
  });

  test('is the agency’s, and is offered before an amount is named', () => {
    reported.when(finance('SETTLE', { disallowed: '0' })).then(isRefused('isOfficer', { role: 'finance' }));
    reported.when(asks('officer', 'SETTLE')).then(isOffered);
  });

  test.each(['checking', 'claimed', 'firstApproved', 'reserving', 'releasing', 'unconfirmed', 'held'])(
    'waits for a tranche that is %s: money may still move',
    (state) => {
      given('settlement', unclaimed)
        .and(SPENT, releaseIs(state))
        .when(settles('0'))
        .then(isRefused('areTranchesSettled', { inFlight: `1: ${state}` }));
    },
  );

  test.each(['released', 'refused', 'cancelled'])('does not wait for a tranche that is %s', (state) => {
    const paid = { trancheState: 'claimed', released: '340000000', partnerReleased: '40000000' };
    given('settlement', paid)
      .and(spends('300000000'), releaseIs(state, '340000000', '40000000'))
      .when(settles('0'))
      .then(leadsTo('settled'));
  });

  test('asks for the costs anew where something was paid while they were under review', () => {
    given('settlement', unclaimed)
      .and(SPENT, releaseIs('claimed'))
      .when(releaseIs('released', '500000000', '40000000'))
      .then(
        leadsTo('awaitingCosts'),
        tells('awaitingCosts', '0'),
        notices('company-0001: costReportOutdated'),
      );
  });
});

describe('A tranche that nobody has claimed when its stage is settled', () => {
  const fixing = given('settlement', unclaimed).and(SPENT, settles('0'));

  test('is cancelled first, so that the figures stay as they are notified', () => {
    given('settlement', unclaimed)
      .and(SPENT)
      .when(settles('0'))
      .then(leadsTo('fixingRelease'), tells('fixingRelease', '0'), notices());
  });

  test('leaves nothing to settle once it is cancelled', () => {
    fixing.when(releaseIs('cancelled')).then(endsAs('settled'));
  });

  test('is waited for while it is on its way; where it was paid after all, its costs are reported with the rest', () => {
    fixing.when(releaseIs('reserving')).then(leadsTo('fixingRelease'));
    const paid = fixing.and(releaseIs('reserving'), releaseIs('released', '500000000', '40000000'));
    paid.and(spends('460000000')).when(settles('0')).then(endsAs('settled'));
    fixing
      .and(releaseIs('reserving'))
      .when(releaseIs('released', '500000000', '40000000'))
      .then(leadsTo('awaitingCosts'), notices('company-0001: costReportOutdated'));
  });
});

describe('A settlement that was notified', () => {
  test('is final where the firm accepts it, and the project is told what is to come back', () => {
    notified
      .when(ACCEPT)
      .then(leadsTo('awaitingReturn'), notices('company-0001: repaymentDue'), waitsFor({}), ({ step }) => {
        const told = step?.orders.find(({ name }) => name === 'tellProject')?.params['data'];
        expect(told).toMatchObject({
          ...{ stage: 1, state: 'awaitingReturn', toReturn: '70000000' },
          ...{ noticedAt: '2026-07-01T01:00:00.000Z', repayment: { due: '2026-08-03T14:59:59.999Z' } },
        });
      });
    notified.when(officer('ACCEPT_SETTLEMENT')).then(isRefused('isApplicant', { role: 'officer' }));
    notified.when(ACCEPT.by({ org: 'company-0002' })).then(isRefused('isOwnCase'));
  });

  test('is final once the time for an objection has passed', () => {
    notified.when(passes('settlement-objection')).then(leadsTo('awaitingReturn'));
  });

  test('asks nothing back where what was disallowed was the firm’s own', () => {
    const own = asked.and(spends('365000000'), settles('5000000'));
    own.when(ACCEPT).then(endsAs('settled'), tells('settled', '0'));
    own.when(passes('settlement-objection')).then(endsAs('settled'));
  });

  test('can be objected to within the month, by the time of receipt', () => {
    notified
      .when(OBJECT.onTheLast('settlement-objection'))
      .then(leadsTo('objected'), notices('company-0001: settlementObjectionReceived'));
    notified.when(OBJECT.onTheLast('settlement-objection', 1)).then(
      isRefused('isWithinSettlementObjectionWindow', {
        receivedAt: '2026-08-03T15:00:00.000Z',
        due: '2026-08-03T14:59:59.999Z',
      }),
    );
    notified.when(officer('OBJECT_TO_SETTLEMENT')).then(isRefused('isApplicant'));
  });

  test('takes no second report, and is settled once', () => {
    notified.when(SPENT).then(isNotOffered);
    notified.when(settles('0')).then(isNotOffered);
  });
});

describe('An objection to a settlement', () => {
  test('is to be decided within thirty days of its receipt', () => {
    notified.when(OBJECT.at('2026-07-10T01:00:00.000Z')).then(
      knows({
        objection: { statement: '인건비는 인정되어야 합니다.', outcome: null },
        clocks: { 'settlement-decision': { due: '2026-08-10T14:59:59.999Z' } },
      }),
      tells('objected', '70000000'),
    );
  });

  test('that is upheld leaves less disallowed, and the month to repay runs anew', () => {
    objected.when(decidesObjection('4000000').at('2026-08-05T01:00:00.000Z')).then(
      leadsTo('awaitingReturn'),
      knows({
        figures: { disallowed: '4000000', toReturn: '64000000' },
        objection: { outcome: 'upheld' },
        ...{ noticedAt: '2026-08-05T01:00:00.000Z' },
        clocks: { repayment: { due: '2026-09-07T14:59:59.999Z' } },
      }),
      notices('company-0001: settlementObjectionDecided', 'company-0001: repaymentDue'),
    );
    objected
      .when(decidesObjection('10000000'))
      .then(isRefused('isLowerThanNotified', { disallowed: '10000000' }));
  });

  test('that is upheld in full can leave nothing to return', () => {
    asked
      .and(SPENT, settles('30000000'), OBJECT)
      .when(decidesObjection('0'))
      .then(endsAs('settled'), knows({ figures: { toReturn: '0' } }));
  });

  test('that is dismissed leaves the figures as they were', () => {
    objected
      .when(decidesObjection())
      .then(
        leadsTo('awaitingReturn'),
        knows({ figures: { toReturn: '70000000' }, objection: { outcome: 'dismissed' } }),
      );
    objected.when(finance('DECIDE_SETTLEMENT_OBJECTION')).then(isRefused('isOfficer'));
  });

  test('is made once', () => {
    objected.and(decidesObjection()).when(OBJECT).then(isNotOffered);
  });
});

describe('What a settlement asks back', () => {
  const waiting = inState('settlement', 'awaitingReturn');

  test('has come in when the project says so, and the stage is settled', () => {
    waiting
      .when(system('RECOVERY_CLOSED', { no: 1 }))
      .then(endsAs('settled'), tells('settled', '65000000'), notices('company-0001: settled'));
  });

  test('is said to have come in by nobody else', () => {
    waiting.when(finance('RECOVERY_CLOSED', { no: 1 })).then(isRefused('isSystem'));
    waiting
      .and(system('RECOVERY_CLOSED', { no: 1 }))
      .when(ACCEPT)
      .then(isOver);
  });

  test('counts what the release says, whoever tells it: only the service does', () => {
    asked.when(officer('RELEASE_CHANGED', RELEASE)).then(isRefused('isSystem'));
    asked.when(applicant('RELEASE_CHANGED', RELEASE)).then(isRefused('isSystem'));
  });
});
