import type { SubjectIdentity } from '../contract/messages.js';
import type { Ledger } from '../ledger/ledger.js';
import { getSubject } from '../ledger/reads/subjects.js';

/** Who a case belongs to never changes, so that one look is enough: a decision needs no read before its inbox row. */
export interface Identities {
  of(id: string): Promise<SubjectIdentity | undefined>;
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
    of: async (id) => {
      const found = known.get(id) ?? (await getSubject(ledger, id))?.identity;
      if (found) remember(found);
      return found;
    },
  };
}
