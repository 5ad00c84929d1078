import type { Ledger } from '../ledger/ledger.js';
import { seedPartners } from '../ledger/registers/partners.js';
import { loadEdition } from '../program/load.js';
import type { Shared } from './deps.js';

const seeded = new WeakMap<Ledger, Promise<void>>();

/** Sees to it, once for these books, that the register of partners has those of the editions; what staff keep there stays theirs. */
export function partnersAreThere({ ledger, editions }: Pick<Shared, 'ledger' | 'editions'>): Promise<void> {
  const known = seeded.get(ledger) ?? seedPartners(ledger, editions.flatMap(partnersOf));
  seeded.set(ledger, known);
  // What failed is tried again by whoever asks next.
  known.catch(() => seeded.delete(ledger));
  return known;
}

function partnersOf(editionId: string) {
  const { partners, pharmaPartners } = loadEdition(editionId);
  return [...partners, ...pharmaPartners].map(({ id, name, country }) => ({
    ...{ id, country, registeredOn: null },
    name: { ko: name.ko, en: name.en },
  }));
}
