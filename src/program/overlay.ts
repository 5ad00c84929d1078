import { leavesOf } from './sources.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merged(base: unknown, over: unknown): unknown {
  if (!isObject(base) || !isObject(over)) return over;
  const changed = Object.entries(over).map(([key, value]) => [key, merged(base[key], value)] as const);
  return { ...base, ...Object.fromEntries(changed) };
}

const NO_FACT = /^\/(id|version|title)(\/|$)/;

/**
 * An edition made of another by an overlay that holds only what differs: objects merge, everything else is replaced.
 * Each fact that the overlay changes is our choice, so its place is added to `sources.assumed`.
 */
export function overlaid(base: Json, overlay: Json): unknown {
  const edition = merged(base, overlay) as Json;
  const sources = isObject(edition['sources']) ? edition['sources'] : {};
  const assumed = Array.isArray(sources['assumed']) ? sources['assumed'] : [];
  const changed = leavesOf(overlay).filter((pointer) => !NO_FACT.test(pointer));
  return { ...edition, sources: { ...sources, assumed: [...new Set([...assumed, ...changed])] } };
}
