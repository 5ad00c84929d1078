import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.js';
import { checkEdition } from './check.js';
import edition2026 from './data/2026.json' with { type: 'json' };
import pocketOverlay from './data/2026-pocket.overlay.json' with { type: 'json' };
import { overlaid } from './overlay.js';
import { pastVersions } from './past.js';
import { cutTerms } from './terms.js';
import type { CurrentEdition, Edition, Terms, TrackId } from './types.js';

export { checkEdition } from './check.js';
export type { EditionCheck } from './check.js';
export type { EditionError } from './consistency.js';

/** The editions' JSON by id, as it is written; the pocket edition is the year's program with its durations replaced. */
const written: Readonly<Record<string, () => unknown>> = {
  '2026': () => edition2026,
  '2026-pocket': () => overlaid(edition2026, pocketOverlay),
};

const loaded = new Map<string, CurrentEdition>();
const past = new Map<string, readonly Edition[]>();
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
export function loadEdition(id: string): CurrentEdition {
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

/** SHA-256 (hex) of an edition's canonical JSON: what says which program a project lives by. */
export function editionHash(edition: Edition): string {
  const known = hashes.get(edition);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(canonicalJson(edition)).digest('hex');
  // Only a frozen edition can't change under its remembered hash.
  if (Object.isFrozen(edition)) hashes.set(edition, hash);
  return hash;
}

function pastEditions(id: string): readonly Edition[] {
  const known = past.get(id) ?? pastVersions(id).map(frozen);
  past.set(id, known);
  return known;
}

/**
 * The version of an edition that has this hash: today's, or an earlier one that cases begun by it still live by. An
 * earlier version isn't checked against today's schema: its hash vouches for it. Throws a plain Error if there is none.
 */
export function editionOf(id: string, hash: string): Edition {
  const versions: readonly Edition[] = [loadEdition(id), ...pastEditions(id)];
  const found = versions.find((version) => editionHash(version) === hash);
  if (found === undefined) throw new Error(`No version of edition ${id} has the hash ${hash}`);
  return found;
}

/** The slice of an edition that a project of one track takes along into its workflow; under 18 KB as JSON. */
export function termsOf(edition: Edition, track: TrackId): Terms {
  return cutTerms(edition, track, editionHash(edition));
}
