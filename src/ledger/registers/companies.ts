import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Books } from '../ledger.js';
import type { CompanyTable } from '../tables-registers.js';
import type { PageOf } from '../reads/subjects.js';
import { upsert } from './upsert.js';
import type { Upserted } from './upsert.js';

/** A company of the register; `businessNumber` (사업자등록번호) is ten digits, checked before it comes here. */
export interface Company {
  readonly id: string;
  readonly businessNumber: string;
  readonly name: { readonly ko: string; readonly en: string | null };
}

/**
 * Brings companies to the register, known by their business numbers; a known one keeps its id, whatever id comes with it.
 * Throws 23505 for a new one under an id that another has.
 */
export async function upsertCompanies(
  books: Books,
  companies: readonly Company[],
  by: string,
): Promise<Upserted> {
  const ids = await idsByNumber(
    books,
    companies.map(({ businessNumber }) => businessNumber),
  );
  const entries = companies.map(({ id, businessNumber, name }) => ({
    ...{ id: ids.get(businessNumber) ?? id, business_number: businessNumber },
    ...{ name_ko: name.ko, name_en: name.en },
  }));
  const columns = { id: 'text', business_number: 'text', name_ko: 'text', name_en: 'text' };
  return upsert(books, { table: 'company', key: ['business_number'], columns }, entries, by);
}

/** A page of companies in the order of their ids, narrowed to those whose name or number contains `text`. */
export async function listCompanies(
  books: Books,
  { text }: { readonly text?: string | undefined },
  { limit, after }: PageOf,
): Promise<Company[]> {
  let query = books.db.selectFrom('company').selectAll().orderBy('id').limit(limit);
  if (after !== undefined) query = query.where('id', '>', after);
  if (text)
    query = query.where(
      sql<boolean>`strpos(lower(concat_ws(' ', name_ko, name_en, business_number)), lower(${text})) > 0`,
    );
  return (await query.execute()).map(companyFrom);
}

/** Companies by their ids, in no order. */
export async function companiesByIds(books: Books, ids: readonly string[]): Promise<Company[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Selectable<CompanyTable>>`
    select * from company where id = any (${ids}::text[])`.execute(books.db);
  return rows.map(companyFrom);
}

/** Companies by their business numbers, in no order. */
export async function companiesByNumbers(books: Books, numbers: readonly string[]): Promise<Company[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<Selectable<CompanyTable>>`
    select * from company where business_number = any (${numbers}::text[])`.execute(books.db);
  return rows.map(companyFrom);
}

async function idsByNumber(books: Books, numbers: readonly string[]): Promise<Map<string, string>> {
  const known = await companiesByNumbers(books, numbers);
  return new Map(known.map(({ businessNumber, id }) => [businessNumber, id]));
}

function companyFrom(row: Selectable<CompanyTable>): Company {
  const { id, business_number: businessNumber, name_ko: ko, name_en: en } = row;
  return { id, businessNumber, name: { ko, en } };
}
