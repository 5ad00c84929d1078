import { describe, expect, test } from 'vitest';
import {
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
import { SHA256, document, stageDone } from './support/lives.js';
import { applicant, asks, committee, finance, officer, partner, passes } from './support/moves.js';

const REPORT = applicant('SUBMIT_STAGE_REPORT', document);
const RETURN = officer('RETURN_STAGE_REPORT', { reason: '자료가 빠졌습니다.' });
const evaluates = (grade: string, rest: object = {}) => officer('EVALUATE_STAGE', { grade, ...rest });
const BOTH = ['process-inadequate', 'far-below-plan'];

describe('A stage under way', () => {
  const underWay = inState('structuredProject', 'research.underWay');

  test('its report is accepted from thirty days before its end, and not a millisecond earlier', () => {
    underWay.when(REPORT.at('2027-04-30T15:00:00.000Z')).then(leadsTo('research.stageEvaluation'));
    underWay.when(REPORT.at('2027-04-30T14:59:59.999Z')).then(
      isRefused('isReportOpen', {
        receivedAt: '2027-04-30T14:59:59.999Z',
        opens: '2027-04-30T15:00:00.000Z',
      }),
    );
  });

  test('its report is due on the day on which it ends', () => {
    underWay
      .when(REPORT.onTheLast('stage'))
      .then(
        leadsTo('research.stageEvaluation'),
        knows({ reports: [{ stage: 1, documentSha256: SHA256 }] }),
        waitsFor({}),
      );
  });

  test('a report that does not come is overdue; the clock says so to the firm', () => {
    underWay.when(passes('stage-report')).then(leadsTo('research.reportOverdue'), notices(), waitsFor({}));
  });

  test('a report that was overdue is waited for again once its time is extended', () => {
    const more = { clock: 'stage-report', until: '2027-06-30', ground: '시험기관 사정' };
    underWay
      .and(passes('stage-report'))
      .when(officer('EXTEND_CLOCK', more))
      .then(leadsTo('research.underWay'), waitsFor({ 'stage-report': '2027-06-30T14:59:59.999Z' }));
  });

  test('a report that is late is still taken', () => {
    underWay.and(passes('stage-report')).when(REPORT).then(leadsTo('research.stageEvaluation'));
  });

  test('the report is the firm’s to submit', () => {
    underWay
      .when(partner('SUBMIT_STAGE_REPORT', document).onTheLast('stage'))
      .then(isRefused('isApplicant', { role: 'partner' }));
    underWay.when(REPORT.onTheLast('stage').by({ org: 'company-0002' })).then(isRefused('isOwnCase'));
  });

  test('there is no yearly gate: nothing can be evaluated before the report is there', () => {
    underWay.when(evaluates('extremely-poor')).then(isNotOffered);
  });
});

describe('A stage under evaluation', () => {
  const evaluated = inState('structuredProject', 'research.stageEvaluation');

  test.each(['excellent', 'average', 'poor'])('with the grade %s the next stage begins', (grade) => {
    evaluated
      .when(evaluates(grade))
      .then(
        leadsTo('research.underWay'),
        knows({ stage: 2, openedTranches: 2, grades: [{ stage: 1, grade }] }),
        notices('company-0001: stagePassed'),
      );
  });

  test('and its tranche is opened, with its part of the firm’s cash', () => {
    evaluated.when(evaluates('average')).then(
      orders('openTranche', {
        ...{ event: 'OPEN_TRANCHE', tranches: [2] },
        data: { stage: 2, cashShareDue: '40000000' },
      }),
    );
  });

  test('and the money of the stage that is over is settled', () => {
    evaluated
      .when(evaluates('average'))
      .then(knows({ settlements: [{ stage: 1, state: 'awaitingCosts' }] }), (outcome) => {
        const order = outcome.step?.orders.find(({ name }) => name === 'startSettlement');
        expect(order?.params).toMatchObject({
          no: 1,
          facts: { stage: 1, stageEnd: '2027-05-31T14:59:59.999Z' },
        });
      });
  });

  test('and its year follows the one before, however late that was evaluated', () => {
    evaluated
      .when(evaluates('average').at('2027-08-15T01:00:00.000Z'))
      .then(
        knows({ clocks: { stage: { due: '2028-05-31T14:59:59.999Z' } } }),
        waitsFor({ 'stage-report': '2028-05-31T14:59:59.999Z' }),
      );
  });

  test('or however early', () => {
    inState('structuredProject', 'research.underWay')
      .and(REPORT.at('2027-05-01T01:00:00.000Z'))
      .when(evaluates('average').at('2027-05-02T01:00:00.000Z'))
      .then(waitsFor({ 'stage-report': '2028-05-31T14:59:59.999Z' }));
  });

  test('a grade that the edition does not know is none', () => {
    evaluated
      .when(evaluates('superb'))
      .then(isRefused('isKnownGrade', { grades: 'excellent, average, poor, extremely-poor' }));
  });

  test('is evaluated by the agency or the committee', () => {
    evaluated.when(committee('EVALUATE_STAGE', { grade: 'average' })).then(leadsTo('research.underWay'));
    evaluated
      .when(finance('EVALUATE_STAGE', { grade: 'average' }))
      .then(isRefused('isOfficerOrCommittee', { role: 'finance' }));
  });

  test('is offered to them before a grade is chosen', () => {
    evaluated.when(asks('officer', 'EVALUATE_STAGE')).then(isOffered);
  });
});

describe('Extremely poor', () => {
  const evaluated = inState('structuredProject', 'research.stageEvaluation');
  const stops = evaluates('extremely-poor', { basis: 'stage-evaluation', findings: BOTH });

  test('ends the project, with a lawful basis and both findings', () => {
    evaluated.when(stops).then(
      leadsTo('settling'),
      knows({
        ...{ outcome: 'stopped', grades: [{ stage: 1, grade: 'extremely-poor' }] },
        basedDecisions: [{ event: 'EVALUATE_STAGE', basis: 'stage-evaluation', grant: null }],
      }),
      orders('cancelTranches', { event: 'CANCEL_TRANCHE', data: {}, tranches: [1, 2, 3] }),
      notices('company-0001: projectStopped', 'partner-tno: projectStopped'),
    );
  });

  test('holds everybody’s spending for good, and settles the stage’s money', () => {
    const project = 'project/2026/structured/0001';
    evaluated.when(stops).then(
      knows({
        freezes: [
          { institution: 'company-0001', until: null, cause: 'stopped' },
          { institution: 'partner-tno', until: null, cause: 'stopped' },
        ],
        settlements: [{ stage: 1, state: 'awaitingCosts' }],
      }),
      orders(
        'holdSpending',
        { project, institution: 'company-0001' },
        { project, institution: 'partner-tno' },
      ),
    );
  });

  test.each([[['process-inadequate']], [['far-below-plan']], [[]], [undefined]])(
    'is not given on the findings %j alone',
    (findings) => {
      evaluated
        .when(evaluates('extremely-poor', { basis: 'stage-evaluation', ...(findings ? { findings } : {}) }))
        .then(isRefused('hasFindings', { needs: 'process-inadequate, far-below-plan' }));
    },
  );

  test.each([undefined, 'yearly-check', 'settlement'])(
    'is not given on the basis %s, which allows no stop',
    (basis) => {
      evaluated
        .when(evaluates('extremely-poor', { findings: BOTH, ...(basis ? { basis } : {}) }))
        .then(isRefused('hasLawfulBasis', { lawful: 'stage-evaluation, special-evaluation, agreed-change' }));
    },
  );

  test.each(['special-evaluation', 'agreed-change'])(
    'is not given on the basis %s, which has not come about here',
    (basis) => {
      evaluated
        .when(evaluates('extremely-poor', { findings: BOTH, basis }))
        .then(isRefused('isBasisEstablished', { established: 'stage-evaluation' }));
    },
  );

  test('of the last stage ends the project too', () => {
    inState('structuredProject', 'research.stageEvaluation', {}, 3)
      .when(stops)
      .then(leadsTo('settling'), knows({ outcome: 'stopped' }));
  });
});

describe('A report that is returned', () => {
  test('in time leaves the stage as long as it had', () => {
    inState('structuredProject', 'research.underWay')
      .and(REPORT.at('2027-05-03T01:00:00.000Z'))
      .when(RETURN)
      .then(
        leadsTo('research.underWay'),
        notices('company-0001: stageReportReturned'),
        waitsFor({ 'stage-report': '2027-05-31T14:59:59.999Z' }),
      );
  });

  test('after the stage’s end is overdue at once', () => {
    inState('structuredProject', 'research.stageEvaluation')
      .when(RETURN)
      .then(leadsTo('research.reportOverdue'));
  });

  test('is submitted again, and only the last one counts', () => {
    const again = applicant('SUBMIT_STAGE_REPORT', { documentSha256: 'c'.repeat(64) });
    inState('structuredProject', 'research.stageEvaluation')
      .and(RETURN)
      .when(again)
      .then(
        leadsTo('research.stageEvaluation'),
        knows({ reports: [{ stage: 1, documentSha256: 'c'.repeat(64) }] }),
      );
  });

  test('is returned by those who evaluate it', () => {
    inState('structuredProject', 'research.stageEvaluation')
      .when(applicant('RETURN_STAGE_REPORT', { reason: '다시 내겠습니다.' }))
      .then(isRefused('isOfficerOrCommittee', { role: 'applicant' }));
  });
});

describe('Three years of stages', () => {
  const last = inState('autonomousProject', 'research.stageEvaluation', {}, 3);

  test('end on the day before the agreement’s third anniversary', () => {
    inState('autonomousProject', 'research.underWay', {}, 3)
      .when(REPORT.onTheLast('stage'))
      .then(knows({ stage: 3, clocks: { stage: { due: '2029-05-31T14:59:59.999Z' } } }));
  });

  test('open three tranches, one a stage, and no fourth', () => {
    last
      .when(evaluates('average'))
      .then(
        leadsTo('finalReport.open'),
        knows({ stage: 3, openedTranches: 3 }),
        orders('openTranche'),
        notices('company-0001: stagePassed', 'company-0001: finalReportDue'),
      );
  });

  test('each have their report and their grade on record', () => {
    last.when(evaluates('excellent')).then(
      knows({
        reports: [{ stage: 1 }, { stage: 2 }, { stage: 3 }],
        grades: [
          { stage: 1, grade: 'average' },
          { stage: 2, grade: 'average' },
          { stage: 3, grade: 'excellent' },
        ],
      }),
    );
  });

  test('are followed by sixty days for the final report', () => {
    last
      .when(evaluates('average').at('2029-05-20T01:00:00.000Z'))
      .then(waitsFor({ 'final-report': '2029-07-30T14:59:59.999Z' }));
    const late = evaluates('average').at('2029-08-01T01:00:00.000Z');
    last.when(late).then(waitsFor({ 'final-report': '2029-10-01T14:59:59.999Z' }));
  });

  test('cannot be done in two', () => {
    inState('autonomousProject', 'research.stageEvaluation', {}, 2)
      .when(evaluates('average'))
      .then(leadsTo('research.underWay'));
    inState('autonomousProject', 'research.underWay', {}, 2)
      .and(...stageDone)
      .when(applicant('SUBMIT_FINAL_REPORT', document))
      .then(isNotOffered);
  });
});
