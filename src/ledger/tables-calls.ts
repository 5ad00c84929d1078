import type { Json, StampedByDatabase } from './tables.js';

/** Items that one person decided together; append-only. */
export interface BulkTable {
  id: string;
  person: string;
  idempotency_key: string;
  body_sha256: string;
  command_ids: string[];
  made_at: StampedByDatabase;
}

/** A ranked list, named by the SHA-256 of its canonical JSON; append-only. */
export interface CallListTable {
  sha256: string;
  call_id: string;
  body: Json<Record<string, unknown>>;
  based_on: string | null;
  made_by: string;
  made_at: StampedByDatabase;
}

/** What a list said of a project. */
export type PlaceOutcome = 'selected' | 'reserve' | 'rejected';

/** How a place stands now. */
export type PlaceState = PlaceOutcome | 'promoted' | 'freed' | 'released';

/** A project's place in a call; moved by the functions of migration 0007 only. */
export interface CallPlaceTable {
  call_id: string;
  project_id: string;
  list_sha256: string;
  rank: number;
  reserve_rank: number | null;
  outcome: PlaceOutcome;
  ground: string | null;
  grant_amount: bigint | null;
  first_tranche: bigint;
  state: PlaceState;
  changed_by_key: string;
  changed_at: string;
}

/** A move of a call's places under its key; append-only. */
export interface CallMoveTable {
  key: string;
  call_id: string;
  kind: 'applied' | 'promoted' | 'exhausted' | 'upheld' | 'ended';
  project_id: string | null;
  freed: string | null;
  answer: Json<Record<string, unknown>> | null;
  moved_at: StampedByDatabase;
}
