import type { ColumnType, Generated } from 'kysely';
import type { PostingKind } from '../contract/messages.js';
import type { StampedByDatabase } from './tables.js';

/** A posting in whole won; it belongs to the row that moved the money, and its lines say between which accounts. */
export interface PostingTable {
  id: Generated<bigint>;
  position: bigint;
  kind: PostingKind;
  /** What a release pays out; once for each reservation. */
  reservation: string | null;
  /** The posting that this one corrects; once for each. */
  reverses: bigint | null;
}

/** A line of a posting, with both of its sides. */
export interface PostingLineTable {
  posting: bigint;
  no: number;
  debit: string;
  credit: string;
  amount: bigint;
}

/** Which posting released a tranche, by the tranche's account: one for each; append-only. */
export interface TrancheReleaseTable {
  account: string;
  posting: bigint;
}

/** A view: a side of a line, with its row and whose money it is; `year` is the Korean calendar year of its row. */
export interface EntryView {
  posting: bigint;
  position: bigint;
  kind: PostingKind;
  edition_id: string;
  track: string;
  company_id: string;
  project_id: string;
  year: number;
  account: string;
  debit: bigint;
  credit: bigint;
}

/** A ceiling in won with what is pending and posted under it. */
export interface FundTable {
  key: string;
  cap: bigint;
  pending: Generated<bigint>;
  posted: Generated<bigint>;
}

/** Won held for one payment under one or more ceilings. */
export interface ReservationTable {
  key: string;
  funds: string[];
  amount: bigint;
  state: ColumnType<'pending' | 'posted' | 'released', undefined, never>;
  made_at: StampedByDatabase;
}
