import { describe, expect, test } from 'vitest';
import {
  clockIs,
  endsAs,
  isNotOffered,
  isOver,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
  waitsFor,
} from './support/expected.js';
import type { Expectation } from './support/given.js';
import { inState } from './support/given.js';
import { SHA256, decides, document, settled, stageDone, toTheGate } from './support/lives.js';
import { toldByRecovery, toldBySettlement } from './support/lives-closing.js';
import { applicant, committee, finance, officer, passes, system, told } from './support/moves.js';

const REPORT = applicant('SUBMIT_FINAL_REPORT', document);
const EVALUATE = committee('EVALUATE_FINAL', { grade: 'excellent' });
const STOP = officer('EVALUATE_STAGE', {
  grade: 'extremely-poor',
  basis: 'stage-evaluation',
  findings: ['process-inadequate', 'far-below-plan'],
});
const PASS = officer('EVALUATE_STAGE', { grade: 'average' });
const closed = ['company-0001: projectClosed', 'partner-tno: projectClosed'];

/** Exactly these settlements are begun, each with facts of its beginning. */
function settles(...begun: readonly object[]): Expectation {
  return ({ step }) => {
    const found = step?.orders.filter(({ name }) => name === 'startSettlement') ?? [];
    expect(found.map(({ params }) => params)).toMatchObject(begun);
    expect(found.length).toBe(begun.length);
  };
}

describe('The final report', () => {
  const open = inState('structuredProject', 'finalReport.open');

  test('is due sixty days from the agreement’s end', () => {
    inState('structuredProject', 'research.stageEvaluation', {}, 3)
      .when(PASS.at('2029-05-31T14:59:59.999Z'))
      .then(leadsTo('finalReport.open'), waitsFor({ 'final-report': '2029-07-30T14:59:59.999Z' }));
  });

  test('goes to the final evaluation', () => {
    open.when(REPORT).then(leadsTo('finalEvaluation'), knows({ finalReportSha256: SHA256 }), waitsFor({}));
    open.when(REPORT.by({ org: 'company-0002' })).then(isRefused('isOwnCase'));
    open.when(officer('SUBMIT_FINAL_REPORT', document)).then(isRefused('isApplicant', { role: 'officer' }));
  });

  test('that is late shows, and is still taken', () => {
    open.when(passes('final-report')).then(leadsTo('finalReport.overdue'));
    open.and(passes('final-report')).when(REPORT).then(leadsTo('finalEvaluation'));
  });

  test('that is given more time after all is late no more, and waited for again', () => {
    const more = officer('EXTEND_CLOCK', {
      clock: 'final-report',
      until: '2029-09-28',
      ground: '국외 시험 지연',
    });
    open
      .and(passes('final-report'))
      .when(more)
      .then(leadsTo('finalReport.open'), waitsFor({ 'final-report': '2029-09-28T14:59:59.999Z' }));
  });

  test('that never comes leaves the agency a way out: a special evaluation for breach', () => {
    const breach = officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach' });
    open.when(breach).then(isNotOffered);
    const late = open.and(passes('final-report'));
    late.when(breach).then(leadsTo('specialEvaluation.awaitingExplanation'));
    const heard = late.and(breach, passes('special-evaluation-explanation'));
    heard
      .when(committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis: 'special-evaluation' }))
      .then(leadsTo('finalEvaluation'), knows({ outcome: 'terminated' }), settles());
    heard
      .when(committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'continue' }))
      .then(leadsTo('finalReport.overdue'), clockIs('final-report', { overdueSince: null }));
  });
});

describe('The settlement of a stage', () => {
  const evaluated = inState('structuredProject', 'research.stageEvaluation').and(
    told(1, 'released', { partnerReleased: '20000000' }),
  );

  test('begins as the stage is evaluated: from its last day, of what was released, with the firm’s cash share', () => {
    evaluated.when(PASS).then(
      leadsTo('research.underWay'),
      settles({
        ...{ chartId: 'settlement.v1', no: 1 },
        facts: {
          ...{ projectId: 'project/2026/structured/0001', companyId: 'company-0001', stage: 1 },
          ...{ released: '200000000', partnerReleased: '20000000', trancheState: 'released' },
          ...{ stageEnd: '2027-05-31T14:59:59.999Z', cashShare: '20000000', daysAdded: {} },
        },
      }),
      knows({ stage: 2, settlements: [{ stage: 1, state: 'awaitingCosts', toReturn: '0' }] }),
    );
  });

  test('begins for each stage in its turn', () => {
    inState('structuredProject', 'research.stageEvaluation', {}, 2)
      .when(PASS)
      .then(settles({ no: 2, facts: { stage: 2, trancheState: 'planned', released: '0' } }));
    inState('structuredProject', 'research.stageEvaluation', {}, 3)
      .when(PASS)
      .then(settles({ no: 3 }), leadsTo('finalReport.open'));
  });

  test('begins on the day of the stop, where a stage is stopped before its end', () => {
    evaluated
      .when(STOP.at('2027-05-20T01:00:00.000Z'))
      .then(leadsTo('settling'), settles({ no: 1, facts: { stageEnd: '2027-05-20T01:00:00.000Z' } }));
  });

  test('of an exploration begins as it is concluded', () => {
    const concluding = inState('mitIlpProject', 'exploration.concluding');
    for (const outcome of ['technologyTransfer', 'longerTermCollaboration', 'none'])
      concluding.when(committee('CONCLUDE_EXPLORATION', { outcome })).then(settles({ no: 1 }));
  });

  test('with Eco-Bridge begins at the gate that opens the next tranche, and at the target’s', () => {
    const gate = inState('ecoBridgeProject', 'clinical.gate');
    gate
      .when(decides('GO').at('2026-09-01T01:00:00.000Z'))
      .then(settles({ no: 1, facts: { stageEnd: '2026-09-01T01:00:00.000Z' } }));
    gate.when(decides('RECYCLE', { toStage: 'ind-filing' })).then(settles());
    inState('ecoBridgeProject', 'clinical.gate', {}, 3)
      .when(decides('GO'))
      .then(leadsTo('finalReport.open'), settles({ no: 3 }));
    gate
      .and(decides('RECYCLE', { toStage: 'ind-filing' }), ...toTheGate)
      .when(decides('GO'))
      .then(settles({ no: 1 }));
  });

  test('is told of money that moves meanwhile', () => {
    const claimed = inState('structuredProject', 'research.stageEvaluation').and(told(1, 'claimed'), PASS);
    claimed.when(told(1, 'released', { partnerReleased: '20000000' })).then(
      orders('tellSettlement', {
        to: 'settlement/2026/structured/0001/1',
        event: 'RELEASE_CHANGED',
        data: { released: '200000000', partnerReleased: '20000000', trancheState: 'released' },
      }),
    );
    claimed.when(told(2, 'claimable')).then(orders('tellSettlement'));
    claimed.and(settled(1)).when(told(1, 'released')).then(orders('tellSettlement'));
  });

  test('has a tranche cancelled that nobody claimed by then', () => {
    evaluated
      .and(PASS)
      .when(toldBySettlement(1, 'fixingRelease'))
      .then(
        stays,
        orders('cancelTranches', { event: 'CANCEL_TRANCHE', data: {}, tranches: [1] }),
        knows({ settlements: [{ stage: 1, state: 'fixingRelease' }] }),
      );
  });

  test('is told of by nobody else', () => {
    evaluated
      .and(PASS)
      .when(finance('SETTLEMENT_CHANGED', { stage: 1, state: 'settled', toReturn: '0' }))
      .then(isRefused('isSystem'));
  });
});

describe('What a settlement asks back', () => {
  const drawn = { drawId: 'draw-1', tranche: 1, institution: 'company-0001', drawnOn: '2026-07-01' };
  const released = inState('structuredProject', 'research.underWay').and(
    told(1, 'released'),
    finance('RECORD_DRAW', { ...drawn, amount: '150000000' }),
    ...stageDone,
  );
  const repayment = { from: '2027-09-01T00:00:00.000Z', due: '2027-10-01T14:59:59.999Z' };
  const ASKS = toldBySettlement(1, 'awaitingReturn', '70000000', {
    noticedAt: '2027-09-01T00:00:00.000Z',
    repayment,
  });

  test('is recovered: first what was never drawn, and then what was', () => {
    const sources = [
      { account: 'tranche/project/2026/structured/0001/tranche/1', amount: '50000000' },
      { account: 'drawn/company-0001/project/2026/structured/0001', amount: '20000000' },
    ];
    released.when(ASKS).then(
      stays,
      knows({
        recoveries: [
          {
            ...{ no: 1, cause: 'settlement', stage: 1, amount: '70000000', outstanding: '70000000' },
            ...{ state: 'owed', sources },
          },
        ],
      }),
      ({ step }) => {
        const start = step?.orders.find(({ name }) => name === 'startRecovery');
        expect(start?.params).toMatchObject({
          ...{ chartId: 'recovery.v1', no: 1 },
          facts: {
            ...{ cause: 'settlement', stage: 1, amount: '70000000', sources, repayment },
            noticedAt: '2027-09-01T00:00:00.000Z',
          },
        });
      },
    );
  });

  test('is recovered once, however often it is told', () => {
    released.and(ASKS).when(ASKS).then(orders('startRecovery'));
  });

  test('is not there to be drawn any more', () => {
    const more = finance('RECORD_DRAW', { ...drawn, drawId: 'draw-2', amount: '1' });
    released.when(more).then(stays);
    released
      .and(ASKS)
      .when(more)
      .then(isRefused('isWithinReleased', { released: '200000000', drawn: '150000000', undrawn: '0' }));
  });

  test('closes its settlement once it has come in', () => {
    const owed = released.and(ASKS);
    owed
      .when(toldByRecovery(1, 'owed', '20000000'))
      .then(stays, knows({ recoveries: [{ outstanding: '20000000' }] }), orders('tellSettlement'));
    owed.when(toldByRecovery(1, 'recovered', '0')).then(
      knows({ recoveries: [{ state: 'recovered', outstanding: '0' }] }),
      orders('tellSettlement', {
        ...{ to: 'settlement/2026/structured/0001/1', event: 'RECOVERY_CLOSED', data: { no: 1 } },
      }),
    );
  });
});

describe('The final evaluation', () => {
  const evaluated = inState('structuredProject', 'finalEvaluation');

  test('of a project that was carried through says that it was completed, and its stages are settled', () => {
    evaluated
      .when(EVALUATE)
      .then(
        leadsTo('settling'),
        knows({ finalGrade: 'excellent', outcome: 'completed' }),
        notices('company-0001: finalEvaluated'),
        waitsFor({}),
      );
  });

  test('closes a project whose stages are settled by then', () => {
    evaluated
      .and(settled(1), settled(2), settled(3))
      .when(EVALUATE)
      .then(endsAs('closed'), notices('company-0001: finalEvaluated', ...closed));
  });

  test('gives a grade that the edition knows', () => {
    evaluated
      .when(committee('EVALUATE_FINAL', { grade: 'superb' }))
      .then(isRefused('isKnownGrade', { grades: 'excellent, average, poor, extremely-poor' }));
    evaluated.when(finance('EVALUATE_FINAL', { grade: 'poor' })).then(isRefused('isOfficerOrCommittee'));
  });
});

describe('A project that is being settled', () => {
  const settling = inState('structuredProject', 'settling');

  test('is closed with the last of its settlements, in whatever order they come', () => {
    settling
      .and(settled(3), settled(1))
      .when(settled(2))
      .then(endsAs('closed'), notices(...closed));
    settling.and(settled(3)).when(settled(3)).then(leadsTo('settling'));
    settling
      .and(settled(3), settled(1))
      .when(toldBySettlement(2, 'notified', '1000'))
      .then(leadsTo('settling'));
  });

  test('waits for what a settlement asks back', () => {
    const owed = settling.and(settled(1), settled(2), toldBySettlement(3, 'awaitingReturn', '1000'));
    owed.when(toldByRecovery(1, 'recovered', '0')).then(leadsTo('settling'));
    owed
      .and(toldByRecovery(1, 'recovered', '0'))
      .when(settled(3, '1000'))
      .then(endsAs('closed'));
  });

  test('takes no more of what the first version settled at its end', () => {
    settling.when(finance('CONFIRM_REPAYMENT', { amount: '1' })).then(({ refusal }) => {
      expect(refusal?.code).toBe('unknownEvent');
    });
  });
});

describe('A project that was stopped', () => {
  const stopped = inState('structuredProject', 'research.stageEvaluation').and(told(1, 'released'), STOP);

  test('is settled like any other, and ends as terminated', () => {
    stopped.when(settled(1)).then(endsAs('terminated'), knows({ outcome: 'stopped' }), notices(...closed));
  });

  test('by a special evaluation is evaluated finally first, and stays terminated', () => {
    const decided = inState('structuredProject', 'research.underWay').and(
      applicant('REQUEST_TERMINATION', { reason: '중단합니다.' }),
      applicant('SUBMIT_EXPLANATION', document),
    );
    const stop = committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis: 'special-evaluation' });
    decided.when(stop).then(leadsTo('finalEvaluation'), settles({ no: 1 }));
    decided
      .and(stop)
      .when(EVALUATE)
      .then(leadsTo('settling'), knows({ outcome: 'terminated' }));
    decided.and(stop, EVALUATE).when(settled(1)).then(endsAs('terminated'));
    decided.and(stop, settled(1)).when(EVALUATE).then(endsAs('terminated'));
  });

  test('before any stage began has nothing to settle', () => {
    inState('mitIlpProject', 'matching.searching')
      .and(
        applicant('REQUEST_TERMINATION', { reason: '중단합니다.' }),
        applicant('SUBMIT_EXPLANATION', document),
        committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis: 'special-evaluation' }),
      )
      .when(EVALUATE)
      .then(endsAs('terminated'));
  });
});

describe('A sanction after a special evaluation', () => {
  const stopped = inState('structuredProject', 'research.underWay').and(
    told(1, 'released'),
    officer('OPEN_SPECIAL_EVALUATION', { ground: 'misconduct' }),
    applicant('SUBMIT_EXPLANATION', document),
    committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis: 'special-evaluation' }),
    EVALUATE,
  );
  const LEVY = officer('PROPOSE_SANCTION', { kind: 'levy', amount: '30000000', ground: '용도 외 사용' });
  const BAN = officer('PROPOSE_SANCTION', { kind: 'ban', months: 24, ground: '용도 외 사용' });
  const decided = (no: number, outcome: string, rest: object = {}) =>
    system('SANCTION_DECIDED', { no, outcome, ground: '용도 외 사용', ...rest });

  test('is begun with prior notice to the firm', () => {
    stopped
      .when(LEVY.at('2026-09-01T01:00:00.000Z'))
      .then(
        stays,
        knows({ sanctions: [{ no: 1, kind: 'levy', state: 'notified', months: null, amount: '30000000' }] }),
        ({ step }) => {
          const start = step?.orders.find(({ name }) => name === 'startSanction');
          expect(start?.params).toMatchObject({
            ...{ chartId: 'sanction.v1', no: 1 },
            facts: {
              ...{ kind: 'levy', months: null, amount: '30000000', ground: '용도 외 사용' },
              noticedAt: '2026-09-01T01:00:00.000Z',
            },
          });
        },
      );
  });

  test('keeps the project from ending until it is decided', () => {
    const pending = stopped.and(BAN, settled(1));
    pending
      .when(decided(1, 'imposed', { kind: 'ban', months: 24 }))
      .then(
        endsAs('terminated'),
        knows({ sanctions: [{ state: 'imposed', months: 24 }] }),
        notices(...closed),
      );
    pending.when(decided(1, 'dropped', { kind: 'ban' })).then(endsAs('terminated'));
  });

  test('that asks for money is recovered before the project ends', () => {
    const pending = stopped.and(LEVY, settled(1));
    pending.when(decided(1, 'reduced', { kind: 'levy', amount: '10000000' })).then(
      leadsTo('settling'),
      knows({
        sanctions: [{ state: 'reduced', amount: '10000000' }],
        recoveries: [{ no: 1, cause: 'sanction', stage: null, amount: '10000000' }],
      }),
    );
    pending
      .and(decided(1, 'imposed', { kind: 'levy', amount: '30000000' }))
      .when(toldByRecovery(1, 'recovered', '0', 'sanction'))
      .then(endsAs('terminated'), orders('tellSettlement'));
    pending.when(decided(1, 'dropped', { kind: 'levy' })).then(endsAs('terminated'));
  });
});

describe('What has ended', () => {
  test('takes nothing any more', () => {
    const over = inState('structuredProject', 'closed');
    for (const move of [REPORT, EVALUATE, settled(1), applicant('WITHDRAW'), told(1, 'released')])
      over.when(move).then(isOver);
  });
});
