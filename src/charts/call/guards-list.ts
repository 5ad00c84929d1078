import type { Evidence } from '../kernel/types.js';
import { whenSent } from '../payload.js';
import { peopleBehind } from '../tranche/guards.js';
import type { CallArgs } from './context.js';

interface Listing {
  readonly listSha256: string;
}

/** What the books said of something when the event was received; `unknown` where the intake didn't stamp it. */
function booked({ event }: CallArgs, name: string): string {
  return event.books?.[name] ?? 'unknown';
}

/** Whether the books say this; before a list is named there is nothing to look up. */
function booksSay(name: string, value: string) {
  return (args: CallArgs): boolean => whenSent(args.event, () => booked(args, name) === value);
}

function shown(...names: readonly string[]) {
  return (args: CallArgs): Evidence => Object.fromEntries(names.map((name) => [name, booked(args, name)]));
}

/**
 * Guards on what the books must say before the call goes on, and on the list: proposed by one person, decided by another,
 * on the books as they are, within capacity and budget.
 */
export const listGuards = {
  isEverythingScreened: (args: CallArgs): boolean => booked(args, 'unscreened') === '0',
  isEverythingEvaluated: (args: CallArgs): boolean => booked(args, 'unevaluated') === '0',
  isKnownList: booksSay('list', 'known'),
  isListCurrent: booksSay('isCurrent', 'yes'),
  isListWithinLimits: (args: CallArgs): boolean =>
    booksSay('overCapacity', 'no')(args) && booksSay('overBudget', 'no')(args),
  // With exceptions the committee decides another list, which says that it is based on the proposed one.
  isProposedList: (args: CallArgs): boolean =>
    whenSent<Listing>(args.event, ({ listSha256 }) =>
      [listSha256, booked(args, 'basedOn')].includes(String(args.context.proposedList)),
    ),
  isNotProposer: ({ context, event }: CallArgs): boolean =>
    !peopleBehind(event.by).some((person) => context.proposedBy.includes(person)),
};

/** The facts that the guards above looked at. */
export const listEvidence: Readonly<Record<string, (args: CallArgs) => Evidence>> = {
  isEverythingScreened: shown('unscreened'),
  isEverythingEvaluated: shown('unevaluated'),
  isListWithinLimits: shown('overCapacity', 'overBudget'),
  isProposedList: ({ context }) => ({ proposedList: String(context.proposedList) }),
  isNotProposer: ({ context }) => ({ proposer: context.proposedBy.join(', ') }),
};
