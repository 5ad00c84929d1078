import { initialTransition, transition } from 'xstate';
import type { AnyMachineSnapshot, StateValue } from 'xstate';
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
  return stepTo(
    snapshot as AnyMachineSnapshot,
    actions as readonly Action[],
    { event, now: event.receivedAt },
    null,
    before,
  );
}

/**
 * Applies one event that the chart accepts; pure, so that workflow, API, tests and verifier agree.
 * Throws a plain Error for an event that the chart refuses: callers ask `refusalOf` first.
 */
export function step(chart: Chart, state: ChartState, event: ChartEvent): Step {
  const before = snapshotOf(chart, state);
  if (!before.can(event))
    throw new Error(`${chart.id} does not take ${event.type} in ${pathOf(state.value)}`);
  const [after, actions] = transition(chart.machine, before, event as never);
  return stepTo(
    after as AnyMachineSnapshot,
    actions as readonly Action[],
    { event, now: event.at },
    pathOf(state.value),
    state,
  );
}

function stepTo(
  snapshot: AnyMachineSnapshot,
  actions: readonly Action[],
  { event, now }: { readonly event: ChartEvent; readonly now: string },
  from: string | null,
  before: Pick<ChartState, 'seq' | 'deadlines'>,
): Step {
  const state: ChartState = {
    value: snapshot.value,
    context: snapshot.context,
    seq: before.seq + 1,
    deadlines: snapshot.status === 'done' ? {} : deadlinesAfter(before.deadlines, actions, now),
    done: snapshot.status === 'done',
  };
  return { event, from, to: pathOf(snapshot.value), state, orders: ordersIn(actions) };
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
    const name = AFTER.exec(id)?.[1];
    if (!name) throw new Error(`a deadline without a name: ${id}`);
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
