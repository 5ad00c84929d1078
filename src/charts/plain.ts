import type { Evidence } from './kernel/types.js';

/** A verdict's evidence as the plain text that refusals carry. */
export function plain(evidence: Readonly<Record<string, string | number>>): Evidence {
  return Object.fromEntries(Object.entries(evidence).map(([name, value]) => [name, String(value)]));
}
