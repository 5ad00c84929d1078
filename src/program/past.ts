import pocketV1 from './data/past/2026-pocket.v1.overlay.json' with { type: 'json' };
import edition2026v1 from './data/past/2026.v1.json' with { type: 'json' };
import { overlaid } from './overlay.js';
import type { Edition } from './types.js';

/** Earlier versions of editions by id, latest first: added to when an edition changes, never edited. */
const versions: Readonly<Record<string, readonly (() => unknown)[]>> = {
  '2026': [() => edition2026v1],
  '2026-pocket': [() => overlaid(edition2026v1, pocketV1)],
};

/** The earlier versions of an edition as they were released, latest first; none for an id without any. */
export function pastVersions(id: string): Edition[] {
  const released = Object.hasOwn(versions, id) ? (versions[id] ?? []) : [];
  // They were checked when they were current, and who asks for one knows its hash.
  return released.map((read) => structuredClone(read()) as Edition);
}
