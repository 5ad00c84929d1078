import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Bilingual } from '../../charts/kernel/types.js';
import type { Books } from '../ledger.js';
import { together } from '../ledger.js';
import type { PageOf } from '../reads/subjects.js';
import type { PartnerTable } from '../tables-registers.js';
import { upsert } from './upsert.js';
import type { Upserted } from './upsert.js';

/** A partner institution of the register; `registeredOn` and `leftOn` are days in Asia/Seoul, `ground` is why it left. */
export interface Partner {
  readonly id: string;
  readonly name: Bilingual;
  readonly country: string;
  readonly registeredOn: string | null;
  readonly leftOn: string | null;
  readonly ground: string | null;
}

/** Brings partners to the register; one that has left stays so. */
export async function upsertPartners(
  books: Books,
  partners: readonly Omit<Partner, 'leftOn' | 'ground'>[],
  by: string,
): Promise<Upserted> {
  const columns = { id: 'text', name_ko: 'text', name_en: 'text', country: 'text', registered_on: 'date' };
  return upsert(books, { table: 'partner', key: ['id'], columns }, partners.map(entryOf), by);
}

/** Puts an edition's partners where the register doesn't know them yet; what staff keep there stays theirs. */
export async function seedPartners(
  books: Books,
  partners: readonly Omit<Partner, 'leftOn' | 'ground'>[],
): Promise<void> {
  if (partners.length === 0) return;
  await books.db
    .insertInto('partner')
    .values(
      partners.map((partner) => ({ ...entryOf(partner), left_on: null, ground: null, changed_by: 'system' })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** What a partner's departure led to: the proposals that it closed, and the projects that run with it and go on. */
export interface Departure {
  readonly closedProposals: readonly string[];
  readonly runningProjects: readonly string[];
}

/**
 * Books that a partner left the register on a day, for a ground, and closes its open proposals; undefined for a partner that
 * there isn't. A departure again is booked anew, and what stood before is kept.
 */
export async function departPartner(
  books: Books,
  {
    id,
    on,
    ground,
    by,
  }: { readonly id: string; readonly on: string; readonly ground: string; readonly by: string },
): Promise<Departure | undefined> {
  return together(books, async ({ db }) => {
    const { rows: left } = await sql`
      update partner set left_on = ${on}::date, ground = ${ground}, changed_by = ${by}, changed_at = clock_timestamp()
        where id = ${id} returning id`.execute(db);
    if (left.length === 0) return undefined;
    const { rows: closed } = await sql<{ id: string }>`
      with closed as (update proposal set state = 'closed', changed_by = ${by}, changed_at = clock_timestamp()
        where partner_id = ${id} and state = 'open' returning id) select id from closed order by id`.execute(
      db,
    );
    const { rows: running } = await sql<{ id: string }>`
      select id from subject where partner_id = ${id} and parent_id is null and closed_at is null order by id`.execute(
      db,
    );
    return { closedProposals: closed.map((row) => row.id), runningProjects: running.map((row) => row.id) };
  });
}

/** A page of partners in the order of their ids. */
export async function listPartners(books: Books, { limit, after }: PageOf): Promise<Partner[]> {
  let query = books.db.selectFrom('partner').selectAll().orderBy('id').limit(limit);
  if (after !== undefined) query = query.where('id', '>', after);
  return (await query.execute()).map(partnerFrom);
}

/** Partners by their ids, in no order. */
export async function partnersByIds(books: Books, ids: readonly string[]): Promise<Partner[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Selectable<PartnerTable>>`
    select * from partner where id = any (${ids}::text[])`.execute(books.db);
  return rows.map(partnerFrom);
}

function entryOf({ id, name, country, registeredOn }: Omit<Partner, 'leftOn' | 'ground'>) {
  return { id, name_ko: name.ko, name_en: name.en, country, registered_on: registeredOn };
}

function partnerFrom(row: Selectable<PartnerTable>): Partner {
  const { id, country, registered_on: registeredOn, left_on: leftOn, ground } = row;
  return { id, name: { ko: row.name_ko, en: row.name_en }, country, registeredOn, leftOn, ground };
}
