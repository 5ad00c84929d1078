import { and } from 'xstate';
import { promoted, promoting } from './selection.js';

/** A move up from the reserve list where a project is selected once. */
export function movingUp(selected: string) {
  return {
    PROMOTED: { guard: and([...promoting]), target: selected, actions: promoted('promoted') },
  } as const;
}

/** The same where it is selected twice: to write the roadmap, and then for the research. */
export const movingUpToEither = {
  PROMOTED: [
    {
      guard: and([...promoting, { type: 'wasIn', params: { state: 'roadmapEvaluation' } }]),
      target: '#agreementPending',
      actions: promoted('promoted'),
    },
    { guard: and([...promoting]), target: '#roadmap', actions: promoted('promoted') },
  ],
} as const;
