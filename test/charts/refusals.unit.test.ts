import { describe, expect, test } from 'vitest';
import { autonomousProjectV1 } from '../../src/charts/autonomous-project.v1.js';
import { charts } from '../../src/charts/registry.js';
import type { Chart } from '../../src/charts/kernel/types.js';
import { explain } from '../../src/contract/refusals.js';
import { factWords } from '../../src/contract/words.js';
import { objectionDecided } from './support/competing.js';
import { isRefused } from './support/expected.js';
import { given, givenBy, inState, reached } from './support/given.js';
import { nodesOf } from './support/graph.js';
import { SHA256, agreed, decides, document, refusing, screened, selected, stages } from './support/lives.js';
import { applicant, committee, finance, officer, partner, passes, regulator, told } from './support/moves.js';
import { guardsIn } from './support/named.js';
import { CALL_NOES } from './support/noes-call.js';
import { CLOCK_NOES } from './support/noes-clocks.js';
import { LIFE_NOES } from './support/noes-life.js';
import { CLOSING_NOES } from './support/noes-closing.js';
import { COMPETING_NOES } from './support/noes-competing.js';
import type { No } from './support/noes-competing.js';
import { MONEY_NOES } from './support/noes-money.js';
import { TRANCHE_NOES } from './support/noes-tranche.js';
import { refusalOf } from '../../src/charts/kernel/refusal.js';

const LATE = '2031-06-02T01:00:00.000Z';
const late = (due: string) => ({ receivedAt: LATE, due });

const submitted = given('structuredProject');
const deliberation = inState('structuredProject', 'deliberation');
const notSelected = deliberation.and(committee('REJECT', refusing));
const OBJECT = applicant('FILE_OBJECTION', { ground: 'misreading', statement: '잘못 읽었습니다.' });
const evaluated = inState('structuredProject', 'research.stageEvaluation');
const settling = givenBy(autonomousProjectV1).and(
  ...[officer('PASS_PRECHECK'), officer('CONFIRM_PRIORITY', { preferences: [] }), screened[1], selected],
  ...[...agreed, told(1, 'released'), ...stages, applicant('SUBMIT_FINAL_REPORT', document)],
  committee('EVALUATE_FINAL', { grade: 'average' }),
);
const costs = settling.and(applicant('REPORT_COSTS', { spent: '0' }));
const gate = inState('ecoBridgeProject', 'clinical.gate');
const HOLD = regulator('CLINICAL_HOLD', { authority: 'MFDS', reference: 'hold-1' });
const condition = { id: 'toxicity', text: { ko: '독성', en: 'Toxicity' }, due: '2026-09-30' };
const conditional = gate.and(decides('CONDITIONAL_GO', { conditions: [condition] }));
const open = inState('structuredProject', 'agreementPending.open');
const poor = { government: '1', firmCash: '1', firmInKind: '400000000', partnerCost: '0' };
const rich = { government: '1', firmCash: '500000000', firmInKind: '500000000', partnerCost: '0' };
const small = { government: '1', firmCash: '100', firmInKind: '100', partnerCost: '0' };

const selects = (grant: string) => committee('SELECT', { grant });
const withMoney = (money: object) => inState('structuredProject', 'deliberation', { money });

const PEOPLE: Readonly<Record<string, No>> = {
  isApplicant: [submitted, officer('WITHDRAW'), { role: 'officer' }],
  isPartner: [
    inState('structuredProject', 'roadmap.awaitingCoSignature'),
    applicant('COSIGN_ROADMAP'),
    { role: 'applicant' },
  ],
  isApplicantOrPartner: [
    inState('mitIlpProject', 'matching.proposed'),
    officer('ACCEPT_MATCH'),
    { role: 'officer' },
  ],
  isOfficer: [submitted, finance('PASS_PRECHECK'), { role: 'finance' }],
  isOfficerOrPartner: [
    inState('mitIlpProject', 'transfer'),
    applicant('CONFIRM_TRANSFER', document),
    { role: 'applicant' },
  ],
  isOfficerOrCommittee: [evaluated, finance('EVALUATE_STAGE', { grade: 'poor' }), { role: 'finance' }],
  isCommittee: [deliberation, officer('REJECT', refusing), { role: 'officer' }],
  isRegulatorOrOfficer: [
    inState('ecoBridgeProject', 'clinical.underWay'),
    finance('CLINICAL_HOLD', { authority: 'MFDS', reference: 'hold-1' }),
    { role: 'finance' },
  ],
  isOwnCase: [submitted, applicant('WITHDRAW').by({ org: 'company-0002' }), {}],
};

const WINDOWS: Readonly<Record<string, No>> = {
  isBeforeAgreement: [inState('structuredProject', 'research.underWay'), applicant('WITHDRAW'), {}],
  isWithinObjectionWindow: [notSelected, OBJECT.at(LATE), late('2026-06-11T14:59:59.999Z')],
  isFirstObjection: [
    notSelected.and(OBJECT, objectionDecided('upheld'), committee('REJECT', refusing)),
    OBJECT,
    {},
  ],
  isWithinRoadmapWindow: [
    inState('structuredProject', 'roadmap.drafting'),
    applicant('SUBMIT_ROADMAP', document).at(LATE),
    late('2026-12-01T14:59:59.999Z'),
  ],
  isWithinPlanRevisionWindow: [
    open.and(officer('REQUEST_PLAN_REVISION', { reason: '보완' })),
    applicant('SUBMIT_PLAN_REVISION', document).at(LATE),
    late('2026-06-22T14:59:59.999Z'),
  ],
  isWithinMatchingWindow: [
    inState('mitIlpProject', 'matching.proposed'),
    applicant('ACCEPT_MATCH').at(LATE),
    late('2026-09-01T14:59:59.999Z'),
  ],
  isWithinAgendaWindow: [
    inState('mitIlpProject', 'agenda.drafting'),
    applicant('SUBMIT_AGENDA', document).at(LATE),
    late('2026-09-01T14:59:59.999Z'),
  ],
  isWithinExplanationWindow: [
    inState('structuredProject', 'research.underWay').and(
      officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach' }),
    ),
    applicant('SUBMIT_EXPLANATION', document).at(LATE),
    late('2026-06-11T14:59:59.999Z'),
  ],
  isGraceOver: [
    open.and(passes('agreement')),
    officer('CANCEL_SELECTION', { ground: 'not-signed' }).at('2026-07-03T01:00:00.000Z'),
    { receivedAt: '2026-07-03T01:00:00.000Z', due: '2026-07-13T14:59:59.999Z' },
  ],
  isReportOpen: [
    inState('structuredProject', 'research.underWay'),
    applicant('SUBMIT_STAGE_REPORT', document).at('2026-07-03T01:00:00.000Z'),
    { receivedAt: '2026-07-03T01:00:00.000Z', opens: '2027-04-30T15:00:00.000Z' },
  ],
};

const DECISIONS: Readonly<Record<string, No>> = {
  isSectorListed: [given('structuredProject', { sector: 'Z9' }), officer('PASS_PRECHECK'), { sector: 'Z9' }],
  isPartnerRegistered: [
    given('structuredProject', { partnerId: 'partner-nobody' }),
    officer('PASS_PRECHECK'),
    { partner: 'partner-nobody' },
  ],
  areStagesInOrder: [
    given('ecoBridgeProject', { entryStage: 'phase-3', targetStage: 'phase-1' }),
    officer('PASS_PRECHECK'),
    { entryStage: 'phase-3', targetStage: 'phase-1' },
  ],
  arePreferencesListed: [
    inState('autonomousProject', 'priorityCheck'),
    officer('CONFIRM_PRIORITY', { preferences: ['old-friend'] }),
    { listed: 'unicorn-candidate, tips, super-gap, baby-unicorn, pre-unicorn' },
  ],
  isAdmissibleGround: [
    notSelected,
    applicant('FILE_OBJECTION', { ground: 'money', statement: '적습니다.' }),
    { admissible: 'evaluator-error, misreading, administrative-error' },
  ],
  hasDisclosedForeignBenefits: [
    open,
    applicant('SIGN_AGREEMENT', { ...document, foreignBenefitsDisclosed: false }),
    {},
  ],
  isKnownGrade: [
    evaluated,
    officer('EVALUATE_STAGE', { grade: 'superb' }),
    { grades: 'excellent, average, poor, extremely-poor' },
  ],
  hasFindings: [
    evaluated,
    officer('EVALUATE_STAGE', { grade: 'extremely-poor', basis: 'stage-evaluation' }),
    { needs: 'process-inadequate, far-below-plan' },
  ],
  hasLawfulBasis: [
    evaluated,
    officer('EVALUATE_STAGE', {
      grade: 'extremely-poor',
      findings: ['process-inadequate', 'far-below-plan'],
    }),
    { lawful: 'stage-evaluation, special-evaluation, agreed-change' },
  ],
  isSpecialEvaluationGround: [
    inState('structuredProject', 'research.underWay'),
    officer('OPEN_SPECIAL_EVALUATION', { ground: 'rumour' }),
    { grounds: 'misconduct, investigator-banned, changed-environment, own-request, breach' },
  ],
  hasNotAcceptedYet: [
    inState('mitIlpProject', 'matching.proposed').and(partner('ACCEPT_MATCH')),
    partner('ACCEPT_MATCH'),
    {},
  ],
};

const MONEY: Readonly<Record<string, No>> = {
  isWithinCompanyCeiling: [
    withMoney(rich),
    selects('1500000001'),
    { already: '0', adding: '1500000001', cap: '1500000000' },
  ],
  coversPartnerCost: [deliberation, selects('100000000'), { partnerCost: '100000000', grant: '100000000' }],
  isGovernmentWithinRatio: [
    deliberation,
    selects('1400000000'),
    { government: '1300000000', total: '1700000000', atMost: '7500' },
  ],
  isFirmShareEnough: [
    deliberation,
    selects('1400000000'),
    { firm: '400000000', total: '1700000000', atLeast: '2500' },
  ],
  isFirmCashEnough: [
    withMoney(poor),
    selects('1000000000'),
    { cash: '1', firm: '400000001', atLeast: '1000' },
  ],
  fillsEveryTranche: [withMoney(small), selects('1'), { tranches: '0, 0, 1' }],
  areTranchesSettled: [
    costs.and(told(2, 'claimed'), told(3, 'held')),
    officer('SETTLE', { disallowed: '0' }),
    { inFlight: '2: claimed, 3: held' },
  ],
  isDisallowedWithinSpent: [costs, officer('SETTLE', { disallowed: '1' }), { spent: '0' }],
  isFullRepayment: [
    costs.and(officer('SETTLE', { disallowed: '0' })),
    finance('CONFIRM_REPAYMENT', { amount: '1' }),
    { toReturn: '200000000' },
  ],
};

const GATES: Readonly<Record<string, No>> = {
  areConditionsMet: [
    conditional.and(
      officer('FREEZE_CRITERIA', { criteriaSha256: SHA256 }),
      applicant('SUBMIT_GATE_DATA', document),
    ),
    decides('GO'),
    { open: 'toxicity (2026-09-30)' },
  ],
  hasStageAhead: [
    inState('ecoBridgeProject', 'clinical.gate', {}, 3),
    decides('CONDITIONAL_GO', { conditions: [condition] }),
    { targetStage: 'phase-2' },
  ],
  hasConditionsWithDates: [gate, decides('CONDITIONAL_GO'), { receivedOn: '2026-06-01' }],
  hasHoldDate: [gate, decides('HOLD'), { receivedOn: '2026-06-01' }],
  namesEarlierStage: [gate, decides('RECYCLE'), { entryStage: 'ind-filing', clinicalStage: 'ind-filing' }],
  hasReason: [gate, decides('NO_GO'), {}],
  isNotOnHold: [gate.and(decides('NO_GO', { reason: '효능 부족' }), HOLD), HOLD, {}],
  isOnHold: [
    gate.and(decides('NO_GO', { reason: '효능 부족' })),
    regulator('LIFT_CLINICAL_HOLD', { authority: 'MFDS', reference: 'lift-1' }),
    {},
  ],
  isOpenCondition: [
    conditional,
    officer('MEET_CONDITION', { conditionId: 'other', documentSha256: SHA256 }),
    { open: 'toxicity' },
  ],
};

const NOES = {
  ...{ ...PEOPLE, ...WINDOWS, ...DECISIONS, ...MONEY, ...GATES },
  ...{ ...COMPETING_NOES, ...CALL_NOES, ...CLOCK_NOES, ...TRANCHE_NOES, ...MONEY_NOES, ...LIFE_NOES },
  ...CLOSING_NOES,
};

/** The guards of an event's last branch are the ones that say no; those of the others only choose. */
function guardsThatRefuse({ machine }: Chart): string[] {
  return nodesOf(machine.root).flatMap((node) =>
    [...node.transitions.values()].flatMap((branches) =>
      guardsIn(branches.at(-1)?.guard).flatMap((one) => (typeof one === 'string' ? [] : [one.type])),
    ),
  );
}

describe('Every no', () => {
  test.each(Object.entries(NOES))('%s is said, with what it saw', (code, [story, move, evidence]) => {
    story.when(move).then(({ refusal }) => {
      const block = refusal?.blockedBy.find((one) => one.code === code);
      expect(block).toEqual({ code, evidence });
    });
  });

  test('that a chart can say is among them, and no other is', () => {
    const said = [...new Set(charts.flatMap(guardsThatRefuse))];
    expect(Object.keys(NOES).toSorted()).toEqual(said.toSorted());
  });

  test.each(Object.entries(NOES))(
    '%s is put into words, and so is each fact that it shows',
    (code, [story, move, evidence]) => {
      const here = reached(story);
      const refusal = refusalOf(here.chart, here.state, move(here));
      if (!refusal) throw new Error(`${code} was not refused`);
      const explained = explain(refusal).blockedBy.find((one) => one.code === code);
      expect(explained?.message.ko).toMatch(/[가-힣]/);
      expect(explained?.message.en).toMatch(/[A-Za-z]/);
      expect(Object.keys(evidence).filter((fact) => !Object.hasOwn(factWords, fact))).toEqual([]);
    },
  );

  test('is said with every other at once', () => {
    deliberation
      .when(officer('SELECT', { grant: '1500000001' }))
      .then(
        isRefused(
          'isCommittee',
          { role: 'officer' },
          'isWithinCompanyCeiling',
          'isGovernmentWithinRatio',
          'isFirmShareEnough',
        ),
      );
  });
});
