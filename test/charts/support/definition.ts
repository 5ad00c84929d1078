import type { Chart } from '../../../src/charts/kernel/types.js';
import { guardsIn } from './named.js';

type Config = Readonly<Record<string, unknown>>;

// What is computed stands in the sources; here it is only said that it is.
const COMPUTED = '(computed)';

function written(key: string, value: unknown): unknown {
  if (key === 'guard') return guardsIn(value);
  if (key === 'label') return undefined;
  if (typeof value === 'function') return COMPUTED;
  return value;
}

/** A chart's machine as JSON, with its guards, actions, delays and targets by name and without its words; and whose its events are. */
export function definitionOf({ machine, events }: Chart): string {
  const sources = Object.fromEntries(Object.entries(events).map(([type, { source }]) => [type, source]));
  return JSON.stringify({ machine: machine.config as Config, events: sources }, written);
}
