import { initialTransition, transition } from 'xstate';
import type { AnyMachineSnapshot, StateValue } from 'xstate';
import { TEND_CLOCKS } from './types.js';
import type { Chart, ChartEvent, ChartState, Deadline, Order, Step } from './types.js';

/** What XState's pure `transition` returns: more kinds than its types say, a cancel among them. */
interface Action {
  readonly type: string;
  readonly params?: unknown;
}

/** The event name that an elapsed deadline of this chart state raises. */
const AFTER = /^xstate\.after\.([^.]+)\./;

/** A state value as one dotted path, such as `research.underWay` (charts have no parallel states). */
export function pathOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  const [entry] = Object.entries(value);
  if (!entry) throw new Error('a state value without a state');
  const [parent, child] = entry;
  return child === undefined ? parent : `${parent}.${pathOf(child)}`;
}

/** The chart's snapshot for a carried state; throws a plain Error when the chart doesn't know it. */
export function snapshotOf(chart: Chart, state: ChartState): AnyMachineSnapshot {
  return chart.machine.resolveState({
    value: state.value,
    context: state.context,
  }) as AnyMachineSnapshot;
}

/**
 * Begins a subject: the chart's first state for an input. Throws without an input. The first dates are counted from the
 * receipt of the event, which the input says too: XState shows a beginning nothing else.
 */
export function begin(chart: Chart, input: unknown, event: ChartEvent): Step {
  if (input === undefined) throw new Error(`${chart.id} can't begin with nothing`);
  const [snapshot, actions] = initialTransition(chart.machine, input as never);
  const before = { seq: 0, deadlines: {} };
  const taken = { event, now: event.receivedAt, actions: actions as readonly Action[] };
  return stepTo(chart, snapshot as AnyMachineSnapshot, taken, null, before);
}

/** An event as guards and updates see it: with the state that it finds the case in. */
export function seenFrom({ value }: ChartState, event: ChartEvent): ChartEvent {
  return { ...event, foundIn: pathOf(value) };
}

/**
 * Applies one event that the chart accepts; pure, so that workflow, API, tests and verifier agree.
 * Throws a plain Error for an event that the chart refuses: callers ask `refusalOf` first.
 */
export function step(chart: Chart, state: ChartState, event: ChartEvent): Step {
  const before = snapshotOf(chart, state);
  const seen = seenFrom(state, event);
  if (!before.can(seen)) throw new Error(`${chart.id} does not take ${event.type} in ${seen.foundIn}`);
  const [after, actions] = transition(chart.machine, before, seen as never);
  const taken = { event, now: event.at, actions: actions as readonly Action[] };
  return stepTo(chart, after as AnyMachineSnapshot, taken, pathOf(state.value), state);
}

/** An event that was taken, the instant from which its delays are counted, and what XState says is to be done. */
interface Taken {
  readonly event: ChartEvent;
  readonly now: string;
  readonly actions: readonly Action[];
}

function stepTo(
  chart: Chart,
  snapshot: AnyMachineSnapshot,
  { event, now, actions }: Taken,
  from: string | null,
  before: Pick<ChartState, 'seq' | 'deadlines'>,
): Step {
  const { value, context, status } = snapshot;
  const dates = (): Record<string, Deadline> =>
    datesOf(chart, snapshot) ?? deadlinesAfter(before.deadlines, actions, now);
  const done = status === 'done';
  const deadlines = done ? {} : { ...dates(), ...tendingOf(chart, snapshot) };
  const state: ChartState = { value, context, seq: before.seq + 1, deadlines, done };
  return { event, from, to: pathOf(value), state, orders: ordersIn(actions) };
}

/**
 * The dates of the states that the case is in, of a chart that says them anew after every step; undefined for another.
 * The names are XState's own, by which it knows the transition that a date leads to.
 */
function datesOf(
  { dueOf }: Chart,
  { _nodes, context }: AnyMachineSnapshot,
): Record<string, Deadline> | undefined {
  if (!dueOf) return undefined;
  const waiting = new Set(_nodes.flatMap(({ after }) => after.map(({ eventType }) => eventType)));
  const dated = [...waiting].flatMap((id): [string, Deadline][] => {
    const name = delayIn(id);
    const due = dueOf(context, name);
    return due === null ? [] : [[id, { name, due }]];
  });
  return Object.fromEntries(dated);
}

// Last of all, so that of two dates at one instant the one that leads on passes first.
function tendingOf(chart: Chart, { value, context }: AnyMachineSnapshot): Record<string, Deadline> {
  const due = chart.tendsAt?.({ path: pathOf(value), context }) ?? null;
  return due === null ? {} : { [TEND_CLOCKS]: { name: 'tending', due } };
}

function delayIn(id: string): string {
  const name = AFTER.exec(id)?.[1];
  if (!name) throw new Error(`a deadline without a name: ${id}`);
  return name;
}

/**
 * XState hands timers over as data: a cancel on leaving a state, a delayed raise on entering one. A delay of Infinity
 * is a date that nobody waits for: no deadline.
 */
function deadlinesAfter(
  before: Readonly<Record<string, Deadline>>,
  actions: readonly Action[],
  now: string,
): Record<string, Deadline> {
  const deadlines = { ...before };
  for (const action of actions) {
    if (action.type === 'xstate.cancel') delete deadlines[(action.params as { sendId: string }).sendId];
    if (action.type !== 'xstate.raise') continue;
    const { id, delay } = action.params as { id: string; delay: number };
    const name = delayIn(id);
    if (delay === Infinity) continue;
    deadlines[id] = { name, due: new Date(Date.parse(now) + delay).toISOString() };
  }
  return deadlines;
}

function ordersIn(actions: readonly Action[]): Order[] {
  return actions
    .filter((action) => !action.type.startsWith('xstate.'))
    .map((action) => ({ name: action.type, params: { ...(action.params as object | undefined) } }));
}
