import type { Selectable } from 'kysely';
import type { Books, Ledger } from '../ledger.js';
import type { DeskTable } from '../tables-people.js';
import { upsert } from './upsert.js';
import type { Upserted } from './upsert.js';

/** Whose desk a track of an edition is: persons by their opaque ids, all of one organisation. */
export interface Desk {
  readonly editionId: string;
  readonly track: string;
  readonly officer: string;
  /** Who sits there when the officer doesn't. */
  readonly deputy: string;
  readonly head: string;
  readonly org: string;
}

const COLUMNS = {
  ...{ edition_id: 'text', track: 'text', officer: 'text', deputy: 'text', head: 'text', org: 'text' },
};

/** Brings desks to the register; what stood before stays on record. */
export async function upsertDesks(books: Books, desks: readonly Desk[], by: string): Promise<Upserted> {
  const entries = desks.map(({ editionId: edition_id, ...desk }) => ({ edition_id, ...desk }));
  return upsert(books, { table: 'desk', key: ['edition_id', 'track'], columns: COLUMNS }, entries, by);
}

/** The desk of a track of an edition, or undefined. */
export async function deskOf(ledger: Ledger, editionId: string, track: string): Promise<Desk | undefined> {
  const row = await ledger.db
    .selectFrom('desk')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('track', '=', track)
    .executeTakeFirst();
  return row && deskFrom(row);
}

/** Every desk, or an edition's. */
export async function listDesks(ledger: Ledger, editionId?: string): Promise<Desk[]> {
  const all = ledger.db.selectFrom('desk').selectAll();
  const some = editionId === undefined ? all : all.where('edition_id', '=', editionId);
  return (await some.orderBy('edition_id').orderBy('track').execute()).map(deskFrom);
}

function deskFrom({ edition_id: editionId, track, officer, deputy, head, org }: Selectable<DeskTable>): Desk {
  return { editionId, track, officer, deputy, head, org };
}
