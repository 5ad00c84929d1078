import type { Chart, Deadline } from '../charts/kernel/types.js';

/**
 * The ISO instant until which a case's state offers an event: the earliest date that the state which takes the event,
 * or a group around it, waits for. A date that leads back to its own state takes nothing away, and is none of them.
 * Undefined where no date is waited for, or the state doesn't take the event.
 */
export function dueOf(
  chart: Chart,
  path: string,
  deadlines: Readonly<Record<string, Deadline>>,
  type: string,
): string | undefined {
  const around = nodesOn(chart, path);
  const taking = around.findLastIndex(({ transitions }) => transitions.has(type));
  const leads = (id: string): boolean => around.slice(0, taking + 1).some((node) => leadsElsewhere(node, id));
  return Object.entries(deadlines)
    .filter(([id]) => leads(id))
    .map(([, { due }]) => due)
    .sort()[0];
}

function leadsElsewhere(node: Chart['machine']['root'], id: string): boolean {
  const ways = node.transitions.get(id) ?? [];
  return ways.some(({ target }) => target?.some((to) => to.id !== node.id));
}

/** The state nodes of a dotted path, from the chart itself inwards. */
function nodesOn(chart: Chart, path: string): Chart['machine']['root'][] {
  const nodes = [chart.machine.root];
  for (const name of path.split('.')) {
    const inner = nodes.at(-1)?.states[name];
    if (!inner) throw new Error(`${chart.id} has no state ${path}`);
    nodes.push(inner as (typeof nodes)[number]);
  }
  return nodes;
}
