import { randomUUID } from 'node:crypto';
import type { Actor } from '../charts/kernel/types.js';
import type { Command } from '../contract/messages.js';
import type { Ledger } from './ledger.js';
import type { CommandState } from './tables.js';

/** What is to be stored of a wish before anybody is answered; `bodySha256` is of the body as it came. */
export interface Wish {
  readonly kind: 'start' | 'decide' | 'announce';
  readonly subjectId: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
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

/** A command as the inbox holds it. */
export interface StoredCommand {
  readonly command: Command;
  readonly kind: Wish['kind'];
  readonly subjectId: string;
  readonly expectedSeq: number | null;
  readonly state: CommandState;
  readonly answer: Readonly<Record<string, unknown>> | null;
  readonly attempts: number;
  readonly answeredAt: string | null;
}

/** `isFresh` is false for a repeated key with the same body: then the earlier command is given back. */
export type Received =
  | { readonly outcome: 'stored'; readonly isFresh: boolean; readonly stored: StoredCommand }
  | { readonly outcome: 'keyReused' };

interface InboxRow {
  id: string;
  kind: Wish['kind'];
  subject_id: string;
  type: string;
  data: Record<string, unknown>;
  actor: Actor;
  expected_seq: number | null;
  received_at: string;
  state: CommandState;
  attempts: number;
  answer: Record<string, unknown> | null;
  answered_at: string | null;
  body_sha256: string;
}

const COLUMNS =
  'id, kind, subject_id, type, data, actor, expected_seq, received_at, state, attempts, answer, answered_at, body_sha256';

/** How long a request has to deliver its own command before the dispatcher takes it over. */
const FIRST_LEASE_MS = 10_000;

/**
 * Stores a wish durably, with its time of receipt by the database's clock, before anybody is answered.
 * A key is a person's own: the same key with the same body is the same command, with another body it is refused.
 */
export async function receive(ledger: Ledger, wish: Wish): Promise<Received> {
  const { rows } = await ledger.pool.query<InboxRow>({
    name: 'inbox_receive',
    text: `insert into command_inbox (id, kind, subject_id, type, data, actor, person, idempotency_key, body_sha256,
        received_at, state, answer, answered_at, delivered_at, lease_until, expected_seq)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10::timestamptz, now),
        case when $11::jsonb is null then 'received' else 'refused' end, $11, refused, refused,
        now + $12 * interval '1 millisecond', $13::integer
      from (select now, case when $11::jsonb is not null then now end as refused from clock_timestamp() as now) as at
      on conflict (person, idempotency_key) do nothing returning ${COLUMNS}`,
    values: [
      randomUUID(),
      ...[wish.kind, wish.subjectId, wish.type, JSON.stringify(wish.data), JSON.stringify(wish.by)],
      ...[wish.by.person, wish.key, wish.bodySha256, wish.receivedAt ?? null],
      ...[wish.refusal ? JSON.stringify(wish.refusal) : null, FIRST_LEASE_MS],
      wish.expectedSeq ?? null,
    ],
  });
  const fresh = rows[0];
  if (fresh) return { outcome: 'stored', isFresh: true, stored: storedOf(fresh) };
  return earlier(ledger, wish);
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

function storedOf(row: InboxRow): StoredCommand {
  const { id, type, data, actor: by, received_at: receivedAt, kind, state, answer, attempts } = row;
  const command: Command = { id, type, data, by, receivedAt };
  return {
    ...{ command, kind, subjectId: row.subject_id, expectedSeq: row.expected_seq },
    ...{ state, answer, attempts, answeredAt: row.answered_at },
  };
}
