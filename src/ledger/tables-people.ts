import type { Generated } from 'kysely';
import type { Instant, StampedByDatabase } from './tables.js';

/** Who ended something, and when; both or neither. */
interface Revocable {
  revoked_by: Generated<string | null>;
  revoked_at: Generated<Instant | null>;
}

/** A dated delegation of a role; days are plain dates in Korea, both included. */
export interface DelegationTable extends Revocable {
  id: string;
  of_person: string;
  to_person: string;
  role: string;
  org: string;
  from_day: string;
  to_day: string;
  ground: string;
  made_by: string;
  made_at: StampedByDatabase;
}

/** A person's calendar behind a secret address, of which only the SHA-256 is kept. */
export interface CalendarFeedTable extends Revocable {
  id: string;
  person: string;
  role: string;
  org: string;
  token_sha256: string;
  made_at: StampedByDatabase;
}

/** A day off that staff add to the edition's table. */
export interface HolidayAmendmentTable {
  id: string;
  date: string;
  name_ko: string;
  name_en: string;
  kind: 'public' | 'substitute' | 'one-off';
  ground: string;
  proposed_by: string;
  proposed_at: StampedByDatabase;
  state: Generated<'proposed' | 'approved' | 'refused'>;
  decided_by: Generated<string | null>;
  decided_at: Generated<Instant | null>;
}

/** A role that a person holds no more; append-only. */
export interface RoleRevocationTable {
  position: Generated<bigint>;
  person: string;
  role: string;
  from_at: StampedByDatabase;
  ground: string;
  made_by: string;
  made_at: StampedByDatabase;
}

/** Whose desk a track is. */
export interface DeskTable {
  edition_id: string;
  track: string;
  officer: string;
  deputy: string;
  head: string;
  org: string;
  changed_by: string;
  changed_at: StampedByDatabase;
}

/** The projection of a running clock. */
export interface ClockTable {
  subject_id: string;
  clock: string;
  from_at: Instant;
  due: Instant;
  rule: string;
  whose: string[];
  is_pending: boolean;
  is_provisional: boolean;
  suspended_at: Instant | null;
  overdue_since: Instant | null;
}
