import { and } from 'xstate';
import { known } from '../words.js';
import { tellAgency } from '../tellings.js';
import { closeIntake } from './orders.js';
import { call } from './setup.js';

const windowChanged = tellAgency('windowChanged');

/** The close moved back, with a ground; where it had passed already, the call opens again. */
function extending(target: string) {
  return {
    EXTEND_WINDOW: {
      guard: and(['isOfficer', 'isLater', 'isNotInThePast']),
      ...{ target, reenter: true },
      actions: ['extendWindow', windowChanged],
    },
  } as const;
}

const correcting = and(['isOfficer', 'isWindowInOrder', 'isNotInThePast']);

/** What is taken until the ranked list is made: the panel, its conflicts, and how many are to be selected. */
export const prepared = {
  CHANGE_CAPACITY: { guard: 'isCommittee', actions: 'changeCapacity' },
  APPOINT_PANEL: { guard: 'isOfficer', actions: 'appointPanel' },
  DECLARE_CONFLICTS: {
    guard: and(['isPanelMember', 'isOnPanel', 'areConflictKindsListed']),
    actions: 'declareConflicts',
  },
} as const;

/** Announced and not open yet. Its opening may have passed when it is planned: then it opens at once. */
export const planned = call.createStateConfig({
  id: 'planned',
  meta: known('공고 예정', 'Planned'),
  after: { callOpens: { target: '#open', actions: tellAgency('callOpened') } },
  on: {
    ...prepared,
    ...extending('#planned'),
    CORRECT_WINDOW: {
      guard: correcting,
      ...{ target: '#planned', reenter: true },
      actions: ['correctWindow', windowChanged],
    },
  },
});

/** Applications are received until the close that is in force when it passes. */
export const open = call.createStateConfig({
  id: 'open',
  meta: known('접수 중', 'Open'),
  after: { callCloses: { target: '#closed', actions: tellAgency('callClosed') } },
  on: {
    ...prepared,
    ...extending('#open'),
    CORRECT_WINDOW: [
      {
        guard: and(['isOfficer', 'isWindowInOrder', 'isNotInThePast', 'opensLater']),
        target: '#planned',
        actions: ['correctWindow', windowChanged],
      },
      {
        guard: correcting,
        ...{ target: '#open', reenter: true },
        actions: ['correctWindow', windowChanged],
      },
    ],
  },
});

const intakeClosed = and(['isSystem', 'isOfThisClosing']);

/** The close has passed; what was received in time and is still on its way is waited for. */
export const closed = call.createStateConfig({
  id: 'closed',
  meta: known('접수 마감', 'Closed'),
  entry: closeIntake,
  on: {
    ...prepared,
    ...extending('#open'),
    INTAKE_CLOSED: [
      // Who competes with a roadmap was screened when it applied.
      {
        guard: and([intakeClosed, 'isRoadmapCompetition']),
        target: '#evaluating',
        actions: 'recordIntake',
      },
      { guard: intakeClosed, target: '#screening', actions: 'recordIntake' },
    ],
  },
});

/** The pre-check (사전검토) of each application is under way. */
export const screening = call.createStateConfig({
  id: 'screening',
  meta: known('사전검토 중', 'Screening', 'officer'),
  on: {
    ...prepared,
    ...extending('#open'),
    FINISH_SCREENING: { guard: and(['isOfficer', 'isEverythingScreened']), target: '#evaluating' },
  },
});

/** The panel scores what is assigned to it. */
export const evaluating = call.createStateConfig({
  id: 'evaluating',
  meta: known('평가 중', 'Evaluating', 'officer'),
  on: {
    ...prepared,
    FINISH_EVALUATION: { guard: and(['isOfficer', 'isEverythingEvaluated']), target: '#deliberating' },
  },
});
