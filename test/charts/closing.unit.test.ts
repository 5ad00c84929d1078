import { describe, test } from 'vitest';
import {
  endsAs,
  isNotOffered,
  isOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  waitsFor,
} from './support/expected.js';
import { inState } from './support/given.js';
import { SHA256, document } from './support/lives.js';
import { applicant, asks, committee, finance, officer, passes, told } from './support/moves.js';

const REPORT = applicant('SUBMIT_FINAL_REPORT', document);
const EVALUATE = committee('EVALUATE_FINAL', { grade: 'excellent' });
const STOP = officer('EVALUATE_STAGE', {
  grade: 'extremely-poor',
  basis: 'stage-evaluation',
  findings: ['process-inadequate', 'far-below-plan'],
});
const spends = (spent: string) => applicant('REPORT_COSTS', { spent });
const settles = (disallowed: string) => officer('SETTLE', { disallowed });
const confirms = (amount: string) => finance('CONFIRM_REPAYMENT', { amount });

// All three tranches, a thousand million won.
const released = [told(1, 'released'), told(2, 'released'), told(3, 'released')] as const;

describe('The final report', () => {
  const open = inState('structuredProject', 'finalReport.open');

  test('is due sixty days from the agreement’s end', () => {
    inState('structuredProject', 'research.stageEvaluation', {}, 3)
      .when(officer('EVALUATE_STAGE', { grade: 'average' }).at('2029-05-31T14:59:59.999Z'))
      .then(waitsFor({ 'final-report': '2029-07-30T14:59:59.999Z' }));
  });

  test('goes to the final evaluation', () => {
    open.when(REPORT).then(leadsTo('finalEvaluation'), knows({ finalReportSha256: SHA256 }), waitsFor({}));
    open.when(REPORT.by({ org: 'company-0002' })).then(isRefused('isOwnCase'));
    open.when(officer('SUBMIT_FINAL_REPORT', document)).then(isRefused('isApplicant', { role: 'officer' }));
  });

  test('that is late is told, and still taken', () => {
    open
      .when(passes('final-report'))
      .then(leadsTo('finalReport.overdue'), notices('company-0001: finalReportOverdue'));
    open.and(passes('final-report')).when(REPORT).then(leadsTo('finalEvaluation'));
  });

  test('that never comes leaves the agency a way out: a special evaluation for breach', () => {
    const breach = officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach' });
    open.when(breach).then(isNotOffered);
    open.and(passes('final-report')).when(breach).then(leadsTo('specialEvaluation.awaitingExplanation'));
    open
      .and(passes('final-report'), breach, passes('special-evaluation-explanation'))
      .when(committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis: 'special-evaluation' }))
      .then(leadsTo('finalEvaluation'), knows({ outcome: 'terminated' }));
  });
});

describe('The final evaluation', () => {
  const evaluated = inState('structuredProject', 'finalEvaluation');

  test('of a project that was carried through says that it was completed, and its costs are asked for', () => {
    evaluated
      .when(EVALUATE.at('2029-09-03T01:00:00.000Z'))
      .then(
        leadsTo('settlement.awaitingCosts'),
        knows({ finalGrade: 'excellent', outcome: 'completed' }),
        notices('company-0001: finalEvaluated', 'company-0001: costReportDue'),
        waitsFor({ 'cost-report': '2029-12-03T14:59:59.999Z' }),
      );
  });

  test('gives a grade that the edition knows', () => {
    evaluated
      .when(committee('EVALUATE_FINAL', { grade: 'superb' }))
      .then(isRefused('isKnownGrade', { grades: 'excellent, average, poor, extremely-poor' }));
    evaluated.when(finance('EVALUATE_FINAL', { grade: 'poor' })).then(isRefused('isOfficerOrCommittee'));
  });
});

describe('The costs', () => {
  const asked = inState('structuredProject', 'settlement.awaitingCosts').and(...released);

  test('are reported by the firm, in time or late', () => {
    asked.when(spends('900000000')).then(
      leadsTo('settlement.costsReported'),
      knows({
        settlement: { released: '1000000000', spent: '900000000', disallowed: null, toReturn: null },
      }),
    );
    asked
      .when(passes('cost-report'))
      .then(leadsTo('settlement.overdue'), notices('company-0001: costReportOverdue'));
    asked.and(passes('cost-report')).when(spends('900000000')).then(leadsTo('settlement.costsReported'));
    asked.when(officer('REPORT_COSTS', { spent: '1' })).then(isRefused('isApplicant'));
  });

  test('that are never reported are none: all that was released goes back', () => {
    asked.when(settles('0')).then(isNotOffered);
    asked
      .and(passes('cost-report'))
      .when(settles('0'))
      .then(leadsTo('repayment.open'), knows({ settlement: { spent: '0', toReturn: '1000000000' } }));
  });

  test('of a firm that was paid nothing need no report either', () => {
    inState('structuredProject', 'settlement.awaitingCosts')
      .and(passes('cost-report'))
      .when(settles('0'))
      .then(endsAs('closed'));
  });
});

describe('The settlement', () => {
  const reported = inState('structuredProject', 'settlement.awaitingCosts').and(
    ...released,
    spends('950000000'),
  );

  test('with nothing unspent or disallowed closes the project', () => {
    inState('structuredProject', 'settlement.awaitingCosts')
      .and(...released, spends('1000000000'))
      .when(settles('0'))
      .then(
        endsAs('closed'),
        knows({ settlement: { disallowed: '0', toReturn: '0' } }),
        notices('company-0001: settled'),
        orders('postReturn'),
      );
  });

  test('asks back what was not spent, and what was disallowed', () => {
    reported
      .when(settles('20000000').at('2029-09-03T01:00:00.000Z'))
      .then(
        leadsTo('repayment.open'),
        knows({ settlement: { released: '1000000000', spent: '950000000', toReturn: '70000000' } }),
        notices('company-0001: repaymentDue'),
        waitsFor({ repayment: '2029-10-04T14:59:59.999Z' }),
      );
  });

  test('does not disallow more than was spent', () => {
    reported.when(settles('950000000')).then(leadsTo('repayment.open'));
    reported.when(settles('950000001')).then(isRefused('isDisallowedWithinSpent', { spent: '950000000' }));
  });

  test.each(['checking', 'claimed', 'firstApproved', 'reserving', 'releasing', 'held'])(
    'waits for a tranche that is %s: money may still move',
    (state) => {
      reported
        .and(told(3, state))
        .when(settles('0'))
        .then(isRefused('areTranchesSettled', { inFlight: `3: ${state}` }));
    },
  );

  test.each(['refused', 'cancelled', 'claimable', 'scheduled'])(
    'does not wait for a tranche that is %s',
    (state) => {
      reported.and(told(3, state)).when(settles('0')).then(leadsTo('closed'));
    },
  );

  test('counts what was paid while the costs were under review', () => {
    inState('structuredProject', 'settlement.awaitingCosts')
      .and(told(1, 'released'), told(2, 'claimed'), spends('200000000'))
      .and(told(2, 'released'))
      .when(settles('0'))
      .then(
        leadsTo('repayment.open'),
        knows({ settlement: { released: '600000000', toReturn: '400000000' } }),
      );
  });

  test('cancels the tranches that nobody claimed', () => {
    inState('structuredProject', 'settlement.awaitingCosts')
      .and(told(1, 'released'), told(2, 'claimable'), told(3, 'refused'), spends('200000000'))
      .when(settles('0'))
      .then(endsAs('closed'), orders('cancelTranches', { event: 'CANCEL_TRANCHE', data: {}, tranches: [2] }));
  });

  test('is the agency’s, and is offered before an amount is named', () => {
    reported.when(finance('SETTLE', { disallowed: '0' })).then(isRefused('isOfficer', { role: 'finance' }));
    reported.when(asks('officer', 'SETTLE')).then(isOffered);
  });
});

describe('A repayment', () => {
  const due = inState('structuredProject', 'settlement.awaitingCosts').and(
    ...released,
    spends('950000000'),
    settles('0'),
  );

  test('that has come in whole closes the project, and is posted once', () => {
    due.when(confirms('50000000')).then(
      endsAs('closed'),
      orders('postReturn', {
        ...{ kind: 'return', debit: 'bank', credit: 'company/company-0001' },
        amount: '50000000',
      }),
      notices('company-0001: repaid'),
    );
  });

  test.each(['49999999', '50000001', '1'])('of %s won is not the fifty million that are due', (amount) => {
    due.when(confirms(amount)).then(isRefused('isFullRepayment', { toReturn: '50000000' }));
  });

  test('that is late is dunned, and still taken', () => {
    due
      .when(passes('repayment'))
      .then(leadsTo('repayment.overdue'), notices('company-0001: repaymentOverdue'));
    due.and(passes('repayment')).when(confirms('50000000')).then(endsAs('closed'));
  });

  test('is confirmed by finance', () => {
    due
      .when(applicant('CONFIRM_REPAYMENT', { amount: '50000000' }))
      .then(isRefused('isFinance', { role: 'applicant' }));
  });
});

describe('A project that was stopped', () => {
  const stopped = inState('structuredProject', 'research.stageEvaluation').and(told(1, 'released'), STOP);

  test('is settled like any other, and ends as terminated', () => {
    stopped
      .and(spends('200000000'))
      .when(settles('0'))
      .then(endsAs('terminated'), knows({ outcome: 'stopped' }));
  });

  test('ends as terminated after its repayment, too', () => {
    stopped.and(spends('150000000'), settles('0')).when(confirms('50000000')).then(endsAs('terminated'));
  });

  test('by a special evaluation is evaluated finally first, and stays terminated', () => {
    const decided = inState('structuredProject', 'research.underWay').and(
      applicant('REQUEST_TERMINATION', { reason: '중단합니다.' }),
      applicant('SUBMIT_EXPLANATION', document),
      committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis: 'special-evaluation' }),
    );
    decided.when(EVALUATE).then(leadsTo('settlement.awaitingCosts'), knows({ outcome: 'terminated' }));
    decided.and(EVALUATE, spends('0')).when(settles('0')).then(endsAs('terminated'));
  });
});

describe('What has ended', () => {
  test('takes nothing any more', () => {
    const closed = inState('structuredProject', 'closed');
    for (const move of [REPORT, EVALUATE, settles('0'), applicant('WITHDRAW'), told(1, 'released')])
      closed.when(move).then(isRefused('caseIsClosed', {}));
  });
});
