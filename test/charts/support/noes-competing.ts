import {
  ANA,
  BEN,
  CHO,
  DAN,
  SELECTION_CALL,
  assigns,
  byCall,
  deliberating,
  promoted,
  rejectedByCall,
  scores,
} from './competing.js';
import { given, inState } from './given.js';
import type { Given } from './given.js';
import { SHA256, opinion } from './lives.js';
import { applicant, committee, officer, panelMember, system } from './moves.js';
import type { Move } from './moves.js';

/** Every no that a chart can say: a case and a move to which it says it, and the facts that it shows. */
export type No = readonly [story: Given, move: Move, evidence: object];

const call = { callId: SELECTION_CALL };
const unassigned = inState('structuredProject', 'underEvaluation.unassigned', call);
const scoring = unassigned.and(assigns(ANA, BEN, CHO));
const refused = deliberating('structuredProject').and(rejectedByCall);
const objected = refused.and(
  applicant('FILE_OBJECTION', { ground: 'misreading', statement: '잘못 읽었습니다.' }),
);
const sheet = { scores: { beauty: 100 }, justification: opinion };
const replaces = (member: string, by: string) => officer('REPLACE_MEMBER', { member, by, ground: '부재' });

/** Those of a panel, and of a project that a call decides on. */
export const COMPETING_NOES: Readonly<Record<string, No>> = {
  isPreCheckClear: [
    given('structuredProject', call),
    officer('PASS_PRECHECK').booked({ failing: 'isFirmFree' }),
    { failing: 'isFirmFree' },
  ],
  arePreferencesProven: [
    inState('autonomousProject', 'priorityCheck', call),
    officer('CONFIRM_PRIORITY', {
      preferences: ['tips', 'super-gap'],
      proofs: [{ preference: 'tips', documentSha256: SHA256 }],
    }),
    { unproven: 'super-gap' },
  ],
  isPanelMember: [scoring, officer('SCORE', sheet), { role: 'officer' }],
  isPanelLargeEnough: [unassigned, assigns(ANA), { members: '1', panelMinimum: '3' }],
  hasNoExcludedMember: [unassigned, assigns(ANA, BEN, CHO).booked({ excluded: BEN }), { excluded: BEN }],
  isAssignedMember: [scoring, scores(DAN, 80), {}],
  hasNotScored: [scoring.and(scores(ANA, 80)), scores(ANA, 90), {}],
  scoresEveryCriterion: [
    scoring,
    panelMember('SCORE', sheet).by({ person: ANA }),
    { criteria: 'answer, technology, capability, market' },
  ],
  isMemberToReplace: [scoring, replaces(DAN, 'person-eun'), {}],
  isNewToPanel: [scoring, replaces(ANA, BEN), {}],
  isOutsideCall: [
    deliberating('structuredProject'),
    committee('REJECT', { ground: 'below-threshold', opinion }),
    { call: SELECTION_CALL },
  ],
  isFromOwnCall: [
    deliberating('structuredProject'),
    byCall('PUT_ON_RESERVE', { callId: 'call/2026/autonomous/selection' }),
    { call: SELECTION_CALL },
  ],
  isOnReserve: [objected, promoted, {}],
  isLatestObjection: [
    objected,
    system('OBJECTION_DECIDED', { no: 7, outcome: 'upheld' }),
    { objectionNo: '1' },
  ],
  isRoadmapCheckDue: [
    inState('structuredProject', 'roadmap.drafting'),
    officer('RECORD_ROADMAP_CHECK', { finding: 'on-track', opinion }).at('2026-08-03T01:00:00.000Z'),
    { receivedAt: '2026-08-03T01:00:00.000Z', due: '2026-09-01T14:59:59.999Z' },
  ],
};
