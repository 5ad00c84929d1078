import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.js';
import { checkEdition } from './check.js';
import edition2026 from './data/2026.json' with { type: 'json' };
import pocketOverlay from './data/2026-pocket.overlay.json' with { type: 'json' };
import { overlaid } from './overlay.js';
import { cutTerms } from './terms.js';
import type { Edition, Terms, TrackId } from './types.js';

export { checkEdition } from './check.js';
export type { EditionCheck } from './check.js';
export type { EditionError } from './consistency.js';

/** The editions' JSON by id, as it is written; the pocket edition is the year's programme with its durations replaced. */
const written: Readonly<Record<string, () => unknown>> = {
  '2026': () => edition2026,
  '2026-pocket': () => overlaid(edition2026, pocketOverlay),
};

const loaded = new Map<string, Edition>();
const hashes = new WeakMap<Edition, string>();

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

/** The ids of the editions this build carries, e.g. ["2026", "2026-pocket"]. */
export function editionIds(): string[] {
  return Object.keys(written);
}

/** The JSON of an edition before it is checked, or undefined if there is none of that id. */
export function editionJson(id: string): unknown {
  return Object.hasOwn(written, id) ? written[id]?.() : undefined;
}

/** An edition by id: checked, frozen, read once. Throws a plain Error for an unknown id or data that fails its check. */
export function loadEdition(id: string): Edition {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const json = editionJson(id);
  if (json === undefined) throw new Error(`Unknown edition ${id}; there are ${editionIds().join(', ')}`);
  const check = checkEdition(structuredClone(json));
  if (!check.ok) {
    throw new Error(
      `Edition ${id} is not fit to use:\n${check.errors.map((error) => error.message).join('\n')}`,
    );
  }
  const edition = frozen(check.edition);
  loaded.set(id, edition);
  return edition;
}

/** SHA-256 (hex) of an edition's canonical JSON: what says which programme a project lives by. */
export function editionHash(edition: Edition): string {
  const known = hashes.get(edition);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(canonicalJson(edition)).digest('hex');
  // Only a frozen edition can't change under its remembered hash.
  if (Object.isFrozen(edition)) hashes.set(edition, hash);
  return hash;
}

/** The slice of an edition that a project of one track takes along into its workflow; under 12 KB as JSON. */
export function termsOf(edition: Edition, track: TrackId): Terms {
  return cutTerms(edition, track, editionHash(edition));
}
