import type { Selectable } from 'kysely';
import type { Actor } from '../charts/kernel/types.js';
import type { Ledger } from './ledger.js';
import type { CallPlaceTable, PlaceOutcome, PlaceState } from './tables-calls.js';

/**
 * Who moves a call's places, and under which key: the same key gives the same answer again, and moves nothing twice.
 * `receivedAt` (ISO instant) is stamped on what the projects are told; the database stamps it where it is left out.
 */
export interface Move {
  readonly callId: string;
  readonly key: string;
  readonly by: Actor;
  readonly receivedAt?: string | undefined;
}

/** A project's place as it stands; `grant` and `firstTranche` in whole won. `changedByKey` is the move's that it is from. */
export interface Place {
  readonly callId: string;
  readonly projectId: string;
  readonly listSha256: string;
  readonly rank: number;
  readonly reserveRank: number | null;
  readonly outcome: PlaceOutcome;
  readonly ground: string | null;
  readonly grant: bigint | null;
  readonly firstTranche: bigint;
  readonly state: PlaceState;
  readonly changedByKey: string;
  readonly changedAt: string;
}

/** Where an upheld objection is to put its project; won as digits. */
export interface UpheldPlace {
  readonly outcome: PlaceOutcome;
  readonly rank: number;
  readonly reserveRank?: number | null | undefined;
  readonly grant?: string | undefined;
  readonly firstTranche?: string | undefined;
  readonly ground?: string | null | undefined;
}

/**
 * Makes a stored list the call's places and tells every project on it: SELECTED_BY_CALL, PUT_ON_RESERVE or REJECTED_BY_CALL,
 * in one transaction. Throws RL006 where the call has no such list, and 23505 where it has places already: defects.
 */
export async function applyList(
  ledger: Ledger,
  { callId, listSha256, key, by, receivedAt }: Move & { readonly listSha256: string },
): Promise<{ readonly selected: number; readonly reserve: number; readonly rejected: number }> {
  return moved(ledger, 'apply_list($1, $2, $3, $4, $5)', [
    ...[callId, listSha256, key, JSON.stringify(by), receivedAt ?? null],
  ]);
}

/**
 * Books that `freed` gave its place back, if it held one, and promotes the next of the reserve whose project still waits there and
 * who fits into the call's capacity and budget, and tells it PROMOTED. Null where there is nobody, or no free place: a
 * project that ended before its agreement holds none.
 */
export async function promoteNext(
  ledger: Ledger,
  { callId, key, by, receivedAt, freed }: Move & { readonly freed?: string | null | undefined },
): Promise<{ readonly projectId: string; readonly rank: number } | null> {
  return moved(ledger, 'promote_next($1, $2, $3, $4, $5)', [
    ...[callId, freed ?? null, key, JSON.stringify(by), receivedAt ?? null],
  ]);
}

/**
 * Puts a project where its upheld objection leads, and tells it. A place that isn't free any more is not given twice: then
 * the project heads the reserve (`reserveRank` 0). Gives back where it stands. Throws RL006 for a project that the list didn't have: a defect.
 */
export async function placeUpheld(
  ledger: Ledger,
  {
    callId,
    key,
    by,
    receivedAt,
    projectId,
    place,
  }: Move & { readonly projectId: string; readonly place: UpheldPlace },
): Promise<{ readonly projectId: string; readonly outcome: PlaceOutcome; readonly rank: number }> {
  return moved(ledger, 'place_upheld($1, $2, $3, $4, $5, $6)', [
    ...[callId, projectId, key, JSON.stringify(by), receivedAt ?? null, JSON.stringify(place)],
  ]);
}

/** Ends the reserve: who is still in it is told RELEASED_FROM_RESERVE. */
export async function endReserve(
  ledger: Ledger,
  { callId, key, by, receivedAt }: Move,
): Promise<{ readonly released: number }> {
  return moved(ledger, 'end_reserve($1, $2, $3, $4)', [callId, key, JSON.stringify(by), receivedAt ?? null]);
}

async function moved<Answer>(
  ledger: Ledger,
  call: string,
  values: readonly (string | null)[],
): Promise<Answer> {
  const { rows } = await ledger.pool.query<{ answer: Answer }>(`select ${call} as answer`, [...values]);
  const [row] = rows;
  if (!row) throw new Error('a move without an answer');
  return row.answer;
}

/** A call's places in the order of their rank, all of them. */
export async function placesOf(ledger: Ledger, callId: string): Promise<Place[]> {
  const rows = await ledger.db
    .selectFrom('call_place')
    .selectAll()
    .where('call_id', '=', callId)
    .orderBy('rank')
    .orderBy('project_id')
    .execute();
  return rows.map(placeFrom);
}

/** A project's place in a call, or undefined. */
export async function placeOf(ledger: Ledger, callId: string, projectId: string): Promise<Place | undefined> {
  const row = await ledger.db
    .selectFrom('call_place')
    .selectAll()
    .where('call_id', '=', callId)
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  return row && placeFrom(row);
}

/** How many places are held, and their grants and first tranches in won: of projects that haven't ended before their agreement. */
export async function heldPlaces(
  ledger: Ledger,
  callId: string,
): Promise<{ readonly places: number; readonly grants: bigint; readonly firstTranches: bigint }> {
  const { rows } = await ledger.pool.query<{ places: number; grants: bigint; firstTranches: bigint }>(
    `select count(*)::integer as places, coalesce(sum(grant_amount), 0)::bigint as grants,
        coalesce(sum(first_tranche), 0)::bigint as "firstTranches" from held_places($1)`,
    [callId],
  );
  return rows[0] ?? { places: 0, grants: 0n, firstTranches: 0n };
}

function placeFrom(row: Selectable<CallPlaceTable>): Place {
  return {
    ...{ callId: row.call_id, projectId: row.project_id, listSha256: row.list_sha256 },
    ...{ rank: row.rank, reserveRank: row.reserve_rank, outcome: row.outcome, ground: row.ground },
    ...{ grant: row.grant_amount, firstTranche: row.first_tranche, state: row.state },
    ...{ changedByKey: row.changed_by_key, changedAt: row.changed_at },
  };
}
