import type { Terms, TrackId, Window } from '../../program/types.js';
import type { WonText } from '../../rules/won.js';
import type { DaysAdded } from '../../rules/counting.js';
import type { Duties } from '../clockwork/duties.js';
import { startedClock } from '../clockwork/running.js';
import type { Clocked } from '../clockwork/running.js';
import type { ChartEvent } from '../kernel/types.js';

/**
 * The clocks of a call both start when its outcomes are notified, and are nobody's duty: what firms may do until then is
 * said by their projects.
 */
export const callDuties: Duties = {
  pending: { objection: ['notified'], reserve: ['notified', 'objections'] },
  silent: { objection: ['notified'], reserve: ['notified', 'objections'] },
};

/** A window that was in force until a decision, received at `decidedAt`, replaced it on a ground. ISO instants. */
export interface PastWindow extends Window {
  readonly decidedAt: string;
  readonly ground: string;
}

/** A conflict of interest that a member declares: `about` a project, a company or a partner, by its id. */
export interface Conflict {
  readonly about: string;
  readonly kind: string;
}

/** A member of the panel (평가위원); `isDeclared` once they have said which conflicts they have, also that they have none. */
export interface PanelMember {
  readonly person: string;
  readonly org: string;
  readonly conflicts: readonly Conflict[];
  readonly isDeclared: boolean;
}

/** How many a list told which outcome. */
export interface Applied {
  readonly selected: number;
  readonly reserve: number;
  readonly rejected: number;
}

/** What came while the list's outcomes were being notified: project ids, and places that a raised capacity adds. */
export interface Kept {
  readonly freed: readonly string[];
  readonly upheld: readonly string[];
  readonly places: number;
}

/** What a call is begun with: one competition of one track. Instants are ISO, UTC; no budget is null. */
export interface CallInput {
  readonly subjectId: string;
  readonly editionId: string;
  readonly track: TrackId;
  readonly competition: 'selection' | 'roadmap';
  readonly window: Window;
  readonly capacity: number;
  readonly budget: WonText | null;
  /** Days off that were added after the edition. */
  readonly daysAdded?: DaysAdded;
  readonly terms: Terms;
  readonly openedAt: string;
}

/** Everything that is known of a call; plain JSON. It holds no applications: projects are subjects of their own. */
export interface CallContext extends Omit<CallInput, 'daysAdded'>, Clocked {
  readonly companyId: 'agency';
  /** The windows before the one that is in force, in the order in which they were replaced. */
  readonly windowHistory: readonly PastWindow[];
  readonly panel: readonly PanelMember[];
  /** Applications received in time; null until the intake was closed. */
  readonly received: number | null;
  /** SHA-256 of the ranked list before the committee, and the people who proposed it. */
  readonly proposedList: string | null;
  readonly proposedBy: readonly string[];
  readonly returnedFor: string | null;
  readonly decidedList: string | null;
  readonly applied: Applied | null;
  readonly notifiedAt: string | null;
  /** How many moved up from the reserve, how many places became free, how many upheld objections were placed. */
  readonly promoted: number;
  readonly freed: number;
  readonly upheld: number;
  /** How many of the upheld objections brought a place, rather than the head of the reserve. */
  readonly seated: number;
  /** Orders that may give a place and haven't answered yet. */
  readonly filling: number;
  /** Room or reserve got better while orders were under way: one of them that found nobody asks again. */
  readonly askAgain: boolean;
  readonly kept: Kept;
  readonly reserveExhausted: boolean;
  /** How many were let go when the reserve list ended. */
  readonly released: number | null;
}

/** What a call's guards, updates and delays look at. */
export interface CallArgs {
  readonly context: CallContext;
  readonly event: ChartEvent;
}

const nothingKept: Kept = { freed: [], upheld: [], places: 0 };

/** A call at its beginning. */
export function callContext(input: CallInput): CallContext {
  const { subjectId, editionId, track, competition, window, capacity, budget, terms, openedAt } = input;
  return {
    ...{ subjectId, editionId, track, competition, window, capacity, budget, terms, openedAt },
    ...{ companyId: 'agency', daysAdded: input.daysAdded ?? {} },
    ...{ windowHistory: [], panel: [], received: null },
    ...{ proposedList: null, proposedBy: [], returnedFor: null, decidedList: null },
    ...{ applied: null, notifiedAt: null, clocks: {} },
    ...{ promoted: 0, freed: 0, upheld: 0, seated: 0, filling: 0, askAgain: false, kept: nothingKept },
    ...{ reserveExhausted: false, released: null },
  };
}

/** The clocks that run from the notification, counted by the edition's rules. */
export function clocksFrom(context: CallContext, notifiedAt: string): CallContext['clocks'] {
  return {
    objection: startedClock(context, 'objection', notifiedAt),
    reserve: startedClock(context, 'reserve', notifiedAt),
  };
}

/** Places that are taken, or that an order under way may still give; all of the capacity while outcomes are being notified. */
export function promisedPlaces({ capacity, applied, freed, promoted, seated, filling }: CallContext): number {
  return applied ? applied.selected - freed + promoted + seated + filling : capacity;
}
