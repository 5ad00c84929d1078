import type { Chart } from '../../src/charts/kernel/types.js';

type Node = Chart['machine']['root'];
type Params = (args: { readonly context: object; readonly event: object }) => Record<string, unknown>;

/** An order as a chart writes it: its name, and how its params are found. */
export interface WrittenOrder {
  readonly name: string;
  readonly params: Params;
}

/** Every state node of a chart, the chart itself first. */
export function nodesOf({ machine }: Chart): Node[] {
  const walk = (node: Node): Node[] => [
    node,
    ...Object.values(node.states).flatMap((child) => walk(child as Node)),
  ];
  return walk(machine.root);
}

/** Every action that a chart writes with params, wherever it stands. */
export function ordersIn(chart: Chart): WrittenOrder[] {
  const actions = nodesOf(chart).flatMap((node) => [
    ...node.entry,
    ...node.exit,
    ...[...node.transitions.values()].flat().flatMap((transition) => transition.actions),
  ]);
  return actions.flatMap((action: unknown) => {
    const { type, params } = action as { readonly type?: string; readonly params?: unknown };
    return type !== undefined && typeof params === 'function'
      ? [{ name: type, params: params as Params }]
      : [];
  });
}
