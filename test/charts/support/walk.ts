import type { AnyStateNode } from 'xstate';
import { refusalOf } from '../../../src/charts/kernel/refusal.js';
import { pathOf, snapshotOf, step } from '../../../src/charts/kernel/step.js';
import { SYSTEM } from '../../../src/charts/kernel/types.js';
import type { Chart, ChartEvent, ChartState, Step } from '../../../src/charts/kernel/types.js';
import { payloadOf } from '../../../src/contract/events.js';
import type { Subject } from '../../../src/contract/names.js';
import { begun } from './beginnings.js';
import { EVERYBODY } from './people.js';
import { samplesOf } from './samples.js';

const MINUTE_MS = 60_000;

/** The states and transitions that a walk reached, by names that say which branch of which event was taken. */
export interface Walked {
  readonly states: ReadonlySet<string>;
  readonly transitions: ReadonlySet<string>;
  readonly steps: number;
  readonly ends: ReadonlySet<string>;
}

function nodesOf(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesOf)];
}

function nameOf(node: AnyStateNode): string {
  return node.path.join('.') || '(throughout)';
}

/** Every state without substates, and every branch of every event, by the names that `walk` gives them. */
export function everything({ machine }: Chart): { states: string[]; transitions: string[] } {
  const nodes = nodesOf(machine.root);
  return {
    states: nodes.filter((node) => Object.keys(node.states).length === 0).map(nameOf),
    transitions: nodes.flatMap((node) =>
      [...node.transitions].flatMap(([type, branches]) =>
        branches.map((_, index) => `${nameOf(node)} ${type} #${index}`),
      ),
    ),
  };
}

function branchTaken(chart: Chart, state: ChartState, event: ChartEvent): string {
  const snapshot = snapshotOf(chart, state);
  const [taken] = chart.machine.getTransitionData(snapshot, event) ?? [];
  if (!taken) throw new Error(`${event.type} was taken by nothing`);
  const branches = taken.source.transitions.get(event.type) ?? [];
  return `${nameOf(taken.source)} ${event.type} #${branches.indexOf(taken)}`;
}

// What makes two states the same for a walk: the rest of the context changes nothing that is allowed.
function keyOf({ value, context }: ChartState): string {
  const { clocks: _clocks, terms: _terms, ...facts } = context as Record<string, unknown>;
  const counted = {
    ...facts,
    conditions: (facts['conditions'] as { metBySha256: unknown }[] | undefined)?.some(
      ({ metBySha256 }) => metBySha256 === null,
    ),
    ...{ reports: 0, grades: 0, agreement: 0, gateDataSha256: 0, criteriaSha256: 0, evaluation: 0 },
    ...{ refusedFor: 0, payment: 0, ground: 0, planRevisionSha256: 0, cashShareReceived: 0 },
    ...(facts['track'] === 'ecoBridge' ? { stage: 0 } : {}),
  };
  return JSON.stringify([pathOf(value), counted]);
}

function instants({ context }: ChartState, last: string): string[] {
  const dues = Object.values((context['clocks'] ?? {}) as Record<string, { due: string }>).map(
    ({ due }) => due,
  );
  const soon = Date.parse(last) + MINUTE_MS;
  const atLast = Math.max(soon, ...dues.map((due) => Date.parse(due) + MINUTE_MS));
  return [...new Set([soon, atLast])].map((ms) => new Date(ms).toISOString());
}

function takenHere(chart: Chart, state: ChartState): string[] {
  const nodes = snapshotOf(chart, state)._nodes;
  return [...new Set(nodes.flatMap((node) => [...node.transitions.keys()]))].filter(
    (type) => !type.startsWith('xstate.'),
  );
}

function* events(chart: Chart, state: ChartState, last: string): Generator<ChartEvent> {
  for (const [type, { due }] of Object.entries(state.deadlines))
    yield { type, by: SYSTEM, at: due > last ? due : last, receivedAt: due, data: {} };
  for (const type of takenHere(chart, state))
    for (const at of instants(state, last))
      for (const data of samplesOf(type, { context: state.context, at })) {
        payloadOf(chart.subject as Subject, type)?.parse(data);
        for (const by of EVERYBODY) yield { type, by, at, receivedAt: at, data };
      }
}

/** Walks a chart along everything that it allows with real payloads, each kind of state once, breadth first. */
export function walk(subject: Subject, atMost: number, over: object = {}): Walked {
  const { chart, first } = begun(subject, over);
  const walked = {
    states: new Set([first.to]),
    transitions: new Set<string>(),
    ends: new Set<string>(),
    steps: 0,
  };
  const seen = new Set([keyOf(first.state)]);
  const open: Step[] = [first];
  for (let here = open.shift(); here && walked.steps < atMost; here = open.shift()) {
    for (const event of events(chart, here.state, here.event.at)) {
      if (refusalOf(chart, here.state, event)) continue;
      walked.transitions.add(branchTaken(chart, here.state, event));
      const next = step(chart, here.state, event);
      walked.steps += 1;
      walked.states.add(next.to);
      if (next.state.done) walked.ends.add(next.to);
      const key = keyOf(next.state);
      if (seen.has(key) || next.state.done) continue;
      seen.add(key);
      open.push(next);
    }
  }
  return walked;
}
