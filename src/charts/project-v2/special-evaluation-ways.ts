import { and } from 'xstate';

/** The agency's way into a special evaluation (특별평가), on a listed ground, of the firm or of its partner. */
export const openedByAgencyV2 = {
  OPEN_SPECIAL_EVALUATION: {
    guard: and(['isOfficer', 'isSpecialEvaluationGround', 'hasInstitution', 'leavesTimeToExplain']),
    target: '#specialEvaluation',
    actions: { type: 'openSpecialEvaluation', params: { cause: 'agency' } },
  },
} as const;

/** Ways into a special evaluation while the work is under way: the agency's, or the firm's own request (section 2). */
export const intoSpecialEvaluationV2 = {
  ...openedByAgencyV2,
  REQUEST_TERMINATION: {
    guard: and(['isApplicant', 'isOwnCase']),
    target: '#specialEvaluation',
    actions: { type: 'openSpecialEvaluation', params: { cause: 'firm', ground: 'own-request' } },
  },
} as const;
