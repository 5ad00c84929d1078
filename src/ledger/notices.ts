import type { Ledger } from './ledger.js';

/** What an organisation is told about a case; `key` is the effect's, so that twice is once. */
export interface NoticeToSend {
  readonly key: string;
  readonly subjectId: string;
  readonly org: string;
  /** The one person of it who is meant; left out: all of it. */
  readonly person?: string | undefined;
  readonly notice: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A notice as its organisation reads it. */
export interface Notice extends NoticeToSend {
  readonly sentAt: string;
}

/** Puts a notice into an organisation's letter-box. */
export async function bookNotice(ledger: Ledger, notice: NoticeToSend): Promise<void> {
  const { subjectId: subject_id, params, person, ...rest } = notice;
  await ledger.db
    .insertInto('notice')
    .values({ ...rest, subject_id, person: person ?? null, params: JSON.stringify(params) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** Which part of a letter-box: at most `limit`, behind the key `before`; with what one person of the organisation was told. */
interface NoticePage {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly person?: string | undefined;
}

/** An organisation's notices, the newest first; those to a person of it only where it is that person who reads. */
export async function noticesFor(
  ledger: Ledger,
  org: string,
  { limit, before, person }: NoticePage,
): Promise<Notice[]> {
  const { rows } = await ledger.pool.query<Notice & { person: string | null }>(
    `select key, subject_id as "subjectId", org, person, notice, params, sent_at as "sentAt" from notice
      where org = $1 and (person is null or person = $4)
        and ($3::text is null or (sent_at, key) < (select sent_at, key from notice where key = $3))
      order by sent_at desc, key desc limit $2`,
    [org, limit, before ?? null, person ?? null],
  );
  return rows.map(({ person: meant, ...notice }) => (meant === null ? notice : { ...notice, person: meant }));
}
