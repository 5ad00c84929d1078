import type { Ledger } from './ledger.js';

/** What an organisation is told about a case; `key` is the effect's, so that twice is once. */
export interface NoticeToSend {
  readonly key: string;
  readonly subjectId: string;
  readonly org: string;
  readonly notice: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A notice as its organisation reads it. */
export interface Notice extends NoticeToSend {
  readonly sentAt: string;
}

/** Puts a notice into an organisation's letter-box. */
export async function bookNotice(ledger: Ledger, notice: NoticeToSend): Promise<void> {
  const { subjectId: subject_id, params, ...rest } = notice;
  await ledger.db
    .insertInto('notice')
    .values({ ...rest, subject_id, params: JSON.stringify(params) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** An organisation's notices, the newest first; `before` is the key of the last one already seen. */
export async function noticesFor(
  ledger: Ledger,
  org: string,
  { limit, before }: { readonly limit: number; readonly before?: string | undefined },
): Promise<Notice[]> {
  const { rows } = await ledger.pool.query<Notice>(
    `select key, subject_id as "subjectId", org, notice, params, sent_at as "sentAt" from notice
      where org = $1 and ($3::text is null or (sent_at, key) < (select sent_at, key from notice where key = $3))
      order by sent_at desc, key desc limit $2`,
    [org, limit, before ?? null],
  );
  return rows;
}
