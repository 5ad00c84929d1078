import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Books } from '../ledger.js';
import type { PageOf } from '../reads/subjects.js';
import type { ProposalTable } from '../tables-registers.js';
import { upsert } from './upsert.js';
import type { Upserted } from './upsert.js';

/** A technology proposal that a partner put forward in an edition. */
export interface Proposal {
  readonly editionId: string;
  readonly id: string;
  readonly partnerId: string;
  readonly title: { readonly ko: string; readonly en: string | null };
  readonly sector: string;
  readonly summary: string | null;
  readonly state: 'open' | 'closed';
}

const COLUMNS = {
  ...{ edition_id: 'text', id: 'text', partner_id: 'text', title_ko: 'text', title_en: 'text' },
  ...{ sector: 'text', summary: 'text', state: 'text' },
};

/** Brings proposals to the register, known by their edition and id. Throws 23503 for a partner that there isn't. */
export async function upsertProposals(
  books: Books,
  proposals: readonly Proposal[],
  by: string,
): Promise<Upserted> {
  const entries = proposals.map(({ editionId, id, partnerId, title, sector, summary, state }) => ({
    ...{ edition_id: editionId, id, partner_id: partnerId, title_ko: title.ko, title_en: title.en },
    ...{ sector, summary, state },
  }));
  return upsert(books, { table: 'proposal', key: ['edition_id', 'id'], columns: COLUMNS }, entries, by);
}

/** What a list of proposals is narrowed to. */
export interface ProposalFilter {
  readonly editionId: string;
  readonly partnerId?: string | undefined;
  readonly sector?: string | undefined;
  readonly state?: 'open' | 'closed' | undefined;
}

/** A page of an edition's proposals in the order of their ids. */
export async function listProposals(
  books: Books,
  { editionId, partnerId, sector, state }: ProposalFilter,
  { limit, after }: PageOf,
): Promise<Proposal[]> {
  let query = books.db.selectFrom('proposal').selectAll().where('edition_id', '=', editionId);
  if (after !== undefined) query = query.where('id', '>', after);
  if (partnerId) query = query.where('partner_id', '=', partnerId);
  if (sector) query = query.where('sector', '=', sector);
  if (state) query = query.where('state', '=', state);
  return (await query.orderBy('id').limit(limit).execute()).map(proposalFrom);
}

/** An edition's proposals by their ids, in no order. */
export async function proposalsByIds(
  books: Books,
  editionId: string,
  ids: readonly string[],
): Promise<Proposal[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Selectable<ProposalTable>>`
    select * from proposal where edition_id = ${editionId} and id = any (${ids}::text[])`.execute(books.db);
  return rows.map(proposalFrom);
}

function proposalFrom(row: Selectable<ProposalTable>): Proposal {
  const { edition_id: editionId, id, partner_id: partnerId, sector, summary, state } = row;
  return { editionId, id, partnerId, title: { ko: row.title_ko, en: row.title_en }, sector, summary, state };
}
