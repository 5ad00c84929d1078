import { companies } from '../intake/companies.js';
import type { Column } from '../intake/columns.js';
import { partners } from '../intake/partners.js';
import { proposals } from '../intake/proposals.js';
import type { Sheet } from '../files/write.js';
import type { Company } from '../ledger/registers/companies.js';
import type { Partner } from '../ledger/registers/partners.js';
import type { Proposal } from '../ledger/registers/proposals.js';
import type { Language } from './problems.js';

/** The register of companies as a file that can be imported again. */
export function companySheet(entries: readonly Company[], language: Language): Sheet {
  const rows = entries.map(({ id, businessNumber, name }) => ({
    ...{ id, businessNumber, nameKo: name.ko, nameEn: name.en },
  }));
  return sheetOf('companies', companies.columns, rows, language);
}

/** The register of partner institutions as a file that can be imported again. */
export function partnerSheet(entries: readonly Partner[], language: Language): Sheet {
  const rows = entries.map(({ name, ...rest }) => ({ ...rest, nameKo: name.ko, nameEn: name.en }));
  return sheetOf('partners', partners.columns, rows, language);
}

/** An edition's proposals as a file that can be imported again. */
export function proposalSheet(entries: readonly Proposal[], language: Language): Sheet {
  const rows = entries.map(({ title, partnerId: partner, ...rest }) => ({
    ...{ ...rest, partner, titleKo: title.ko, titleEn: title.en },
  }));
  return sheetOf('proposals', proposals.columns, rows, language);
}

function sheetOf(
  name: string,
  columns: readonly Column[],
  entries: readonly Readonly<Record<string, string | null>>[],
  language: Language,
): Sheet {
  return {
    name,
    header: columns.map(({ label }) => label[language]),
    rows: entries.map((entry) => columns.map(({ field }) => entry[field] ?? '')),
  };
}
