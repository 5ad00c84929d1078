import type { Evidence } from '../kernel/types.js';
import { dataOf, whenSent } from '../payload.js';
import { roleEvidence, roleGuards } from '../roles.js';
import type { ObjectionArgs } from './context.js';

interface Assigning {
  readonly members: readonly string[];
}

// Whoever may not assign a board is not told either who evaluated: a firm could ask about one name after another.
function onPanel({ context, event }: ObjectionArgs, members: readonly string[]): string[] {
  return event.by.role === 'officer' ? members.filter((person) => context.panel.includes(person)) : [];
}

/** Who may do what to an objection: it is not decided by the panel that evaluated (domain.md section 2). */
export const objectionGuards = {
  ...roleGuards,
  // The law says "not by the same unchanged panel"; we hold the strict reading [assumed]: nobody of it.
  isAnotherBoard: (args: ObjectionArgs): boolean =>
    whenSent<Assigning>(args.event, ({ members }) => onPanel(args, members).length === 0),
  hasBoard: ({ context }: ObjectionArgs): boolean => context.board.length > 0,
};

/** The facts that the guards above looked at. */
export const objectionEvidence: Readonly<Record<string, (args: ObjectionArgs) => Evidence>> = {
  ...roleEvidence,
  isAnotherBoard: (args) => ({ onPanel: onPanel(args, dataOf<Assigning>(args.event).members).join(', ') }),
};
