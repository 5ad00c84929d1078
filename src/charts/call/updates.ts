import type { Window } from '../../program/types.js';
import type { WonText } from '../../rules/won.js';
import { dataOf } from '../payload.js';
import { peopleBehind } from '../tranche/guards.js';
import { clocksFrom, promisedPlaces } from './context.js';
import type { Applied, CallArgs, CallContext, Conflict, PanelMember } from './context.js';

type Patch = Partial<CallContext>;

interface Grounded {
  readonly ground: string;
}

function replaced({ context, event }: CallArgs, window: Window): Patch {
  const { ground } = dataOf<Grounded>(event);
  const { opens, closes } = context.window;
  const past = { opens, closes, decidedAt: event.receivedAt, ground };
  return { window, windowHistory: [...context.windowHistory, past] };
}

/** What the window, the capacity and the panel write into the context. */
export const preparingUpdates = {
  extendWindow: (args: CallArgs): Patch =>
    replaced(args, { ...args.context.window, closes: dataOf<Window>(args.event).closes }),
  correctWindow: (args: CallArgs): Patch => {
    const { opens, closes } = dataOf<Window>(args.event);
    return replaced(args, { opens, closes });
  },
  changeCapacity: ({ context, event }: CallArgs): Patch => {
    const { capacity, budget } = dataOf<{ capacity: number; budget?: WonText }>(event);
    return { capacity, budget: budget ?? context.budget };
  },
  // Whoever stays on the panel keeps what they declared.
  appointPanel: ({ context, event }: CallArgs): Patch => {
    const { members } = dataOf<{ members: readonly Pick<PanelMember, 'person' | 'org'>[] }>(event);
    const panel = members.map(({ person, org }) => {
      const before = context.panel.find((member) => member.person === person);
      return { person, org, conflicts: before?.conflicts ?? [], isDeclared: before?.isDeclared ?? false };
    });
    return { panel };
  },
  declareConflicts: ({ context, event }: CallArgs): Patch => {
    const { conflicts } = dataOf<{ conflicts: readonly Conflict[] }>(event);
    const panel = context.panel.map((member) =>
      member.person === event.by.person ? { ...member, conflicts, isDeclared: true } : member,
    );
    return { panel };
  },
  recordIntake: ({ event }: CallArgs): Patch => ({ received: dataOf<{ received: number }>(event).received }),
};

function listIn({ event }: CallArgs): string {
  return dataOf<{ listSha256: string }>(event).listSha256;
}

/** What the deliberation on the list writes into the context. */
export const listUpdates = {
  recordProposal: (args: CallArgs): Patch => ({
    ...{ proposedList: listIn(args), proposedBy: peopleBehind(args.event.by), returnedFor: null },
  }),
  // Made for another capacity, or sent back: there is no list before the committee any more.
  dropProposal: (): Patch => ({ proposedList: null, proposedBy: [] }),
  recordReturn: ({ event }: CallArgs): Patch => ({ returnedFor: dataOf<{ reason: string }>(event).reason }),
  recordDecision: (args: CallArgs): Patch => ({ decidedList: listIn(args) }),
  recordApplied: ({ context, event }: CallArgs): Patch => {
    const { selected, reserve, rejected } = dataOf<Applied>(event);
    const applied = { selected, reserve, rejected };
    return { applied, notifiedAt: event.at, clocks: clocksFrom(context, event.at) };
  },
};

/**
 * How many places a changed capacity is to fill: each new one. Where it adds none and places are vacant, one is tried:
 * the budget may have been raised, and what is filled tries the next.
 */
function placesToFill({ context, event }: CallArgs): number {
  const { capacity } = dataOf<{ capacity: number }>(event);
  const added = Math.max(0, capacity - context.capacity);
  const isVacant = promisedPlaces(context) < capacity;
  return added === 0 && isVacant ? 1 : added;
}

function projectIn({ event }: CallArgs): string {
  return dataOf<{ projectId: string }>(event).projectId;
}

// An answer that comes twice is applied once; what the books hold is counted there, never here.
const answered = ({ context }: CallArgs): Patch => ({ filling: Math.max(0, context.filling - 1) });

// Where another order is under way, what is now better may have come too late for it.
function improved(filling: number): Patch {
  return { askAgain: filling > 0 };
}

/** What happens to places after the decision: given up, filled, won by an objection. */
export const placeUpdates = {
  countFreed: ({ context }: CallArgs): Patch => ({ freed: context.freed + 1 }),
  countOrder: ({ context }: CallArgs): Patch => ({ filling: context.filling + 1 }),
  keepFreed: (args: CallArgs): Patch => {
    const { kept } = args.context;
    return { kept: { ...kept, freed: [...kept.freed, projectIn(args)] } };
  },
  keepUpheld: (args: CallArgs): Patch => {
    const { kept } = args.context;
    return { kept: { ...kept, upheld: [...kept.upheld, projectIn(args)] } };
  },
  keepNewPlaces: (args: CallArgs): Patch => {
    const { kept } = args.context;
    return { kept: { ...kept, places: kept.places + placesToFill(args) } };
  },
  countKept: ({ context: { kept, filling } }: CallArgs): Patch => ({
    filling: filling + kept.freed.length + kept.upheld.length + kept.places,
    kept: { freed: [], upheld: [], places: 0 },
  }),
  recordFilled: (args: CallArgs): Patch => ({
    ...{ ...answered(args), promoted: args.context.promoted + 1 },
    ...improved(args.context.filling - 1),
  }),
  // Whoever asked for it orders again.
  recordUnfilled: (args: CallArgs): Patch => ({ ...answered(args), askAgain: false }),
  recordExhausted: (args: CallArgs): Patch => ({ ...answered(args), reserveExhausted: true }),
  recordReturned: ({ context }: CallArgs): Patch => ({
    ...{ reserveExhausted: false, ...improved(context.filling) },
  }),
  recordResized: ({ context }: CallArgs): Patch => improved(context.filling),
  recordPlaced: (args: CallArgs): Patch => {
    const { upheld, seated, reserveExhausted } = args.context;
    const isSeated = dataOf<{ outcome: string }>(args.event).outcome === 'selected';
    return {
      ...{ ...answered(args), upheld: upheld + 1, seated: seated + (isSeated ? 1 : 0) },
      ...{ reserveExhausted: isSeated && reserveExhausted, ...improved(args.context.filling - 1) },
    };
  },
  recordEnd: ({ event }: CallArgs): Patch => ({ released: dataOf<{ released: number }>(event).released }),
};
