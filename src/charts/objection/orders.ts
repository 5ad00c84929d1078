import type { Telling } from '../tellings.js';
import type { ObjectionArgs } from './context.js';

/** Tells the project what became of its objection; what was not said is left out. */
export const tellProject = {
  type: 'tellProject',
  params: ({ context: { no, decision } }: ObjectionArgs): Telling => {
    const said = Object.entries(decision ?? {}).filter(([, value]) => value !== null);
    return { event: 'OBJECTION_DECIDED', data: { no, ...Object.fromEntries(said) } };
  },
} as const;
