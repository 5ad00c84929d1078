import type { Actor } from '../kernel/types.js';
import { dataOf } from '../payload.js';
import type { CallArgs } from './context.js';

/** Who an order is done for, and on which call. */
export interface Ordered {
  readonly callId: string;
  readonly by: Actor;
}

/** A place to be filled from the reserve; `freed` is the project that gave it up, null for one that wasn't anybody's. */
export interface Promoting extends Ordered {
  readonly freed: string | null;
}

/** A project whose objection was upheld, to be given the place that it ranks for. */
export interface Placing extends Ordered {
  readonly projectId: string;
}

function ordered({ context, event }: CallArgs): Ordered {
  return { callId: context.subjectId, by: event.by };
}

function projectIn({ event }: CallArgs): string {
  return dataOf<{ projectId: string }>(event).projectId;
}

/** Counts who was received by the close; answered once none of them is still on its way. */
export const closeIntake = {
  type: 'closeIntake',
  params: ({ context: { subjectId, window } }: CallArgs) => ({ callId: subjectId, closes: window.closes }),
} as const;

/** Brings each project its outcome by the decided list, in the name of whoever decided it. */
export const applyList = {
  type: 'applyList',
  params: (args: CallArgs) => ({
    ...ordered(args),
    listSha256: String(args.context.decidedList),
    receivedAt: args.event.receivedAt,
  }),
} as const;

/** Fills the place that a project gave up. */
export const promoteNext = {
  type: 'promoteNext',
  params: (args: CallArgs): Promoting => ({ ...ordered(args), freed: projectIn(args) }),
} as const;

/** Fills a place that stood empty. */
export const promoteIntoVacancy = {
  type: 'promoteNext',
  params: (args: CallArgs): Promoting => ({ ...ordered(args), freed: null }),
} as const;

export const placeUpheld = {
  type: 'placeUpheld',
  params: (args: CallArgs): Placing => ({ ...ordered(args), projectId: projectIn(args) }),
} as const;

/** Lets the reserve go; to be answered once no project of the call is still before a board or waits for its place. */
export const endReserve = { type: 'endReserve', params: ordered } as const;

type Given =
  | { readonly type: 'promoteNext'; readonly params: Promoting }
  | { readonly type: 'placeUpheld'; readonly params: Placing };

/** The orders for what came while outcomes were being notified: each free place, each new one, each upheld objection. */
export function keptOrders(args: CallArgs): Given[] {
  const { freed, upheld, places } = args.context.kept;
  const vacancies: readonly null[] = Array.from({ length: places }, () => null);
  const promoting = [...freed, ...vacancies].map((one): Given => ({
    type: 'promoteNext',
    params: { ...ordered(args), freed: one },
  }));
  const placing = upheld.map((projectId): Given => ({
    type: 'placeUpheld',
    params: { ...ordered(args), projectId },
  }));
  return [...placing, ...promoting];
}
