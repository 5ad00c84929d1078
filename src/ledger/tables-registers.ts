import type { Generated } from 'kysely';
import type { Json, StampedByDatabase } from './tables.js';

/** Who wrote a register's entry as it stands. */
interface Kept {
  changed_by: string;
  changed_at: StampedByDatabase;
}

/** A company; `business_number` is ten digits. */
export interface CompanyTable extends Kept {
  id: string;
  business_number: string;
  name_ko: string;
  name_en: string | null;
}

/** A partner institution; days are plain dates in Asia/Seoul. */
export interface PartnerTable extends Kept {
  id: string;
  name_ko: string;
  name_en: string;
  country: string;
  registered_on: string | null;
  left_on: string | null;
  ground: string | null;
}

/** A technology proposal that a partner put forward. */
export interface ProposalTable extends Kept {
  edition_id: string;
  id: string;
  partner_id: string;
  title_ko: string;
  title_en: string | null;
  sector: string;
  summary: string | null;
  state: Generated<'open' | 'closed'>;
}

/** What another register says of a firm or a researcher. */
export interface StandingTable extends Kept {
  kind: 'firm' | 'researcher';
  ref: string;
  banned_until: string | null;
  running: Generated<number>;
  projects: Generated<number>;
  as_principal: Generated<number>;
  as_of: string;
  source: string;
}

/** How a register's entry stood before a change; append-only. */
export interface RegisterHistoryTable {
  position: Generated<bigint>;
  register: string;
  was: Json<Record<string, unknown>>;
  changed_by: string;
  changed_at: StampedByDatabase;
}

/** An application that its company has not sent yet. */
export interface DraftTable {
  id: string;
  company_id: string;
  edition_id: string;
  track: string;
  body: Json<Record<string, unknown>>;
  version: Generated<number>;
  submitted_as: string | null;
  made_by: string;
  made_at: StampedByDatabase;
  changed_at: StampedByDatabase;
}

/** A file that was imported; append-only. */
export interface ImportBatchTable {
  id: string;
  kind: string;
  edition_id: string;
  sha256: string;
  mode: 'all' | 'valid';
  rows: number;
  accepted: number;
  rejected: number;
  duplicates: number;
  report: Json<Record<string, unknown>>;
  made_by: string;
  made_at: StampedByDatabase;
}

/** What became of a row of an imported file; append-only. */
export interface ImportRowTable {
  batch_id: string;
  row: number;
  outcome: 'accepted' | 'rejected' | 'duplicate';
  became: string | null;
  errors: Json<unknown[]>;
}
