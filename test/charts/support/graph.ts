import type { AnyStateNode } from 'xstate';
import { refusalOf } from '../../../src/charts/kernel/refusal.js';
import { seenFrom, snapshotOf } from '../../../src/charts/kernel/step.js';
import type { Chart, ChartEvent, ChartState } from '../../../src/charts/kernel/types.js';

/** A machine's states, itself first, each group before what is in it. */
export function nodesOf(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesOf)];
}

/** Its states that have none within. */
export function leavesOf({ machine }: Chart): AnyStateNode[] {
  return nodesOf(machine.root).filter((node) => Object.keys(node.states).length === 0);
}

/** A state's dotted path; what holds everywhere is the chart's own. */
export function nameOf(node: AnyStateNode): string {
  return node.path.join('.') || '(everywhere)';
}

/** A state, and the groups around it. */
export function around(node: AnyStateNode): AnyStateNode[] {
  return node.parent ? [node, ...around(node.parent)] : [node];
}

/** Every branch of every event, deadlines among them, by the names that `branchTaken` gives them. */
export function branchesOf({ machine }: Chart): string[] {
  return nodesOf(machine.root).flatMap((node) =>
    [...node.transitions].flatMap(([type, branches]) =>
      branches.map((_, index) => `${nameOf(node)} ${type} #${index}`),
    ),
  );
}

/** The branch by which a state takes an event; throws an Error where it takes it by none. */
export function branchTaken(chart: Chart, state: ChartState, event: ChartEvent): string {
  const [branch] = chart.machine.getTransitionData(snapshotOf(chart, state), seenFrom(state, event)) ?? [];
  if (!branch)
    throw new Error(`${event.type} is taken by nothing: ${String(refusalOf(chart, state, event))}`);
  const branches = branch.source.transitions.get(event.type) ?? [];
  return `${nameOf(branch.source)} ${event.type} #${branches.indexOf(branch)}`;
}
