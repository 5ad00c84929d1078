import type { Subject } from '../../../src/contract/names.js';
import { eventfulCall, eventfulObjection } from './lives-call.js';
import { eventfulChange } from './lives-change.js';
import { decidedOn } from './lives-clocks.js';
import {
  eventfulRecovery,
  eventfulSanction,
  eventfulSettlement,
  toldByRecovery,
  toldBySettlement,
} from './lives-closing.js';
import { eventfulTranche } from './lives-tranche.js';
import {
  ANA,
  BEN,
  CHO,
  DAN,
  IN_CALL,
  assigns,
  evaluatedAt,
  objectionDecided,
  promoted,
  rejectedByCall,
  reservedAt,
  revises,
  scores,
  selectedByCall,
} from './competing.js';
import type { Move } from './moves.js';
import {
  SHA256,
  agendaAgreed,
  agreed,
  decides,
  document,
  opinion,
  priorityConfirmed,
  refusing,
  roadmap,
  screened,
  selected,
  settled,
  stageDone,
  toTheGate,
} from './lives.js';
import {
  applicant,
  committee,
  finance,
  officer,
  panelMember,
  partner,
  passes,
  regulator,
  told,
} from './moves.js';

const OBJECTED = applicant('FILE_OBJECTION', {
  ground: 'misreading',
  statement: '제출자료를 잘못 읽었습니다.',
});

/** A panel that is far apart, one of whom is replaced, meets again before it is done. */
const moderated = [
  ...[assigns(ANA, BEN, CHO), scores(ANA, 90), scores(BEN, 55)],
  officer('REPLACE_MEMBER', { member: CHO, by: DAN, ground: '연락 두절' }),
  ...[scores(DAN, 50), revises(DAN, 70), officer('MODERATE', { note: '재논의하여 확정했습니다.' })],
];

const evaluatedSpecially = (outcome: Readonly<Record<string, string>>) => [
  applicant('SUBMIT_EXPLANATION', document),
  committee('DECIDE_SPECIAL_EVALUATION', outcome),
];
const stopped = { outcome: 'stop', basis: 'special-evaluation' };

const DRAWN = { drawId: 'draw-1', tranche: 1, institution: 'company-0001', drawnOn: '2026-10-01' };

const structured: readonly Move[] = [
  officer('PASS_PRECHECK', { overruled: [{ code: 'isFirmFree', ground: '제재 기간이 끝났습니다.' }] }).booked(
    {
      failing: 'isFirmFree',
    },
  ),
  ...[...moderated, reservedAt(2), OBJECTED, objectionDecided('dismissed', { ground: 'unfounded', opinion })],
  promoted.at('2026-08-31T01:00:00.000Z'),
  ...[passes('roadmap-check'), applicant('SUBMIT_ROADMAP_PROGRESS', document)],
  officer('RECORD_ROADMAP_CHECK', { finding: 'on-track', opinion }),
  ...[roadmap[0], partner('RETURN_ROADMAP', { reason: '일정을 고쳐 주십시오.' }), roadmap[0], roadmap[1]],
  ...[...evaluatedAt(83), selectedByCall],
  officer('REQUEST_PLAN_REVISION', { reason: '예산표를 고쳐 주십시오.' }),
  ...[applicant('SUBMIT_PLAN_REVISION', document), ...decidedOn('agreement')],
  ...[...agreed, told(1, 'scheduled'), told(1, 'claimable'), told(1, 'released'), told(2, 'scheduled')],
  ...[stageDone[0], officer('RETURN_STAGE_REPORT', { reason: '자료가 빠졌습니다.' })],
  ...[applicant('SUBMIT_STAGE_REPORT', document), stageDone[1]],
  ...[officer('OPEN_SPECIAL_EVALUATION', { ground: 'changed-environment' }), told(2, 'held')],
  ...evaluatedSpecially({ outcome: 'continue' }),
  ...[told(2, 'claimable'), told(2, 'released'), ...stageDone, told(3, 'claimed'), ...stageDone],
  ...[passes('final-report'), applicant('SUBMIT_FINAL_REPORT', document)],
  finance('RECORD_DRAW', { ...DRAWN, amount: '195000000' }),
  ...[toldBySettlement(1, 'underReview'), toldBySettlement(1, 'awaitingReturn', '15000000'), settled(2)],
  ...[committee('EVALUATE_FINAL', { grade: 'excellent' }), toldBySettlement(3, 'fixingRelease')],
  ...[
    told(3, 'cancelled'),
    settled(3),
    toldByRecovery(1, 'owed', '5000000'),
    toldByRecovery(1, 'recovered', '0'),
  ],
  settled(1, '15000000'),
];

const autonomous: readonly Move[] = [
  ...[officer('PASS_PRECHECK'), priorityConfirmed, assigns(ANA, BEN, CHO, DAN)],
  ...[scores(ANA, 70), scores(BEN, 65), panelMember('RECUSE', { kind: 'kinship' }).by({ person: CHO })],
  ...[scores(DAN, 66), rejectedByCall, OBJECTED],
  ...[objectionDecided('upheld', { score: 82.5, opinion }), selectedByCall, passes('agreement'), ...agreed],
  ...[told(1, 'scheduled'), told(1, 'released'), passes('stage-report')],
  applicant('SUBMIT_STAGE_REPORT', document),
  officer('EVALUATE_STAGE', {
    ...{ grade: 'extremely-poor', basis: 'stage-evaluation' },
    findings: ['process-inadequate', 'far-below-plan'],
  }),
  ...[told(2, 'cancelled'), told(3, 'cancelled'), toldBySettlement(1, 'awaitingReturn', '200000000')],
  ...[
    toldByRecovery(1, 'instalments', '100000000'),
    toldByRecovery(1, 'recovered', '0'),
    settled(1, '200000000'),
  ],
];

const mitIlp: readonly Move[] = [
  ...[...screened, committee('REJECT', refusing), OBJECTED, objectionDecided('upheld')],
  ...[selected, ...agreed, told(1, 'scheduled')],
  officer('PROPOSE_MATCH', { researcherRef: 'researcher-16' }),
  ...[partner('ACCEPT_MATCH'), applicant('DECLINE_MATCH', { reason: '분야가 다릅니다.' })],
  officer('PROPOSE_MATCH', { researcherRef: 'researcher-17' }),
  ...[applicant('ACCEPT_MATCH'), partner('ACCEPT_MATCH'), agendaAgreed[0]],
  ...[partner('RETURN_AGENDA', { reason: '범위를 줄여 주십시오.' }), ...agendaAgreed, told(1, 'released')],
  applicant('SUBMIT_EXPLORATION_REPORT', document).onTheLast('stage'),
  committee('CONCLUDE_EXPLORATION', { outcome: 'longerTermCollaboration', opinion }),
  ...[partner('CONFIRM_COLLABORATION', document), applicant('SUBMIT_FINAL_REPORT', document)],
  ...[settled(1), committee('EVALUATE_FINAL', { grade: 'average' })],
];

const conditions = [
  { id: 'toxicity', text: { ko: '장기 독성시험', en: 'Long-term toxicity study' }, due: '2026-09-30' },
  { id: 'chemistry', text: { ko: '공정 자료', en: 'Process data' }, due: '2026-10-31' },
];
const MET = { conditionId: 'toxicity', documentSha256: SHA256 };

const ecoBridge: readonly Move[] = [
  ...[...screened, selected, ...agreed, told(1, 'scheduled'), told(1, 'released'), ...toTheGate],
  ...[decides('CONDITIONAL_GO', { conditions }), passes('gate-condition'), officer('MEET_CONDITION', MET)],
  officer('MEET_CONDITION', { ...MET, conditionId: 'chemistry' }),
  ...[...toTheGate, decides('RECYCLE', { toStage: 'ind-filing' }), ...toTheGate, decides('GO'), toTheGate[0]],
  regulator('CLINICAL_HOLD', { authority: 'MFDS', reference: 'hold-2027-3' }).at('2027-02-01T00:00:00.000Z'),
  regulator('LIFT_CLINICAL_HOLD', { authority: 'MFDS', reference: 'lift-2027-3' }).at(
    '2027-05-01T00:00:00.000Z',
  ),
  ...[passes('stage'), toTheGate[1], decides('HOLD', { until: '2028-12-31', basis: '추가 자료' })],
  ...[passes('gate-hold'), decides('GO'), ...toTheGate, decides('NO_GO', { reason: '효능 부족' })],
  ...[...evaluatedSpecially(stopped), told(2, 'cancelled'), told(3, 'cancelled')],
  ...[settled(1), settled(2), committee('EVALUATE_FINAL', { grade: 'poor' }), settled(3)],
];

/** Facts with which an eventful life begins: those of the projects that compete in a call. */
export const GOLDEN_FACTS: Readonly<Partial<Record<Subject, object>>> = {
  structuredProject: IN_CALL,
  autonomousProject: { callId: 'call/2026/autonomous/selection' },
};

/** Eventful lives, one of each subject, by which a chart is recorded before its release. */
export const GOLDEN_LIVES: Readonly<Record<Subject, readonly Move[]>> = {
  ...{ structuredProject: structured, autonomousProject: autonomous },
  ...{ mitIlpProject: mitIlp, ecoBridgeProject: ecoBridge, tranche: eventfulTranche },
  ...{ call: eventfulCall, objection: eventfulObjection },
  ...{ settlement: eventfulSettlement, recovery: eventfulRecovery, sanction: eventfulSanction },
  change: eventfulChange,
};
