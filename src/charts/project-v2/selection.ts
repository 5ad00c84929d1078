import { and } from 'xstate';
import { tellCompany } from '../project/orders.js';
import { known } from '../words.js';
import { withdrawingUndecided } from './ends.js';
import { startObjection } from './orders.js';
import { projectV2 } from './setup.js';

/** What every grant keeps to: the ceiling, the ratios, and a tranche for every stage (domain.md section 3). */
export const lawfulGrant = [
  'isWithinCompanyCeiling',
  'coversPartnerCost',
  'isGovernmentWithinRatio',
  'isFirmShareEnough',
  'isFirmCashEnough',
  'fillsEveryTranche',
] as const;

const windowOpens = { type: 'startClock', params: { clock: 'objection' } } as const;

/** Told of a no, from when the time for an objection runs. */
export const told = [windowOpens, tellCompany('notSelected')] as const;

/** The committee's own decision, where no call decides. */
export function decidedHere(selected: string, notice: string) {
  return {
    yes: {
      guard: and(['isCommittee', 'isOutsideCall', ...lawfulGrant]),
      target: selected,
      actions: ['recordGrant', tellCompany(notice)],
    },
    no: {
      guard: and(['isCommittee', 'isOutsideCall']),
      target: '#notSelected',
      actions: ['recordRefusal', ...told],
    },
  } as const;
}

/** What the call's decided list says of the project: selected, on the reserve list (예비순위), or not selected. */
export function decidedByCall(selected: string, notice: string) {
  return {
    SELECTED_BY_CALL: {
      guard: and(['isFromOwnCall', ...lawfulGrant]),
      target: selected,
      actions: ['recordGrant', 'takePlace', tellCompany(notice)],
    },
    REJECTED_BY_CALL: {
      guard: 'isFromOwnCall',
      target: '#notSelected',
      actions: ['recordRefusal', 'takeRefusal', ...told],
    },
    PUT_ON_RESERVE: {
      guard: 'isFromOwnCall',
      target: '#reserved',
      actions: ['takeReserve', windowOpens, tellCompany('putOnReserve')],
    },
  } as const;
}

/** The committee's deliberation (심의위원회): in a call over the list of all, elsewhere over this project alone. */
export function deliberation(selected: string) {
  const { yes, no } = decidedHere(selected, 'selected');
  return projectV2.createStateConfig({
    id: 'deliberation',
    meta: known('심의 중', 'In deliberation', 'committee'),
    entry: { type: 'remember', params: { state: 'deliberation' } },
    on: { ...withdrawingUndecided, SELECT: yes, REJECT: no, ...decidedByCall(selected, 'selected') },
  });
}

const object = {
  FILE_OBJECTION: {
    guard: and([
      'isApplicant',
      'isOwnCase',
      'isFirstObjection',
      'isWithinObjectionWindow',
      'isAdmissibleGround',
    ]),
    target: '#objection',
    actions: ['recordObjection', 'countObjection', startObjection],
  },
} as const;

/** Notified of a no: one objection (이의신청), on an admissible ground, within its window (domain.md section 2). */
export const notSelected = projectV2.createStateConfig({
  id: 'notSelected',
  meta: known('미선정 통보', 'Not selected', 'applicant'),
  after: { objection: { target: '#rejected' } },
  on: object,
});

/** The guards of a move up from the reserve list. */
export const promoting = ['isFromOwnCall', 'isOnReserve', ...lawfulGrant] as const;

/** What follows from it, whatever it leads to. */
export function promoted(notice: string) {
  return ['recordGrant', 'takePlace', tellCompany(notice)] as const;
}

/** The end of the reserve list before the project's turn; who may still object, may. */
const released = {
  RELEASED_FROM_RESERVE: [
    {
      guard: and(['isFromOwnCall', 'isOnReserve', 'mayStillObject']),
      target: '#notSelected',
      actions: ['leaveReserve', tellCompany('reserveEnded')],
    },
    {
      guard: and(['isFromOwnCall', 'isOnReserve']),
      target: '#rejected',
      actions: ['leaveReserve', tellCompany('reserveEnded')],
    },
  ],
} as const;

/** On the reserve list (예비순위): it moves up when a place becomes free; `moving` says where to. */
export function reserved<Moving extends object>(moving: Moving) {
  return projectV2.createStateConfig({
    id: 'reserved',
    meta: known('예비순위', 'On the reserve list'),
    on: { ...object, ...released, ...moving },
  });
}
