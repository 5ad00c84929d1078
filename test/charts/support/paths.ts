import { getShortestPaths } from 'xstate/graph';
import type { ActorLogic, Snapshot } from 'xstate';
import { namesIn, refusalOf } from '../../../src/charts/kernel/refusal.js';
import { snapshotOf, step } from '../../../src/charts/kernel/step.js';
import { SYSTEM, TEND_CLOCKS } from '../../../src/charts/kernel/types.js';
import type { Actor, Chart, ChartEvent, ChartState, Step } from '../../../src/charts/kernel/types.js';
import { rolesWithPanel } from '../../../src/charts/roles-panel.js';
import type { Subject } from '../../../src/contract/names.js';
import { begun } from './beginnings.js';
import { branchTaken } from './graph.js';
import { keyOf } from './keys.js';
import { offencesOf } from './sound-steps.js';
import { EVERYBODY } from './people.js';
import { booksOf } from './samples-call.js';
import { CLOCK_SAMPLES } from './samples-clocks.js';
import { samplesOf } from './samples.js';

const MINUTE_MS = 60_000;

/** A chart as xstate/graph walks it: our own step is the transition, so that paths are paths of the kernel's. */
type Walked = Snapshot<undefined> & { readonly step: Step };
type Logic = ActorLogic<Walked, ChartEvent>;

/** The shortest path to each kind of state, and what was seen on all of them. */
export interface Paths {
  /** The last step of each path. */
  readonly ends: readonly Step[];
  /** The branches that were taken, and the steps that break a rule which holds for all of them. */
  readonly branches: ReadonlySet<string>;
  readonly offences: readonly string[];
  /** The kinds of state from which no path leads to an end. */
  readonly trapped: readonly string[];
}

/**
 * Generates a chart's paths by everything that people, the world and time can really send; `facts` of its beginning. A
 * path ends with the subject, or where `isEnough` was seen of it.
 */
export function pathsOf(
  chart: Chart,
  facts: object = {},
  isEnough: (state: ChartState) => boolean = () => false,
): Paths {
  const { first } = begun(chart.subject as Subject, facts, chart);
  const branches = new Set<string>();
  const offences = new Set<string>(offencesOf(chart, null, first));
  const waysInto = new Map<string, Set<string>>();
  const known = new WeakMap<ChartState, string>();
  const keyed = (state: ChartState): string => {
    const key = known.get(state) ?? keyOf(chart, state);
    known.set(state, key);
    return key;
  };
  const see = (before: ChartState, taken: Step): void => {
    branches.add(branchTaken(chart, before, taken.event));
    const into = keyed(taken.state);
    waysInto.set(into, (waysInto.get(into) ?? new Set()).add(keyed(before)));
    for (const offence of offencesOf(chart, before, taken)) offences.add(offence);
  };
  const found = getShortestPaths(logicOf(chart, first, see), {
    events: ({ step: { state, event } }) => [...offered(chart, state, event.at)],
    serializeState: ({ step: { state } }) => keyed(state),
    stopWhen: ({ step: { state } }) => state.done || isEnough(state),
    limit: 100_000,
  });
  const ends = found.map(({ state }) => state.step);
  const over = ends.filter(({ state }) => state.done || isEnough(state)).map(({ state }) => keyed(state));
  const free = backFrom(over, waysInto);
  const trapped = ends.map(({ state }) => keyed(state)).filter((key) => !free.has(key));
  return { ends, branches, offences: [...offences], trapped };
}

/** What was seen from several beginnings of one chart. */
export function together(walks: readonly Paths[]): Paths {
  return {
    ends: walks.flatMap(({ ends }) => ends),
    branches: new Set(walks.flatMap(({ branches }) => [...branches])),
    offences: walks.flatMap(({ offences }) => offences),
    trapped: walks.flatMap(({ trapped }) => trapped),
  };
}

function backFrom(over: readonly string[], waysInto: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const free = new Set(over);
  // A set tells of what is added to it while it is walked.
  for (const key of free) for (const before of waysInto.get(key) ?? []) free.add(before);
  return free;
}

function logicOf(chart: Chart, first: Step, see: (before: ChartState, taken: Step) => void): Logic {
  const walked = (taken: Step): Walked => ({
    ...{ status: taken.state.done ? 'done' : 'active', output: undefined, error: undefined },
    step: taken,
  });
  return {
    transition: ({ step: { state } }, event) => {
      const taken = step(chart, state, event);
      see(state, taken);
      return walked(taken);
    },
    getInitialSnapshot: () => walked(first),
    getPersistedSnapshot: (snapshot) => snapshot,
  };
}

function* offered(chart: Chart, state: ChartState, last: string): Generator<ChartEvent> {
  for (const [type, { due }] of Object.entries(state.deadlines))
    yield { type, by: SYSTEM, at: due > last ? due : last, receivedAt: due, data: {} };
  for (const event of sendable(chart, state, last)) if (!refusalOf(chart, state, event)) yield event;
}

function* sendable(chart: Chart, state: ChartState, last: string): Generator<ChartEvent> {
  for (const [type, people] of takenBy(chart, state))
    for (const at of instantsOf(type, state, last))
      for (const data of samplesOf(type, { context: state.context, at }))
        for (const by of people) yield { type, by, at, receivedAt: at, data, ...booksOf(type, data) };
}

// What counts a clock anew leads nowhere else whenever it comes; only an extension may come late.
function instantsOf(type: string, state: ChartState, last: string): string[] {
  const all = instants(state, last);
  return Object.hasOwn(CLOCK_SAMPLES, type) && type !== 'EXTEND_CLOCK' ? all.slice(0, 1) : all;
}

/** The events that a state or a group around it takes, and whom their guards let send them. */
export function takenBy(chart: Chart, state: ChartState): [string, Actor[]][] {
  const nodes = snapshotOf(chart, state)._nodes;
  const branches = nodes.flatMap((node) => [...node.transitions]);
  return branches
    .filter(([type]) => !type.startsWith('xstate.') && type !== TEND_CLOCKS)
    .map(([type, [branch]]) => [type, sendersOf(chart, type).filter((by) => isLet(by, branch?.guard))]);
}

// What neighbours say comes in one name or another, and none of them matters.
function sendersOf({ events }: Chart, type: string): readonly Actor[] {
  return events[type]?.source === 'internal' ? [SYSTEM] : EVERYBODY;
}

function isLet(by: Actor, guard: unknown): boolean {
  const names = guard ? namesIn(guard as Parameters<typeof namesIn>[0]) : [];
  const roles = Object.entries(rolesWithPanel).filter(
    ([name]) => name !== 'isOwnCase' && names.includes(name),
  );
  return roles.every(([, isRole]) => isRole({ event: { by } } as never));
}

/** A minute later; just before the next date that is waited for; and after every clock that runs. */
function instants({ context, deadlines }: ChartState, last: string): string[] {
  const clocks = Object.values((context['clocks'] ?? {}) as Record<string, { due: string }>);
  const { [TEND_CLOCKS]: _said, ...waited } = deadlines;
  const next = Object.values(waited).map(({ due }) => Date.parse(due) - MINUTE_MS);
  const soon = Date.parse(last) + MINUTE_MS;
  const atLast = Math.max(soon, ...clocks.map(({ due }) => Date.parse(due) + MINUTE_MS));
  const inOrder = [soon, Math.max(soon, Math.min(...next, atLast)), atLast];
  return [...new Set(inOrder)].map((ms) => new Date(ms).toISOString());
}
