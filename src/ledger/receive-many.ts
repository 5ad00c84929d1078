import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { COLUMNS, storedOf } from './inbox-row.js';
import type { InboxRow, StoredCommand } from './inbox-row.js';
import { addressed } from './inbox.js';
import type { Received, Wish } from './inbox.js';
import type { Books } from './ledger.js';

/** How many wishes one statement takes. */
const MOST = 1_000;

/**
 * Stores up to 1,000 wishes by one statement and answers each, in their order, as `receive` would; a key that comes twice
 * among them is stored once. `leaseMs` is how long the caller has to deliver them itself; 0 leaves them to the dispatcher
 * at once. Commands stored together have one time of receipt, and are delivered in the order that they were given in.
 * Throws a plain Error for more than 1,000: a defect.
 */
export async function receiveMany(
  books: Books,
  wishes: readonly Wish[],
  { leaseMs = 0 }: { readonly leaseMs?: number } = {},
): Promise<Received[]> {
  if (wishes.length > MOST) throw new Error(`${wishes.length} wishes at once; ${MOST} is the most`);
  if (wishes.length === 0) return [];
  // What was received at one instant is delivered in the order of the ids. The instant is a step of its own: as a subquery it
  // may be read again for each row.
  const ids = wishes.map(() => randomUUID()).sort();
  const { rows: fresh } = await sql<InboxRow>`
    with stamp as materialized (select clock_timestamp() as now)
    insert into command_inbox (id, kind, subject_id, type, data, books, actor, person, idempotency_key, body_sha256,
        received_at, state, answer, answered_at, delivered_at, lease_until, expected_seq)
      select w.id, w.kind, case when w.edition is null then w.subject_id else numbered(w.subject_id, draw_number(w.edition, w.track)) end,
        w.type, w.data, w.books, w.actor, w.actor ->> 'person', w.key, w.body_sha256, coalesce(w.received_at, now),
        case when w.refusal is null then 'received' else 'refused' end, w.refusal,
        case when w.refusal is not null then now end, case when w.refusal is not null then now end,
        now + nullif(${leaseMs}::integer, 0) * interval '1 millisecond', w.expected_seq
      from stamp, jsonb_to_recordset(${rowsOf(wishes, ids)}::jsonb) as w(id text, kind text,
        subject_id text, edition text, track text, type text, data jsonb, books jsonb, actor jsonb, key text, body_sha256 text,
        received_at timestamptz, refusal jsonb, expected_seq integer)
      where not exists (select 1 from command_inbox i where i.person = w.actor ->> 'person' and i.idempotency_key = w.key)
      order by w.id
      on conflict (person, idempotency_key) do nothing returning ${sql.raw(COLUMNS)}`.execute(books.db);
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const missing = wishes.filter((_, index) => !byId.has(ids[index] ?? ''));
  const before = await rowsByKeys(books, missing);
  return wishes.map((wish, index) => {
    const row = byId.get(ids[index] ?? '');
    return row ? { outcome: 'stored', isFresh: true, stored: storedOf(row) } : answeredBefore(wish, before);
  });
}

function answeredBefore({ by, key, bodySha256 }: Wish, before: ReadonlyMap<string, InboxRow>): Received {
  const row = before.get(keyOf(by.person, key));
  if (!row) throw new Error('an idempotency key that conflicts and is not there');
  if (row.body_sha256 !== bodySha256) return { outcome: 'keyReused' };
  return { outcome: 'stored', isFresh: false, stored: storedOf(row) };
}

function rowsOf(wishes: readonly Wish[], ids: readonly string[]): string {
  const rows = wishes.map((wish, index) => {
    const { subjectId, draws } = addressed(wish);
    return {
      ...{
        id: ids[index],
        kind: wish.kind,
        subject_id: subjectId,
        edition: draws?.editionId,
        track: draws?.track,
      },
      ...{ type: wish.type, data: wish.data, books: wish.books, actor: wish.by, key: wish.key },
      ...{ body_sha256: wish.bodySha256, received_at: wish.receivedAt, refusal: wish.refusal },
      expected_seq: wish.expectedSeq,
    };
  });
  return JSON.stringify(rows);
}

function keyOf(person: string, key: string): string {
  return JSON.stringify([person, key]);
}

async function rowsByKeys(books: Books, wishes: readonly Wish[]): Promise<Map<string, InboxRow>> {
  if (wishes.length === 0) return new Map();
  const [people, keys] = [wishes.map(({ by }) => by.person), wishes.map(({ key }) => key)];
  const { rows } = await sql<InboxRow & { key: string }>`
    select ${sql.raw(COLUMNS)}, idempotency_key as key from command_inbox
      join unnest(${people}::text[], ${keys}::text[]) as k(person_of, key_of)
        on person = person_of and idempotency_key = key_of`.execute(books.db);
  return new Map(rows.map((row) => [keyOf(row.actor.person, row.key), row]));
}

/** Commands by their ids, in no order; those that there aren't are missing. */
export async function commandsByIds(books: Books, ids: readonly string[]): Promise<StoredCommand[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<InboxRow>`
    select ${sql.raw(COLUMNS)} from command_inbox where id = any (${ids}::text[])`.execute(books.db);
  return rows.map(storedOf);
}
