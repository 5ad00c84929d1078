import { pathOf, seenFrom, snapshotOf } from './step.js';
import type { AnyMachineSnapshot } from 'xstate';
import type { Chart, ChartEvent, ChartState, Evidence } from './types.js';

/** One guard that said no, with the facts it looked at; `code` is its entry in the refusal catalogue. */
export interface Block {
  readonly code: string;
  readonly evidence: Evidence;
}

/** Why a chart doesn't take an event; always an object, so that an empty reason can't pass for a yes. */
export interface Refusal {
  readonly code: string;
  readonly event: string;
  readonly state: string;
  readonly blockedBy: readonly Block[];
}

/** One named guard, with the params that a branch gives it. */
interface NamedGuard {
  readonly type: string;
  readonly params?: unknown;
}

type Guard = string | NamedGuard | { readonly guards: readonly Guard[] };

/**
 * Why the chart refuses this event in this state, or null if it takes it. Codes that are no guard:
 * `unknownEvent`, `caseIsClosed`, `notOfferedHere`. Where an event has several branches, the last one
 * is the ordinary one, and its guards are the ones reported.
 */
export function refusalOf(chart: Chart, state: ChartState, event: ChartEvent): Refusal | null {
  if (!Object.hasOwn(chart.events, event.type) && !Object.hasOwn(state.deadlines, event.type))
    return refuse('unknownEvent', state, event.type);
  if (state.done) return refuse('caseIsClosed', state, event.type);
  const snapshot = snapshotOf(chart, state);
  const seen = seenFrom(state, event);
  if (snapshot.can(seen)) return null;
  const guard = lastBranch(snapshot, event.type);
  if (!guard) return refuse('notOfferedHere', state, event.type);
  const blocks = leavesOf(guard)
    .filter((leaf) => !holds(chart, leaf, snapshot, seen))
    .map(({ type: code }) => ({ code, evidence: evidenceOf(chart, code, snapshot, seen) }));
  const first = blocks[0];
  if (!first) throw new Error(`${chart.id} refuses ${event.type} and no guard says why`);
  return refuse(first.code, state, event.type, blocks);
}

/** A refusal in this state; without guards that blocked, the code is its own reason. */
export function refuse(code: string, state: ChartState, event: string, blocks?: readonly Block[]): Refusal {
  return { code, event, state: pathOf(state.value), blockedBy: blocks ?? [{ code, evidence: {} }] };
}

function lastBranch(snapshot: AnyMachineSnapshot, type: string): Guard | undefined {
  const innermostFirst = [...snapshot._nodes].sort((a, b) => b.path.length - a.path.length);
  for (const node of innermostFirst) {
    const guard = node.transitions.get(type)?.at(-1)?.guard;
    if (guard) return guard as unknown as Guard;
  }
  return undefined;
}

/** The names in a guard, in the order written: a string, an object, or an `and` of them. */
export function namesIn(guard: Guard): string[] {
  return leavesOf(guard).map(({ type }) => type);
}

function leavesOf(guard: Guard): NamedGuard[] {
  if (typeof guard === 'string') return [{ type: guard }];
  if ('guards' in guard) return guard.guards.flatMap(leavesOf);
  return [guard];
}

function holds(
  chart: Chart,
  { type, params }: NamedGuard,
  snapshot: AnyMachineSnapshot,
  event: ChartEvent,
): boolean {
  const guard = chart.machine.implementations.guards[type];
  if (typeof guard !== 'function') throw new Error(`${chart.id} has no guard ${type}`);
  return guard({ context: snapshot.context, event } as never, params as never) as boolean;
}

function evidenceOf(chart: Chart, code: string, snapshot: AnyMachineSnapshot, event: ChartEvent): Evidence {
  return chart.evidence[code]?.({ context: snapshot.context, event }) ?? {};
}
