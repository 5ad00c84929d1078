import type { Books } from '../../ledger/ledger.js';
import { companiesByIds, companiesByNumbers } from '../../ledger/registers/companies.js';
import type { Company } from '../../ledger/registers/companies.js';

/** Some companies of the register, to look up by business number or by id. */
export interface RegisteredCompanies {
  byNumber(businessNumber: string): Company | undefined;
  byId(id: string): Company | undefined;
}

/** The register's companies of these numbers and ids. */
export async function knownCompanies(
  books: Books,
  numbers: readonly string[],
  ids: readonly string[] = [],
): Promise<RegisteredCompanies> {
  const found = [...(await companiesByNumbers(books, numbers)), ...(await companiesByIds(books, ids))];
  const byNumber = new Map(found.map((company) => [company.businessNumber, company]));
  const byId = new Map(found.map((company) => [company.id, company]));
  return { byNumber: (number) => byNumber.get(number), byId: (id) => byId.get(id) };
}
