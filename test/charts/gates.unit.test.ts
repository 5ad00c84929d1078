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
import { SHA256, agreed, decides, document, settled, toTheGate } from './support/lives.js';
import { applicant, asks, committee, officer, partner, passes, told } from './support/moves.js';

const [FREEZE, DATA] = toTheGate;
const GO = decides('GO');
const CONDITION = { id: 'toxicity', text: { ko: '독성시험', en: 'Toxicity study' }, due: '2026-09-30' };
const CONDITIONAL = decides('CONDITIONAL_GO', { conditions: [CONDITION] });
const HOLD = decides('HOLD', { until: '2026-12-31', basis: '투여군 자료가 부족합니다.' });
const NO_GO = decides('NO_GO', { reason: '효능이 확인되지 않았습니다.' });
const recycles = (toStage: string) => decides('RECYCLE', { toStage });
const opens = (no: number, stage: number) => ({
  ...{ event: 'OPEN_TRANCHE', tranches: [no] },
  data: { stage, cashShareDue: no === 1 ? '20000000' : '40000000' },
});

// From IND filing over phase 1 to phase 2: three stages, three tranches.
const atGate = inState('ecoBridgeProject', 'clinical.gate');
const atSecond = inState('ecoBridgeProject', 'clinical.gate', {}, 2);
const atTarget = inState('ecoBridgeProject', 'clinical.gate', {}, 3);

describe('A clinical stage', () => {
  const criteria = inState('ecoBridgeProject', 'clinical.criteria');

  test('begins at the stage that the project enters with', () => {
    inState('ecoBridgeProject', 'agreementPending.signed')
      .when(agreed[1])
      .then(
        leadsTo('clinical.criteria'),
        knows({ clinicalStage: 'ind-filing', stage: 1, openedTranches: 1 }),
      );
  });

  test('has its gate’s criteria frozen before there are data, and its year begins then', () => {
    criteria
      .when(FREEZE.at('2026-07-01T01:00:00.000Z'))
      .then(
        leadsTo('clinical.underWay'),
        knows({ criteriaSha256: SHA256, gateDataSha256: null }),
        waitsFor({ stage: '2027-06-30T14:59:59.999Z' }),
      );
    criteria.when(DATA).then(isNotOffered);
    criteria.when(committee('FREEZE_CRITERIA', { criteriaSha256: SHA256 })).then(isRefused('isOfficer'));
  });

  test('does not have its criteria changed once they are frozen', () => {
    criteria
      .and(FREEZE)
      .when(officer('FREEZE_CRITERIA', { criteriaSha256: 'b'.repeat(64) }))
      .then(isNotOffered);
  });

  test('brings its data to the gate, from the firm or from its partner', () => {
    const underWay = criteria.and(FREEZE);
    underWay.when(DATA).then(leadsTo('clinical.gate'), knows({ gateDataSha256: SHA256 }), waitsFor({}));
    underWay.when(partner('SUBMIT_GATE_DATA', document)).then(leadsTo('clinical.gate'));
    underWay
      .when(officer('SUBMIT_GATE_DATA', document))
      .then(isRefused('isApplicantOrPartner', { role: 'officer' }));
    underWay.when(DATA.by({ org: 'company-0002' })).then(isRefused('isOwnCase'));
  });

  test('whose data do not come is overdue, and they are still taken', () => {
    const underWay = criteria.and(FREEZE);
    underWay.when(passes('stage')).then(leadsTo('clinical.overdue'), notices());
    underWay.and(passes('stage')).when(DATA).then(leadsTo('clinical.gate'));
  });
});

describe('GO', () => {
  test('leads to the next stage, skips none, and opens the next tranche', () => {
    atGate.when(GO).then(
      leadsTo('clinical.criteria'),
      knows({
        clinicalStage: 'phase-1',
        stage: 2,
        openedTranches: 2,
        criteriaSha256: null,
        gateDataSha256: null,
      }),
      orders('openTranche', opens(2, 2)),
      notices('company-0001: gatePassed', 'partner-tno: gatePassed'),
    );
    atSecond
      .when(GO)
      .then(knows({ clinicalStage: 'phase-2', openedTranches: 3 }), orders('openTranche', opens(3, 3)));
  });

  test('at the target stage leads to the final report, and opens nothing more', () => {
    atTarget
      .when(GO)
      .then(
        leadsTo('finalReport.open'),
        knows({ clinicalStage: 'phase-2', openedTranches: 3 }),
        orders('openTranche'),
        notices('company-0001: targetReached', 'partner-tno: targetReached', 'company-0001: finalReportDue'),
      );
  });

  test('of a project with more stages than tranches opens no fourth', () => {
    const long = { entryStage: 'target-identification', targetStage: 'nda-bla' };
    const third = inState('ecoBridgeProject', 'clinical.criteria', long).and(
      ...[...toTheGate, GO, ...toTheGate, GO, ...toTheGate],
    );
    third
      .when(GO)
      .then(knows({ clinicalStage: 'candidate-nomination', openedTranches: 3 }), orders('openTranche'));
  });

  test('is the committee’s to decide', () => {
    atGate
      .when(officer('DECIDE_GATE', { outcome: 'GO' }))
      .then(isRefused('isCommittee', { role: 'officer' }));
    atGate.when(asks('committee', 'DECIDE_GATE')).then(isOffered);
  });
});

describe('CONDITIONAL_GO', () => {
  test('leads on with its conditions, each with its day, and waits for the first of them', () => {
    const later = { ...CONDITION, id: 'chemistry', due: '2026-10-31' };
    atGate.when(decides('CONDITIONAL_GO', { conditions: [later, CONDITION] })).then(
      leadsTo('clinical.criteria'),
      knows({
        clinicalStage: 'phase-1',
        openedTranches: 2,
        conditions: [
          { ...later, metBySha256: null, lapsedAt: null },
          { ...CONDITION, metBySha256: null, lapsedAt: null },
        ],
      }),
      orders('openTranche', opens(2, 2)),
      waitsFor({ 'gate-condition': '2026-09-30T14:59:59.999Z' }),
    );
  });

  test.each([
    ['no conditions', []],
    ['none at all', undefined],
    ['a day that is today', [{ ...CONDITION, due: '2026-06-01' }]],
    ['one name for two', [CONDITION, { ...CONDITION, due: '2026-10-31' }]],
  ])('is not given with %s', (_, conditions) => {
    atGate
      .when(decides('CONDITIONAL_GO', conditions ? { conditions } : {}))
      .then(isRefused('hasConditionsWithDates', { receivedOn: '2026-06-01' }));
  });

  test('may have its day tomorrow', () => {
    atGate
      .when(decides('CONDITIONAL_GO', { conditions: [{ ...CONDITION, due: '2026-06-02' }] }))
      .then(leadsTo('clinical.criteria'));
  });

  test('is not given a name that an earlier condition had', () => {
    const met = officer('MEET_CONDITION', { conditionId: 'toxicity', documentSha256: SHA256 });
    atGate
      .and(CONDITIONAL, met, ...toTheGate)
      .when(CONDITIONAL)
      .then(isRefused('hasConditionsWithDates', { receivedOn: '2026-06-01' }));
  });

  test('at the target stage has nothing to go on to', () => {
    atTarget.when(CONDITIONAL).then(isRefused('hasStageAhead', { targetStage: 'phase-2' }));
  });
});

describe('A condition', () => {
  const going = atGate.and(CONDITIONAL);
  const MEET = officer('MEET_CONDITION', { conditionId: 'toxicity', documentSha256: SHA256 });
  const lapsed = going.and(passes('gate-condition'));

  test('is met by a document that an officer confirms, and its day is waited for no more', () => {
    going
      .when(MEET)
      .then(
        leadsTo('clinical.criteria'),
        knows({ conditions: [{ id: 'toxicity', metBySha256: SHA256, lapsedAt: null }] }),
        waitsFor({}),
      );
    going.when(applicant('MEET_CONDITION', { conditionId: 'toxicity' })).then(isRefused('isOfficer'));
  });

  test('that nobody knows is not met, nor one that is met already', () => {
    going
      .when(officer('MEET_CONDITION', { conditionId: 'unheard-of', documentSha256: SHA256 }))
      .then(isRefused('isOpenCondition', { open: 'toxicity' }));
    going
      .and(MEET)
      .when(MEET)
      .then(isRefused('isOpenCondition', { open: '' }));
    going
      .and(MEET)
      .when(asks('officer', 'MEET_CONDITION'))
      .then(isRefused('isOpenCondition', { open: '' }));
    going.when(asks('officer', 'MEET_CONDITION')).then(isOffered);
  });

  test('that is open lets no further gate be passed', () => {
    const next = going.and(...toTheGate);
    const open = { open: 'toxicity (2026-09-30)' };
    next.when(GO).then(isRefused('areConditionsMet', open));
    next
      .when(decides('CONDITIONAL_GO', { conditions: [{ ...CONDITION, id: 'other' }] }))
      .then(isRefused('areConditionsMet', open));
    next
      .and(MEET)
      .when(GO)
      .then(leadsTo('clinical.criteria'), knows({ clinicalStage: 'phase-2' }));
  });

  test('that is open leaves the committee a hold, a way back and an end', () => {
    const next = going.and(...toTheGate);
    next.when(HOLD).then(leadsTo('clinical.hold'));
    next.when(recycles('ind-filing')).then(leadsTo('clinical.criteria'));
    next.when(NO_GO).then(leadsTo('specialEvaluation.awaitingExplanation'));
  });

  test('whose day has passed is told to both, and stays open', () => {
    going
      .when(passes('gate-condition'))
      .then(
        leadsTo('clinical.criteria'),
        knows({ conditions: [{ metBySha256: null, lapsedAt: '2026-09-30T15:00:00.999Z' }] }),
        notices('company-0001: conditionOverdue', 'partner-tno: conditionOverdue'),
        waitsFor({}),
      );
    lapsed
      .and(...toTheGate)
      .when(GO)
      .then(isRefused('areConditionsMet'));
    lapsed
      .when(MEET)
      .then(knows({ conditions: [{ metBySha256: SHA256, lapsedAt: '2026-09-30T15:00:00.999Z' }] }));
  });

  test('after whose day the next one is waited for', () => {
    const two = decides('CONDITIONAL_GO', {
      conditions: [CONDITION, { ...CONDITION, id: 'chemistry', due: '2026-10-31' }],
    });
    atGate
      .and(two)
      .when(passes('gate-condition'))
      .then(waitsFor({ 'gate-condition': '2026-10-31T14:59:59.999Z' }));
    atGate
      .and(two)
      .when(MEET)
      .then(waitsFor({ 'gate-condition': '2026-10-31T14:59:59.999Z' }));
  });

  test('can pass its day in any of the clinical states, without a stage’s time being counted anew', () => {
    const frozen = FREEZE.at('2026-07-01T01:00:00.000Z');
    going
      .and(frozen)
      .when(passes('gate-condition'))
      .then(leadsTo('clinical.underWay'), waitsFor({ stage: '2027-06-30T14:59:59.999Z' }));
    going.and(frozen, DATA).when(passes('gate-condition')).then(leadsTo('clinical.gate'));
    going
      .and(frozen, DATA, HOLD)
      .when(passes('gate-condition'))
      .then(leadsTo('clinical.hold'), waitsFor({ 'gate-hold': '2026-12-31T14:59:59.999Z' }));
  });
});

describe('HOLD', () => {
  const held = atGate.and(HOLD);

  test('waits for more data until its date, and says so to both', () => {
    atGate
      .when(HOLD)
      .then(
        leadsTo('clinical.hold'),
        knows({ clocks: { 'gate-hold': { due: '2026-12-31T14:59:59.999Z', rule: 'stated' } } }),
        waitsFor({ 'gate-hold': '2026-12-31T14:59:59.999Z' }),
        notices('company-0001: gateHeld', 'partner-tno: gateHeld'),
        orders('openTranche'),
      );
  });

  test('goes back to the gate with more data, or without them once its date has passed', () => {
    const more = applicant('SUBMIT_GATE_DATA', { documentSha256: 'c'.repeat(64) });
    held.when(more).then(leadsTo('clinical.gate'), knows({ gateDataSha256: 'c'.repeat(64) }), waitsFor({}));
    held.when(passes('gate-hold')).then(leadsTo('clinical.gate'), knows({ gateDataSha256: SHA256 }));
  });

  test('needs a date to come and its basis', () => {
    const seen = { receivedOn: '2026-06-01' };
    atGate.when(decides('HOLD')).then(isRefused('hasHoldDate', seen));
    atGate.when(decides('HOLD', { until: '2026-12-31' })).then(isRefused('hasHoldDate', seen));
    atGate
      .when(decides('HOLD', { until: '2026-06-01', basis: '오늘까지' }))
      .then(isRefused('hasHoldDate', seen));
    atGate.when(decides('HOLD', { until: '2026-06-02', basis: '내일까지' })).then(leadsTo('clinical.hold'));
  });

  test('leaves nothing to decide until then', () => {
    held.when(GO).then(isNotOffered);
  });
});

describe('RECYCLE', () => {
  test('leads back to the stage that it names, whose criteria are agreed anew', () => {
    atSecond
      .when(recycles('ind-filing'))
      .then(
        leadsTo('clinical.criteria'),
        knows({ clinicalStage: 'ind-filing', stage: 3, criteriaSha256: null, gateDataSha256: null }),
        notices('company-0001: gateRecycled', 'partner-tno: gateRecycled'),
      );
  });

  test('opens no tranche, nor does passing the same gate again', () => {
    atSecond.when(recycles('ind-filing')).then(knows({ openedTranches: 2 }), orders('openTranche'));
    atTarget.when(recycles('ind-filing')).then(knows({ openedTranches: 3 }), orders('openTranche'));
    const again = atSecond.and(recycles('ind-filing'), ...toTheGate);
    again.when(GO).then(knows({ clinicalStage: 'phase-1', openedTranches: 2 }), orders('openTranche'));
    again
      .and(GO, ...toTheGate)
      .when(GO)
      .then(knows({ openedTranches: 3 }), orders('openTranche', opens(3, 5)));
  });

  test('may name the stage whose gate it is, which stands behind it', () => {
    atSecond
      .when(recycles('phase-1'))
      .then(leadsTo('clinical.criteria'), knows({ clinicalStage: 'phase-1' }));
  });

  test.each(['ind-enabling', 'phase-2', 'phase-9', undefined])('does not lead to %s', (toStage) => {
    atSecond
      .when(decides('RECYCLE', toStage ? { toStage } : {}))
      .then(isRefused('namesEarlierStage', { entryStage: 'ind-filing', clinicalStage: 'phase-1' }));
  });
});

describe('NO_GO', () => {
  const EXPLAIN = applicant('SUBMIT_EXPLANATION', document);
  const STOP = committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'stop', basis: 'special-evaluation' });

  test('goes through a special evaluation, for a changed environment', () => {
    atSecond
      .when(NO_GO)
      .then(
        leadsTo('specialEvaluation.awaitingExplanation'),
        knows({ specialEvaluation: { cause: 'noGo', ground: 'changed-environment' } }),
        orders('freezeTranches', { event: 'FREEZE', data: {}, tranches: [1, 2, 3] }),
      );
  });

  test('ends the project without sanction: discontinued and closed, not terminated', () => {
    const stopped = atSecond.and(
      told(1, 'released'),
      told(2, 'cancelled'),
      told(3, 'cancelled'),
      NO_GO,
      EXPLAIN,
      STOP,
    );
    const evaluated = committee('EVALUATE_FINAL', { grade: 'average' });
    stopped.when(evaluated).then(leadsTo('settling'), knows({ outcome: 'discontinued' }));
    stopped
      .and(evaluated, settled(1))
      .when(settled(2))
      .then(endsAs('closed'), knows({ outcome: 'discontinued' }));
  });

  test('can be decided otherwise by the committee, and the gate is open again', () => {
    atSecond
      .and(NO_GO, EXPLAIN)
      .when(committee('DECIDE_SPECIAL_EVALUATION', { outcome: 'continue' }))
      .then(
        leadsTo('clinical.gate'),
        orders('unfreezeTranches', { event: 'UNFREEZE', data: {}, tranches: [1, 2, 3] }),
      );
  });

  test('needs its reason', () => {
    atGate.when(decides('NO_GO')).then(isRefused('hasReason', {}));
  });
});
