import type { Selectable } from 'kysely';
import type { Ledger } from './ledger.js';
import type { CallListTable } from './tables-calls.js';

/** A project's line in a ranked list, as far as the ledger reads it; `grant` and `firstTranche` in whole won as digits. */
export interface ListedPlace {
  /** The project's id. */
  readonly id: string;
  readonly rank: number;
  readonly outcome: 'selected' | 'reserve' | 'rejected';
  readonly reserveRank: number | null;
  readonly grant: string;
  /** What the grant takes of the call's budget; nothing where it is left out. */
  readonly firstTranche?: string;
  readonly ground: string | null;
}

/** A ranked list as it is stored: its places, and whatever else its maker says in it. */
export interface ListBody {
  readonly callId: string;
  readonly places: readonly ListedPlace[];
  readonly [said: string]: unknown;
}

/** A stored list; `sha256` (hex) is of the body's canonical JSON. */
export interface StoredList<Body = ListBody> {
  readonly sha256: string;
  readonly callId: string;
  readonly body: Body;
  /** The list that it makes exceptions to. */
  readonly basedOn: string | null;
  readonly madeBy: string;
  readonly madeAt: string;
}

/** A list as a line of the call's lists. */
export type ListLine = Omit<StoredList, 'body'>;

/** Stores a list for ever; the same list again is the same. `madeAt` (ISO instant) only where time is simulated. */
export async function storeList(
  ledger: Ledger,
  list: Omit<StoredList, 'madeAt'> & { readonly madeAt?: string | undefined },
): Promise<void> {
  const { sha256, callId: call_id, basedOn: based_on, madeBy: made_by, madeAt } = list;
  await ledger.db
    .insertInto('call_list')
    .values({
      ...{ sha256, call_id, based_on, made_by, body: JSON.stringify(list.body) },
      ...(madeAt === undefined ? {} : { made_at: madeAt }),
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

/** A list by its hash, or undefined. */
export async function getList(ledger: Ledger, sha256: string): Promise<StoredList | undefined> {
  const row = await ledger.db
    .selectFrom('call_list')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row && { ...lineOf(row), body: row.body as unknown as ListBody };
}

/** A call's lists without their bodies, the newest first. */
export async function listsOf(ledger: Ledger, callId: string): Promise<ListLine[]> {
  const rows = await ledger.db
    .selectFrom('call_list')
    .select(['sha256', 'call_id', 'based_on', 'made_by', 'made_at'])
    .where('call_id', '=', callId)
    .orderBy('made_at', 'desc')
    .orderBy('sha256')
    .execute();
  return rows.map(lineOf);
}

function lineOf(row: Omit<Selectable<CallListTable>, 'body'>): ListLine {
  const { sha256, call_id: callId, based_on: basedOn, made_by: madeBy, made_at: madeAt } = row;
  return { sha256, callId, basedOn, madeBy, madeAt };
}
