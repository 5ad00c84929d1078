import { dayOf } from '../../rules/calendar.js';
import type { KnownPartner } from '../../intake/against.js';
import type { Books } from '../../ledger/ledger.js';
import { listPartners } from '../../ledger/registers/partners.js';

/** More than the register will ever have. */
const ALL = 10_000;

/** Finds a partner by its id or by its name in either language, whatever its spaces; `now` (ISO instant) says who has left. */
export async function partnersByName(
  books: Books,
  now: string,
): Promise<(name: string) => KnownPartner | undefined> {
  const today = dayOf(now);
  const partners = await listPartners(books, { limit: ALL });
  const byName = new Map(
    partners.flatMap(({ id, name, leftOn }) => {
      const known = { id, hasLeft: leftOn !== null && leftOn <= today };
      return [id, name.ko, name.en].map((each) => [simple(each), known] as const);
    }),
  );
  return (name) => byName.get(simple(name));
}

function simple(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
