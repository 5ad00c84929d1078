import { and } from 'xstate';
import { known } from '../words.js';
import { tellCompany } from './orders.js';
import { project } from './setup.js';

/** The guards of a decision that names the grant: the committee's, within the ceiling and the ratios (section 3). */
export const granting = and([
  'isCommittee',
  'isWithinCompanyCeiling',
  'coversPartnerCost',
  'isGovernmentWithinRatio',
  'isFirmShareEnough',
  'isFirmCashEnough',
  'fillsEveryTranche',
]);

/** The panel's evaluation (선정평가), entered by an officer. */
export const underEvaluation = project.createStateConfig({
  id: 'underEvaluation',
  meta: known('선정평가 중', 'Under evaluation', 'officer'),
  on: {
    RECORD_EVALUATION: { guard: 'isOfficer', target: '#deliberation', actions: 'recordEvaluation' },
  },
});

/** The committee's deliberation (심의위원회), which decides on funding and amount: another body than the panel. */
export function deliberation(selected: string) {
  return project.createStateConfig({
    id: 'deliberation',
    meta: known('심의 중', 'In deliberation', 'committee'),
    entry: { type: 'remember', params: { state: 'deliberation' } },
    on: {
      SELECT: { guard: granting, target: selected, actions: ['recordGrant', tellCompany('selected')] },
      REJECT: { guard: 'isCommittee', target: '#notSelected', actions: 'recordRefusal' },
    },
  });
}

/** Notified of a no: one objection (이의신청), on an admissible ground, within its window (domain.md section 2). */
export const notSelected = project.createStateConfig({
  id: 'notSelected',
  meta: known('미선정 통보', 'Not selected', 'applicant'),
  entry: [{ type: 'startClock', params: { clock: 'objection' } }, tellCompany('notSelected')],
  after: { objection: { target: '#rejected' } },
  on: {
    FILE_OBJECTION: {
      guard: and([
        'isApplicant',
        'isOwnCase',
        'isFirstObjection',
        'isWithinObjectionWindow',
        'isAdmissibleGround',
      ]),
      target: '#objection',
      actions: 'recordObjection',
    },
  },
});

const dismiss = {
  DISMISS_OBJECTION: {
    guard: 'isOfficer',
    target: '#rejected',
    actions: ['recordRefusal', tellCompany('objectionDismissed')],
  },
} as const;

const uphold = {
  guard: 'isOfficer',
  target: '#deliberation',
  actions: tellCompany('objectionUpheld'),
} as const;

const objectionStates = {
  underReview: {
    meta: known('이의신청 검토 중', 'Objection under review', 'officer'),
    after: { 'objection-decision': { target: 'overdue' } },
  },
  overdue: { meta: known('이의신청 처리 지연', 'Decision on the objection overdue', 'officer') },
} as const;

const objectionBasics = {
  id: 'objection',
  meta: known('이의신청 처리 중', 'Objection', 'officer'),
  entry: { type: 'startClock', params: { clock: 'objection-decision', from: 'receipt' } },
  initial: 'underReview',
  states: objectionStates,
} as const;

/** The agency decides on an objection within 30 days; late is visible, and still decided. */
export const objection = project.createStateConfig({
  ...objectionBasics,
  on: { ...dismiss, UPHOLD_OBJECTION: uphold },
});

/** The same where a project can be refused twice: an objection upheld leads back to the body that said no. */
export const objectionToEither = project.createStateConfig({
  ...objectionBasics,
  on: {
    ...dismiss,
    UPHOLD_OBJECTION: [
      {
        guard: and(['isOfficer', { type: 'wasIn', params: { state: 'roadmapEvaluation' } }]),
        target: '#roadmapEvaluation',
        actions: tellCompany('objectionUpheld'),
      },
      uphold,
    ],
  },
});
