import { and } from 'xstate';
import { known } from '../words.js';
import { tellCompany, tellPartner } from './orders.js';
import { granting } from './selection.js';
import { project } from './setup.js';

/** The joint R&D roadmap: six calendar months in which the firm drafts it and its partner signs with it (section 1). */
export const roadmap = project.createStateConfig({
  id: 'roadmap',
  meta: known('공동 로드맵 수립', 'Joint roadmap', 'applicant'),
  entry: { type: 'startClock', params: { clock: 'roadmap' } },
  after: { roadmap: { target: '#expired', actions: tellCompany('roadmapExpired') } },
  initial: 'drafting',
  states: {
    drafting: {
      meta: known('로드맵 작성 중', 'Roadmap being drafted', 'applicant'),
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
      on: {
        COSIGN_ROADMAP: {
          guard: and(['isPartner', 'isOwnCase', 'isWithinRoadmapWindow']),
          target: '#roadmapEvaluation',
          actions: ['coSignRoadmap', tellCompany('roadmapCoSigned')],
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

/** The second selection of the structured track: about half of those with a roadmap go on (domain.md section 1). */
export const roadmapEvaluation = project.createStateConfig({
  id: 'roadmapEvaluation',
  meta: known('로드맵 평가 중', 'Roadmap under evaluation', 'committee'),
  entry: { type: 'remember', params: { state: 'roadmapEvaluation' } },
  on: {
    PASS_ROADMAP: {
      guard: granting,
      target: '#agreementPending',
      actions: ['recordGrant', tellCompany('roadmapPassed')],
    },
    FAIL_ROADMAP: { guard: 'isCommittee', target: '#notSelected', actions: 'recordRefusal' },
  },
});
