import type { SubjectIdentity } from '../contract/messages.js';
import type { Ledger } from '../ledger/ledger.js';
import { getSubject } from '../ledger/reads/subjects.js';

/**
 * A case and its company never change, so that one look is enough: a decision needs no read before its inbox row. Its partner
 * may be replaced by a change of agreement: whoever asks for a partner looks anew (`isFresh`).
 */
export interface Identities {
  of(id: string, isFresh?: boolean): Promise<SubjectIdentity | undefined>;
  remember(identity: SubjectIdentity): void;
}

const MOST = 20_000;

/** A memory of cases' identities, the oldest forgotten first. */
export function identities(ledger: Ledger): Identities {
  const known = new Map<string, SubjectIdentity>();
  const remember = (identity: SubjectIdentity): void => {
    const oldest = known.size >= MOST ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    known.set(identity.id, identity);
  };
  return {
    remember,
    of: async (id, isFresh = false) => {
      const before = isFresh ? undefined : known.get(id);
      const found = before ?? (await getSubject(ledger, id))?.identity;
      if (found) remember(found);
      return found;
    },
  };
}
