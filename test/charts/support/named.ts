import type { AnyStateNode } from 'xstate';
import type { Chart } from '../../../src/charts/kernel/types.js';
import { nameOf, nodesOf } from './graph.js';

/** A guard of a branch as it is written, with the params that it is given. */
export interface Guarded {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** An action as it is written; `params` may be made from the context. */
export interface Acted {
  readonly type: string;
  readonly params?: unknown;
}

type Config = Readonly<Record<string, unknown>>;

function listed(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function branchesIn(config: Config, group: 'on' | 'after'): [string, Config][] {
  return Object.entries((config[group] ?? {}) as Config).flatMap(([name, branches]) =>
    listed(branches).map((branch): [string, Config] => [
      name,
      typeof branch === 'string' ? { target: branch } : (branch as Config),
    ]),
  );
}

/** The branches of a state as they are written: of events, of dates that pass, and of what is so at once. */
export function writtenIn(node: AnyStateNode): [string, Config][] {
  const config = node.config as unknown as Config;
  const always = listed(config['always']).map((branch): [string, Config] => ['always', branch as Config]);
  return [...branchesIn(config, 'on'), ...branchesIn(config, 'after'), ...always];
}

/** A guard's leaves; anything but a name, a named guard with params, or an `and` of them is an offence. */
export function guardsIn(guard: unknown): (Guarded | string)[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [{ type: guard, params: {} }];
  const written = guard as Config & { readonly check?: { readonly name: string } };
  if (typeof written['type'] === 'string')
    return [{ type: written['type'], params: (written['params'] ?? {}) as Guarded['params'] }];
  if (written.check?.name === 'checkAnd') return listed(written['guards']).flatMap(guardsIn);
  return ['a guard without a name'];
}

/** Every guard that a state's branches name. */
export function guardsOf(node: AnyStateNode): (Guarded | string)[] {
  return writtenIn(node).flatMap(([, branch]) => guardsIn(branch['guard']));
}

/** Every action that a state names: on the way in, on the way out, and on its branches. */
export function actionsOf(node: AnyStateNode): (Acted | string)[] {
  const config = node.config as unknown as Config;
  const written = [
    ...[...listed(config['entry']), ...listed(config['exit'])],
    ...writtenIn(node).flatMap(([, branch]) => listed(branch['actions'])),
  ];
  return written.map((action) => {
    if (typeof action === 'string') return { type: action };
    const type = (action as Config)['type'];
    return typeof action === 'object' && typeof type === 'string'
      ? (action as unknown as Acted)
      : 'an action without a name';
  });
}

/** The names of the delays that a state waits by. */
export function delaysOf(node: AnyStateNode): string[] {
  return Object.keys((node.config as unknown as Config)['after'] ?? {});
}

/** All of a chart's guards, actions or delays, each with the state that names it. */
export function everywhere<Named>(chart: Chart, of: (node: AnyStateNode) => Named[]): [string, Named][] {
  return nodesOf(chart.machine.root).flatMap((node) =>
    of(node).map((one): [string, Named] => [nameOf(node), one]),
  );
}

/** Whether an action is an order for the world, not something of XState's: written into the context, or other actions. */
export function isOrder({ machine }: Chart, { type }: Acted): boolean {
  const implementation = machine.implementations.actions[type] as { type?: string } | undefined;
  return implementation !== undefined && !implementation.type?.startsWith('xstate.');
}

/** The notices that a chart sends. */
export function noticesOf(chart: Chart): string[] {
  const specialEvaluation = { institution: 'company', party: 'firm' };
  const context = { companyId: 'company', partnerId: 'partner', specialEvaluation };
  const event = { data: {} };
  const sent = everywhere(chart, actionsOf).flatMap(([, action]) =>
    typeof action !== 'string' && action.type === 'sendNotice' && typeof action.params === 'function'
      ? [(action.params as (asked: object) => { notice: string })({ context, event }).notice]
      : [],
  );
  return [...new Set(sent)];
}
