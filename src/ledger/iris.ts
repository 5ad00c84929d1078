import { sql } from 'kysely';
import type { Books } from './ledger.js';

/** What came under an IRIS receipt number: `saidSha256` (hex) of what the file said, and the command that it became. */
export interface IrisReceipt {
  readonly number: string;
  readonly saidSha256: string;
  readonly commandId: string;
  /** Whether the command was refused, as one received too late is: then the number may come again. */
  readonly isRefused: boolean;
}

/** What an edition has under these IRIS numbers; those that haven't come are missing. */
export async function receiptsOf(
  books: Books,
  editionId: string,
  numbers: readonly string[],
): Promise<IrisReceipt[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<IrisReceipt>`
    select number, said_sha256 as "saidSha256", command_id as "commandId", c.state = 'refused' as "isRefused"
      from iris_receipt join command_inbox c on c.id = command_id
      where edition_id = ${editionId} and number = any (${numbers}::text[])`.execute(books.db);
  return rows;
}

/** Books which command each IRIS number became; a number whose command was refused gets its new one. */
export async function bookReceipts(
  books: Books,
  editionId: string,
  receipts: readonly Omit<IrisReceipt, 'isRefused'>[],
): Promise<void> {
  if (receipts.length === 0) return;
  await sql`
    insert into iris_receipt (edition_id, number, said_sha256, command_id)
      select ${editionId}, r.number, r."saidSha256", r."commandId" from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb)
        as r(number text, "saidSha256" text, "commandId" text)
      on conflict (edition_id, number) do update set said_sha256 = excluded.said_sha256, command_id = excluded.command_id,
        booked_at = clock_timestamp()`.execute(books.db);
}

/** An application as it was received and not refused, whether or not its workflow has it yet. */
export interface ReceivedApplication {
  readonly id: string;
  readonly companyId: string;
  readonly businessNumber: string | null;
  readonly irisNumber: string | null;
  /** When IRIS had it, or when we had it where it was sent to us. */
  readonly receivedAt: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Every application to an edition's track that was received and not refused, in the order of their receipt. */
export async function applicationsOf(
  books: Books,
  { editionId, track }: { readonly editionId: string; readonly track: string },
): Promise<ReceivedApplication[]> {
  const { rows } = await sql<ReceivedApplication>`
    with received as (select id, subject_id, data, received_at,
        case when actor ->> 'role' = 'officer' then data ->> 'companyId' else actor ->> 'org' end as company
      from command_inbox where kind = 'start' and data ->> 'edition' = ${editionId} and data ->> 'track' = ${track}
        and type = 'SUBMIT' and state <> 'refused')
    select a.subject_id as id, a.company as "companyId", business_number as "businessNumber", number as "irisNumber",
        coalesce((a.data ->> 'irisReceivedAt')::timestamptz, a.received_at) as "receivedAt", a.data
      from received a left join iris_receipt on command_id = a.id left join company c on c.id = a.company
      order by a.received_at, a.subject_id`.execute(books.db);
  return rows;
}
