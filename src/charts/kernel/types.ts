import type { AnyStateMachine, MachineContext, StateValue } from 'xstate';

/** Text for a person, in both languages of the program. */
export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

/** Who a person or outside system acts as (domain.md section 6); `system` is the service itself. */
export type Role =
  | 'applicant'
  | 'partner'
  | 'officer'
  | 'panelMember'
  | 'committee'
  | 'approver'
  | 'finance'
  | 'auditor'
  | 'administrator'
  | 'regulator'
  | 'system';

/** Who did it: opaque ids only, so that nothing personal enters a history or the ledger. */
export interface Actor {
  readonly person: string;
  readonly role: Role;
  readonly org: string;
  /** The person whose decision this is, where a dated delegation covers an absence (section 6). */
  readonly onBehalfOf?: string;
}

/** The service acting by itself: a deadline, a reply, a neighbouring subject. */
export const SYSTEM: Actor = { person: 'system', role: 'system', org: 'rnd-tracks' };

/**
 * One thing that happened to a subject. `receivedAt` is when we had it, stamped by the intake;
 * `at` is when its workflow applied it. Both are ISO instants in UTC.
 * `data` is absent only when a chart is asked what it would allow before a form is filled in.
 */
export interface ChartEvent<Type extends string = string, Data = Readonly<Record<string, unknown>>> {
  readonly type: Type;
  readonly by: Actor;
  readonly at: string;
  readonly receivedAt: string;
  readonly commandId?: string;
  readonly data?: Data;
  /** What the books said when it was received, as plain text values; stamped by the intake, never by the caller. */
  readonly books?: Evidence;
  /** The dotted path of the state that it finds the case in; put in by the kernel for guards and updates, never sent or kept. */
  readonly foundIn?: string;
}

/**
 * Who may send an event: `public` people through the API, `announced` outside systems through the API,
 * `reply` an effect's answer, `internal` a neighbouring subject. Only the first two can come from outside.
 */
export type EventSource = 'public' | 'announced' | 'reply' | 'internal';

/** What a chart says about one of its events. */
export interface EventMeta {
  readonly label: Bilingual;
  readonly source: EventSource;
}

/** What every state says about itself in its `meta`. */
export interface StateMeta {
  readonly label: Bilingual;
  /** Whose move it is; empty where only time or an outside system moves it on. */
  readonly awaits: readonly Role[];
}

/** Facts shown beside a refusal, as plain text values. */
export type Evidence = Readonly<Record<string, string>>;

/** What a guard is given. */
export interface GuardArgs<Context = MachineContext> {
  readonly context: Context;
  readonly event: ChartEvent;
}

/** A released statechart and what people need to know about it. `id` is its version: `subject.vN`. */
export interface Chart {
  readonly id: string;
  readonly subject: string;
  readonly label: Bilingual;
  readonly machine: AnyStateMachine;
  readonly events: Readonly<Record<string, EventMeta>>;
  /** For each guard that can say more than its name: the facts it looked at. */
  readonly evidence: Readonly<Record<string, (args: GuardArgs) => Evidence>>;
  /**
   * Until when a delay of this name is waited for: an ISO instant, or null where nobody waits. A chart that has it says
   * its dates anew after every step; in one that hasn't, a date is counted once, as its state is entered.
   */
  readonly dueOf?: (context: MachineContext, delay: string) => string | null;
  /** The next ISO instant at which something is due to be said of a running clock, or null: then comes `TEND_CLOCKS`. */
  readonly tendsAt?: (stands: Standing) => string | null;
  /** The names of the clocks whose duty is still open in a state. */
  readonly pendingIn?: (path: string) => readonly string[];
}

/** Where a case stands: the dotted path of its state, and what is known of it. */
export interface Standing {
  readonly path: string;
  readonly context: MachineContext;
}

/** The event by which a chart is told that something is due to be said of a running clock. */
export const TEND_CLOCKS = 'TEND_CLOCKS';

/** A date that a state waits for; `due` is an ISO instant, `name` the delay's name in the chart. */
export interface Deadline {
  readonly name: string;
  readonly due: string;
}

/** Everything that is carried about a subject from one run to the next; plain JSON. */
export interface ChartState {
  readonly value: StateValue;
  readonly context: MachineContext;
  readonly seq: number;
  /** Keyed by the event that the chart expects when the date passes. */
  readonly deadlines: Readonly<Record<string, Deadline>>;
  readonly done: boolean;
}

/** Something that a transition asks the world to do; `name` is in the effect catalogue. */
export interface Order {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** One accepted event: where it led and what it asks for. `from` is null at the beginning. */
export interface Step {
  readonly event: ChartEvent;
  readonly from: string | null;
  readonly to: string;
  readonly state: ChartState;
  readonly orders: readonly Order[];
}
