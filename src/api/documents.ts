import type { Actor } from '../charts/kernel/types.js';
import { documentsBySha256 } from '../ledger/documents.js';
import type { Shared } from './deps.js';
import { atTheDoor } from './refused.js';
import type { KeptRefusal } from './refused.js';

/** Fields that name documents by their SHA-256, one or several; a ranked list is none, it stands in the books. */
const NAMES_DOCUMENTS = /(?<!^list)Sha256s?$/;

/** The documents that a payload names, however deep; of a list of `documents` each by its own `sha256`. */
export function namedDocuments(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'documents' && Array.isArray(value)) return value.flatMap(listed);
    return NAMES_DOCUMENTS.test(name) ? hashesIn(value) : namedDocuments(value);
  });
}

function listed(document: unknown): string[] {
  const { sha256, ...rest } = (document ?? {}) as { readonly sha256?: unknown };
  return [...hashesIn(sha256), ...namedDocuments(rest)];
}

function hashesIn(value: unknown): string[] {
  return [value].flat().filter((sha256): sha256 is string => typeof sha256 === 'string');
}

/** The refusal where a payload names a document that the sender's organisation hasn't stored. */
export async function missingDocument(
  { ledger }: Pick<Shared, 'ledger'>,
  { org }: Actor,
  data: unknown,
): Promise<KeptRefusal | undefined> {
  const named = [...new Set(namedDocuments(data))];
  if (named.length === 0) return undefined;
  const stored = await documentsBySha256(ledger, named);
  const own = new Set(stored.filter((document) => document.org === org).map(({ sha256 }) => sha256));
  const missing = named.filter((sha256) => !own.has(sha256));
  return missing.length === 0 ? undefined : atTheDoor('documentUnknown', { sha256: missing.join(', ') });
}
