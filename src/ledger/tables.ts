import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Actor, ChartEvent, Deadline, Evidence, Order } from '../charts/kernel/types.js';
import type { CallListTable, CallMoveTable, CallPlaceTable, BulkTable } from './tables-calls.js';
import type * as money from './tables-money.js';
import type * as people from './tables-people.js';
import type * as registers from './tables-registers.js';

/** An instant: read as an ISO string in UTC, written as one. */
export type Instant = string;
/** An instant that the database stamps unless it is given. */
export type StampedByDatabase = ColumnType<Instant, Instant | undefined, Instant>;
/** A JSON value: read as it is, written as its text. */
export type Json<T extends object | null> = JSONColumnType<T>;

/** The projection of a subject: what people read of it. */
export interface SubjectTable {
  id: string;
  subject: string;
  chart_id: string;
  edition_id: string;
  edition_hash: string;
  track: string;
  company_id: string;
  partner_id: string | null;
  parent_id: string | null;
  seq: number;
  state: string;
  facts: Json<Record<string, unknown>>;
  deadlines: Json<Record<string, Deadline>>;
  next_due: Instant | null;
  opened_at: Instant;
  updated_at: Instant;
  closed_at: Instant | null;
  /** The call that its facts name. */
  call_id: ColumnType<string | null, never, never>;
  /** Who sits on its panel at the moment. */
  panel_members: ColumnType<string[], never, never>;
}

/** The ledger: one row a decided event, never changed. */
export interface LedgerRowTable {
  position: Generated<bigint>;
  subject_id: string;
  seq: number;
  chart_id: string;
  outcome: 'applied' | 'ignored';
  reason: string | null;
  event_type: string;
  event: Json<ChartEvent>;
  command_id: string | null;
  person: string;
  from_state: string | null;
  to_state: string;
  orders: Json<Order[]>;
  received_at: Instant;
  applied_at: Instant;
  recorded_at: StampedByDatabase;
}

/** What became of a command. */
export type CommandState = 'received' | 'applied' | 'refused';

/** What was received, before anybody was answered. */
export interface CommandInboxTable {
  id: string;
  kind: 'start' | 'decide' | 'announce';
  subject_id: string;
  type: string;
  data: Json<Record<string, unknown>>;
  books: JSONColumnType<Evidence> | null;
  actor: Json<Actor>;
  expected_seq: number | null;
  person: string;
  idempotency_key: string;
  body_sha256: string;
  received_at: StampedByDatabase;
  state: ColumnType<CommandState, CommandState | undefined, CommandState>;
  answer: JSONColumnType<Record<string, unknown>> | null;
  answered_at: Instant | null;
  /** When its workflow had it; until then the dispatcher brings it again. */
  delivered_at: Instant | null;
  lease_until: Instant | null;
  attempts: Generated<number>;
}

/** Which organisation stored which document. */
export interface DocumentTable {
  sha256: string;
  org: string;
  size: bigint;
  media_type: string;
  person: string;
  stored_at: StampedByDatabase;
}

/** What an organisation was told. */
export interface NoticeTable {
  key: string;
  subject_id: string;
  org: string;
  /** The one person of it who is meant; null: all of it. */
  person: string | null;
  notice: string;
  params: Json<Record<string, unknown>>;
  sent_at: StampedByDatabase;
}

/** The tables by name, as the migrations make them. */
export interface Tables {
  subject: SubjectTable;
  ledger_row: LedgerRowTable;
  posting: money.PostingTable;
  posting_line: money.PostingLineTable;
  tranche_release: money.TrancheReleaseTable;
  entry: money.EntryView;
  fund: money.FundTable;
  reservation: money.ReservationTable;
  command_inbox: CommandInboxTable;
  document: DocumentTable;
  notice: NoticeTable;
  bulk: BulkTable;
  call_list: CallListTable;
  call_place: CallPlaceTable;
  call_move: CallMoveTable;
  company: registers.CompanyTable;
  partner: registers.PartnerTable;
  proposal: registers.ProposalTable;
  standing: registers.StandingTable;
  register_history: registers.RegisterHistoryTable;
  draft: registers.DraftTable;
  import_batch: registers.ImportBatchTable;
  import_row: registers.ImportRowTable;
  delegation: people.DelegationTable;
  calendar_feed: people.CalendarFeedTable;
  holiday_amendment: people.HolidayAmendmentTable;
  role_revocation: people.RoleRevocationTable;
  desk: people.DeskTable;
  clock: people.ClockTable;
}
