import { and } from 'xstate';
import { tellCompany, tellPartner } from '../project/orders.js';
import { known } from '../words.js';
import { declining } from './agreement.js';
import { withdrawingWithRoadmap } from './ends.js';
import { assigning, moderation, scored } from './evaluation.js';
import { placeFreed } from './orders.js';
import { decidedByCall, decidedHere } from './selection.js';
import { projectV2 } from './setup.js';

/** Half-way through, firm and partner are reminded. Entered anew, the state doesn't wait for that again. */
function checkedHalfWay<State extends string>(state: State) {
  return {
    'roadmap-check': {
      ...{ target: state, reenter: true },
      actions: ['announceRoadmapCheck', tellCompany('roadmapCheckDue'), tellPartner('roadmapCheckDue')],
    },
  } as const;
}

// No law lets a check stop a project: it is recorded, and the competitive evaluation decides.
const check = {
  SUBMIT_ROADMAP_PROGRESS: { guard: and(['isApplicant', 'isOwnCase']), actions: 'recordRoadmapProgress' },
  RECORD_ROADMAP_CHECK: {
    guard: and(['isOfficer', 'isRoadmapCheckDue']),
    actions: ['recordRoadmapCheck', tellCompany('roadmapChecked'), tellPartner('roadmapChecked')],
  },
} as const;

/** The joint R&D roadmap: six calendar months in which the firm drafts it and its partner signs with it (section 1). */
export const roadmap = projectV2.createStateConfig({
  id: 'roadmap',
  meta: known('공동 로드맵 수립', 'Joint roadmap', 'applicant'),
  entry: [
    { type: 'startClock', params: { clock: 'roadmap' } },
    { type: 'startClock', params: { clock: 'roadmap-check' } },
    'beginRoadmapCheck',
  ],
  after: {
    roadmap: [
      {
        guard: 'holdsPlace',
        target: '#expired',
        actions: [tellCompany('roadmapExpired'), placeFreed('expired')],
      },
      { target: '#expired', actions: tellCompany('roadmapExpired') },
    ],
  },
  on: { ...check, ...declining },
  initial: 'drafting',
  states: {
    drafting: {
      meta: known('로드맵 작성 중', 'Roadmap being drafted', 'applicant'),
      after: checkedHalfWay('drafting'),
      on: {
        SUBMIT_ROADMAP: {
          guard: and(['isApplicant', 'isOwnCase', 'isWithinRoadmapWindow']),
          target: 'awaitingCoSignature',
          actions: ['submitRoadmap', tellPartner('roadmapToCoSign')],
        },
      },
    },
    awaitingCoSignature: {
      meta: known('협력기관 공동서명 대기', 'Awaiting co-signature', 'partner'),
      after: checkedHalfWay('awaitingCoSignature'),
      on: {
        COSIGN_ROADMAP: {
          guard: and(['isPartner', 'isOwnCase', 'isWithinRoadmapWindow']),
          target: '#roadmapEvaluation',
          actions: ['coSignRoadmap', 'renewPanel', tellCompany('roadmapCoSigned')],
        },
        RETURN_ROADMAP: {
          guard: and(['isPartner', 'isOwnCase', 'isWithinRoadmapWindow']),
          target: 'drafting',
          actions: tellCompany('roadmapReturned'),
        },
      },
    },
  },
});

const { yes: PASS_ROADMAP, no: FAIL_ROADMAP } = decidedHere('#agreementPending', 'roadmapPassed');

/** The second competition of the structured track: about half of those with a roadmap go on (domain.md section 1). */
export const roadmapEvaluation = projectV2.createStateConfig({
  id: 'roadmapEvaluation',
  meta: known('로드맵 평가 중', 'Roadmap under evaluation', 'officer', 'committee'),
  entry: { type: 'remember', params: { state: 'roadmapEvaluation' } },
  initial: 'unassigned',
  states: {
    unassigned: {
      meta: known('로드맵 평가단 배정 대기', 'Panel for the roadmap to be assigned', 'officer', 'committee'),
      on: { ...assigning('evaluated'), PASS_ROADMAP, FAIL_ROADMAP },
    },
    scoring: scored('evaluated'),
    moderation: moderation('evaluated'),
    evaluated: {
      id: 'roadmapEvaluated',
      meta: known('로드맵 심의 중', 'Roadmap in deliberation', 'committee'),
      on: {
        ...withdrawingWithRoadmap,
        ...{ PASS_ROADMAP, FAIL_ROADMAP },
        ...decidedByCall('#agreementPending', 'roadmapPassed'),
      },
    },
  },
});
