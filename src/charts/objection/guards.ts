import type { Evidence } from '../kernel/types.js';
import { whenSent } from '../payload.js';
import { roleEvidence, roleGuards } from '../roles.js';
import type { ObjectionArgs } from './context.js';

interface Assigning {
  readonly members: readonly string[];
}

/** Who may do what to an objection: it is not decided by the panel that evaluated (domain.md section 2). */
export const objectionGuards = {
  ...roleGuards,
  // The law says "not by the same unchanged panel"; we hold the strict reading [assumed]: nobody of it.
  isAnotherBoard: ({ context, event }: ObjectionArgs): boolean =>
    whenSent<Assigning>(event, ({ members }) => !members.some((person) => context.panel.includes(person))),
  hasBoard: ({ context }: ObjectionArgs): boolean => context.board.length > 0,
};

/** The facts that the guards above looked at. */
export const objectionEvidence: Readonly<Record<string, (args: ObjectionArgs) => Evidence>> = {
  ...roleEvidence,
  isAnotherBoard: ({ context, event }) => ({
    onPanel: ((event.data as Assigning | undefined)?.members ?? [])
      .filter((person) => context.panel.includes(person))
      .join(', '),
  }),
};
