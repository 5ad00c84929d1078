import { msOf } from '../../rules/calendar.js';
import type { Window } from '../../program/types.js';
import { compareWon } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import type { Evidence } from '../kernel/types.js';
import { dataOf, whenSent } from '../payload.js';
import { rolesWithPanel } from '../roles-panel.js';
import { roleEvidence } from '../roles.js';
import { promisedPlaces } from './context.js';
import type { CallArgs, Conflict } from './context.js';
import { listEvidence, listGuards } from './guards-list.js';

/** How many places a decision may add at once after notification: each is an order of its own in one workflow task. */
const MOST_PLACES_AT_ONCE = 50;

interface Closing {
  readonly closes: string;
}

interface Sizing {
  readonly capacity: number;
  readonly budget?: WonText;
}

interface Declaring {
  readonly conflicts: readonly Conflict[];
}

function listedKinds({ context }: CallArgs): string[] {
  return (context.terms.conflicts ?? []).map(({ id }) => id);
}

/** Guards on the window: a close is moved while nobody has been evaluated, and never behind anybody's back. */
const windowGuards = {
  isLater: ({ context, event }: CallArgs): boolean =>
    whenSent<Closing>(event, ({ closes }) => msOf(closes) > msOf(context.window.closes)),
  isWindowInOrder: ({ event }: CallArgs): boolean =>
    whenSent<Window>(event, ({ opens, closes }) => msOf(opens) < msOf(closes)),
  isNotInThePast: ({ event }: CallArgs): boolean =>
    whenSent<Closing>(event, ({ closes }) => msOf(closes) > msOf(event.receivedAt)),
  // An extension may come while the intake of the close before it is still being counted.
  isOfThisClosing: ({ context, event }: CallArgs): boolean =>
    whenSent<Closing>(event, ({ closes }) => closes === context.window.closes),
};

// A firm may withdraw before its outcome reaches it: the books know which places are held, the call what is under way.
function promised({ context, event }: CallArgs): number {
  return Math.max(promisedPlaces(context), Number(event.books?.['held'] ?? 0));
}

/** Guards on capacity and panel. */
const sizeGuards = {
  isNotBelowPromised: (args: CallArgs): boolean =>
    whenSent<Sizing>(args.event, ({ capacity }) => capacity >= promised(args)),
  isFewPlacesAtOnce: ({ context, event }: CallArgs): boolean =>
    whenSent<Sizing>(event, ({ capacity }) => capacity - context.capacity <= MOST_PLACES_AT_ONCE),
  // Which of the money is promised stands in the books; so after the decision the budget is only ever raised.
  isBudgetNotLowered: ({ context, event }: CallArgs): boolean =>
    whenSent<Sizing>(
      event,
      ({ budget }) =>
        budget === undefined || (context.budget !== null && compareWon(budget, context.budget) >= 0),
    ),
  isOnPanel: ({ context, event }: CallArgs): boolean =>
    context.panel.some(({ person }) => person === event.by.person),
  areConflictKindsListed: (args: CallArgs): boolean =>
    whenSent<Declaring>(args.event, ({ conflicts }) =>
      conflicts.every(({ kind }) => listedKinds(args).includes(kind)),
    ),
};

/** Guards that only choose between branches, and never refuse. */
const routingGuards = {
  isRoadmapCompetition: ({ context }: CallArgs): boolean => context.competition === 'roadmap',
  opensLater: ({ event }: CallArgs): boolean =>
    event.data !== undefined && msOf(dataOf<Window>(event).opens) > msOf(event.receivedAt),
  hasVacancy: ({ context }: CallArgs): boolean => promisedPlaces(context) < context.capacity,
  // What was placed on the reserve has given back the place that it might have taken.
  leavesVacancy: ({ context, event }: CallArgs): boolean =>
    event.data?.['outcome'] === 'reserve' && promisedPlaces(context) <= context.capacity,
  isToAskAgain: ({ context }: CallArgs): boolean =>
    context.askAgain && promisedPlaces(context) <= context.capacity,
  isExhaustedAlready: ({ context }: CallArgs): boolean => context.reserveExhausted,
};

/** Who may do what to a call, and when (design.md: the timer announces, the guard enforces). */
export const callGuards = {
  ...rolesWithPanel,
  ...windowGuards,
  ...sizeGuards,
  ...listGuards,
  ...routingGuards,
};

/** The facts that the guards above looked at. */
export const callEvidence: Readonly<Record<string, (args: CallArgs) => Evidence>> = {
  ...roleEvidence,
  ...listEvidence,
  isLater: ({ context }) => ({ closes: context.window.closes }),
  isWindowInOrder: ({ event }) => ({
    opens: dataOf<Window>(event).opens,
    closes: dataOf<Window>(event).closes,
  }),
  isNotInThePast: ({ event }) => ({
    receivedAt: event.receivedAt,
    closes: dataOf<Closing>(event).closes,
  }),
  isOfThisClosing: ({ context }) => ({ closes: context.window.closes }),
  isNotBelowPromised: (args) => ({ promised: String(promised(args)) }),
  isBudgetNotLowered: ({ context }) => ({ budget: context.budget ?? '-' }),
  isFewPlacesAtOnce: ({ context }) => ({
    capacity: String(context.capacity),
    mostAtOnce: String(MOST_PLACES_AT_ONCE),
  }),
  isPanelMember: ({ event }) => ({ role: event.by.role }),
  areConflictKindsListed: (args) => ({ listed: listedKinds(args).join(', ') }),
};
