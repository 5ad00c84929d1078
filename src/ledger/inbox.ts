import { randomUUID } from 'node:crypto';
import type { Actor, Evidence } from '../charts/kernel/types.js';
import { projectId } from '../contract/names.js';
import type { Track } from '../contract/names.js';
import { COLUMNS, storedOf } from './inbox-row.js';
import type { CommandKind, InboxRow, StoredCommand } from './inbox-row.js';
import type { Ledger } from './ledger.js';

export type { StoredCommand } from './inbox-row.js';

/** What is to be stored of a wish before anybody is answered; `bodySha256` is of the body as it came. */
export interface Wish {
  readonly kind: CommandKind;
  /** Whom it is for; of an application only where it stays without a number. */
  readonly subjectId: string;
  /** Set for an application: its project's number and id are drawn in the statement that stores it. */
  readonly draws?: { readonly editionId: string; readonly track: Track } | undefined;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the books say at its receipt, where its chart judges by them. */
  readonly books?: Evidence | undefined;
  readonly by: Actor;
  /** The number that its sender had read the case at, where it is for that reading only. */
  readonly expectedSeq?: number | undefined;
  readonly key: string;
  readonly bodySha256: string;
  /** Only where time is simulated; otherwise the database stamps the receipt. */
  readonly receivedAt?: string | undefined;
  /** Set where it is refused at the door: it is stored with its answer and never delivered. */
  readonly refusal?: Readonly<Record<string, unknown>> | undefined;
}

/** `isFresh` is false for a repeated key with the same body: then the earlier command is given back. */
export type Received =
  | { readonly outcome: 'stored'; readonly isFresh: boolean; readonly stored: StoredCommand }
  | { readonly outcome: 'keyReused' };

/** How long a request has to deliver its own command before the dispatcher takes it over. */
const FIRST_LEASE_MS = 10_000;

/**
 * Stores a wish durably, with its time of receipt by the database's clock, before anybody is answered; `leaseMs` is how long
 * the caller has to deliver it itself, 0 leaves it to the dispatcher at once.
 * A key is a person's own: the same key with the same body is the same command, with another body it is refused.
 * A number is drawn only for a key that is new, is never drawn twice, and may stay unused.
 */
export async function receive(
  ledger: Ledger,
  wish: Wish,
  { leaseMs = FIRST_LEASE_MS }: { readonly leaseMs?: number } = {},
): Promise<Received> {
  const { subjectId, draws } = addressed(wish);
  const { rows } = await ledger.pool.query<InboxRow>({
    name: 'inbox_receive',
    text: `insert into command_inbox (id, kind, subject_id, type, data, books, actor, person, idempotency_key, body_sha256,
        received_at, state, answer, answered_at, delivered_at, lease_until, expected_seq)
      select $1, $2, case when $14::text is null then $3 else numbered($3, draw_number($14, $15)) end, $4, $5, $16::jsonb,
        $6, $7, $8, $9, coalesce($10::timestamptz, now),
        case when $11::jsonb is null then 'received' else 'refused' end, $11, refused, refused,
        now + $12 * interval '1 millisecond', $13::integer
      from (select now, case when $11::jsonb is not null then now end as refused from clock_timestamp() as now) as at
      where not exists (select 1 from command_inbox where person = $7 and idempotency_key = $8)
      on conflict (person, idempotency_key) do nothing returning ${COLUMNS}`,
    values: [
      randomUUID(),
      ...[wish.kind, subjectId, wish.type, JSON.stringify(wish.data), JSON.stringify(wish.by)],
      ...[wish.by.person, wish.key, wish.bodySha256, wish.receivedAt ?? null],
      ...[wish.refusal ? JSON.stringify(wish.refusal) : null, leaseMs],
      ...[wish.expectedSeq ?? null, draws?.editionId ?? null, draws?.track ?? null],
      wish.books ? JSON.stringify(wish.books) : null,
    ],
  });
  const fresh = rows[0];
  if (fresh) return { outcome: 'stored', isFresh: true, stored: storedOf(fresh) };
  return earlier(ledger, wish);
}

/** Whom a wish is for: a subject, or the track in which a number is still to be drawn, as the beginning of its project's id. */
export function addressed({ subjectId, draws }: Wish): Pick<Wish, 'subjectId' | 'draws'> {
  return draws
    ? { subjectId: projectId(draws.editionId, draws.track, 0).slice(0, -4), draws }
    : { subjectId };
}

async function earlier(ledger: Ledger, wish: Wish): Promise<Received> {
  const { rows } = await ledger.pool.query<InboxRow>(
    `select ${COLUMNS} from command_inbox where person = $1 and idempotency_key = $2`,
    [wish.by.person, wish.key],
  );
  const row = rows[0];
  if (!row) throw new Error('an idempotency key that conflicts and is not there');
  if (row.body_sha256 !== wish.bodySha256) return { outcome: 'keyReused' };
  return { outcome: 'stored', isFresh: false, stored: storedOf(row) };
}

/**
 * Leases commands that nobody is delivering, the oldest first; other dispatchers' are passed over. The list is made
 * once, in its own step: as a subquery it may be read again for each row, and then lease more than `limit`.
 */
export async function leaseForDelivery(
  ledger: Ledger,
  { limit, leaseMs }: { readonly limit: number; readonly leaseMs: number },
): Promise<StoredCommand[]> {
  const { rows } = await ledger.pool.query<InboxRow>({
    name: 'inbox_lease',
    text: `with due as materialized (select id as due_id from command_inbox where delivered_at is null
          and (lease_until is null or lease_until < clock_timestamp())
        order by received_at, id limit $1 for update skip locked),
      leased as (update command_inbox set attempts = attempts + 1,
          lease_until = clock_timestamp() + $2 * interval '1 millisecond'
        from due where id = due_id returning ${COLUMNS})
      select ${COLUMNS} from leased order by received_at, id`,
    values: [limit, leaseMs],
  });
  return rows.map(storedOf);
}

/** Gives a command back to the dispatcher, to be tried again after `delayMs`. */
export async function releaseLease(ledger: Ledger, id: string, delayMs: number): Promise<void> {
  await ledger.pool.query(
    `update command_inbox set lease_until = clock_timestamp() + $2 * interval '1 millisecond' where id = $1`,
    [id, delayMs],
  );
}

/** Books that a command was refused by its case, and why; the first answer stands. */
export async function markRefused(
  ledger: Ledger,
  id: string,
  answer: Readonly<Record<string, unknown>>,
): Promise<void> {
  await ledger.pool.query({
    name: 'inbox_refused',
    text: `update command_inbox set state = 'refused', answer = $2, answered_at = now, delivered_at = now
      from clock_timestamp() as now where id = $1 and state = 'received'`,
    values: [id, JSON.stringify(answer)],
  });
}

/** Books that commands have been taken by their workflows, so that nobody brings them again. */
export async function markDelivered(ledger: Ledger, ids: readonly string[]): Promise<void> {
  await ledger.pool.query({
    name: 'inbox_delivered',
    text: `update command_inbox set delivered_at = clock_timestamp() where id = any ($1) and delivered_at is null`,
    values: [ids],
  });
}

/** A command by its id, or undefined. */
export async function getCommand(ledger: Ledger, id: string): Promise<StoredCommand | undefined> {
  const { rows } = await ledger.pool.query<InboxRow>(`select ${COLUMNS} from command_inbox where id = $1`, [
    id,
  ]);
  return rows[0] && storedOf(rows[0]);
}

/** A person's commands, the newest first; `before` is the id of the last one already seen. */
export async function commandsOf(
  ledger: Ledger,
  person: string,
  { limit, before }: { readonly limit: number; readonly before?: string | undefined },
): Promise<StoredCommand[]> {
  const { rows } = await ledger.pool.query<InboxRow>(
    `select ${COLUMNS} from command_inbox where person = $1
       and ($3::text is null or (received_at, id) < (select received_at, id from command_inbox where id = $3))
     order by received_at desc, id desc limit $2`,
    [person, limit, before ?? null],
  );
  return rows.map(storedOf);
}
