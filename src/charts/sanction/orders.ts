import type { Telling } from '../tellings.js';
import type { SanctionArgs } from './context.js';

/** Tells the project what became of the sanction; what it doesn't have is left out. */
export const tellProject = {
  type: 'tellProject',
  params: ({ context: { no, kind, decision, ground } }: SanctionArgs): Telling => {
    const { outcome, months = null, amount = null } = decision ?? {};
    const measure = Object.entries({ months, amount }).filter(([, value]) => value !== null);
    return { event: 'SANCTION_DECIDED', data: { no, kind, outcome, ground, ...Object.fromEntries(measure) } };
  },
} as const;
