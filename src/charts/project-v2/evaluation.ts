import { and } from 'xstate';
import { known } from '../words.js';
import { projectV2 } from './setup.js';

const scoring = ['isPanelMember', 'isAssignedMember', 'hasNotScored'] as const;

const replace = {
  REPLACE_MEMBER: {
    guard: and(['isOfficer', 'isMemberToReplace', 'isNewToPanel', 'hasNoExcludedMember']),
    target: 'scoring',
    actions: 'changePanel',
  },
} as const;

/** Before a panel is assigned: an officer assigns it, or outside of a call enters the protocol of one from elsewhere. */
export function assigning(evaluated: string) {
  return {
    ASSIGN_PANEL: {
      guard: and(['isOfficer', 'isPanelLargeEnough', 'hasNoExcludedMember']),
      target: 'scoring',
      actions: 'assignPanel',
    },
    RECORD_EVALUATION: {
      guard: and(['isOfficer', 'isOutsideCall']),
      target: evaluated,
      actions: 'recordEvaluation',
    },
  } as const;
}

/** Each member scores alone; the last score that counts ends it, or has the panel meet again where it is far apart. */
export function scored(evaluated: string) {
  const concluded = { target: evaluated, actions: ['changePanel', 'concludePanel'] } as const;
  const apart = { target: 'moderation', actions: 'changePanel' } as const;
  return projectV2.createStateConfig({
    meta: known('평가위원 채점 중', 'Panel scoring', 'panelMember', 'officer'),
    on: {
      ...replace,
      SCORE: [
        { ...apart, guard: and([...scoring, 'scoresEveryCriterion', 'asksForModeration']) },
        { ...concluded, guard: and([...scoring, 'scoresEveryCriterion', 'completesPanel']) },
        { guard: and([...scoring, 'scoresEveryCriterion']), actions: 'changePanel' },
      ],
      RECUSE: [
        { ...apart, guard: and([...scoring, 'asksForModeration']) },
        { ...concluded, guard: and([...scoring, 'completesPanel']) },
        { guard: and([...scoring]), actions: 'changePanel' },
      ],
    },
  });
}

/** A panel that is far apart talks it over: its members may revise, and an officer concludes with a note. */
export function moderation(evaluated: string) {
  return projectV2.createStateConfig({
    meta: known('점수 편차 조정 중', 'Scores being moderated', 'panelMember', 'officer'),
    on: {
      ...replace,
      REVISE_SCORE: {
        guard: and(['isPanelMember', 'isAssignedMember', 'scoresEveryCriterion']),
        actions: 'changePanel',
      },
      MODERATE: { guard: 'isOfficer', target: evaluated, actions: 'concludePanel' },
    },
  });
}

/** The panel's evaluation (선정평가): assigned, scored, moderated where its members are far apart. */
export const underEvaluation = projectV2.createStateConfig({
  id: 'underEvaluation',
  meta: known('선정평가 중', 'Under evaluation', 'officer'),
  initial: 'unassigned',
  states: {
    unassigned: {
      meta: known('평가단 배정 대기', 'Panel to be assigned', 'officer'),
      on: assigning('#deliberation'),
    },
    scoring: scored('#deliberation'),
    moderation: moderation('#deliberation'),
  },
});
