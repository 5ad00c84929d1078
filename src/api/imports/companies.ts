import { companiesAgainst } from '../../intake/against.js';
import { companies } from '../../intake/companies.js';
import type { CompanyEntry } from '../../intake/companies.js';
import type { Books } from '../../ledger/ledger.js';
import { upsertCompanies } from '../../ledger/registers/companies.js';
import type { ImportContext } from './context.js';
import type { Importer } from './importer.js';
import { knownCompanies } from './known-companies.js';

/** Brings companies to the register; one that is there keeps its id. */
export function companyImporter({ actor }: ImportContext, books: Books): Importer<CompanyEntry> {
  return {
    kind: companies,
    judge: async (rows) => {
      const entries = rows.flatMap(({ entry }) => entry ?? []);
      const known = await knownCompanies(
        books,
        entries.map(({ businessNumber }) => businessNumber),
        entries.map(({ id }) => id),
      );
      return companiesAgainst(rows, known, ({ businessNumber, nameKo, nameEn }) => {
        const name = known.byNumber(businessNumber)?.name;
        return name?.ko === nameKo && name.en === nameEn;
      });
    },
    write: async (entries) => {
      await upsertCompanies(
        books,
        entries.map(({ id, businessNumber, nameKo: ko, nameEn: en }) => ({
          id,
          businessNumber,
          name: { ko, en },
        })),
        actor.person,
      );
      const stored = await knownCompanies(
        books,
        entries.map(({ businessNumber }) => businessNumber),
      );
      return entries.map(({ id, businessNumber }) => stored.byNumber(businessNumber)?.id ?? id);
    },
  };
}
