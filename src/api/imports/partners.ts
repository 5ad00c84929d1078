import { judged } from '../../intake/judged.js';
import { partners } from '../../intake/partners.js';
import type { PartnerEntry } from '../../intake/partners.js';
import type { Books } from '../../ledger/ledger.js';
import { partnersByIds, upsertPartners } from '../../ledger/registers/partners.js';
import type { ImportContext } from './context.js';
import type { Importer } from './importer.js';

/** Brings partners to the register; one that has left stays so. */
export function partnerImporter({ actor }: ImportContext, books: Books): Importer<PartnerEntry> {
  return {
    kind: partners,
    judge: async (rows) => {
      const entries = rows.flatMap(({ entry }) => entry ?? []);
      const found = await partnersByIds(
        books,
        entries.map(({ id }) => id),
      );
      const known = new Map(found.map((partner) => [partner.id, partner]));
      return judged(rows, ({ id, nameKo, nameEn, country, registeredOn }) => {
        const partner = known.get(id);
        const isNamed = partner?.name.ko === nameKo && partner.name.en === nameEn;
        return { isKnown: isNamed && partner.country === country && partner.registeredOn === registeredOn };
      });
    },
    write: async (entries) => {
      const named = entries.map(({ nameKo: ko, nameEn: en, ...entry }) => ({ ...entry, name: { ko, en } }));
      await upsertPartners(books, named, actor.person);
      return entries.map(({ id }) => id);
    },
  };
}
