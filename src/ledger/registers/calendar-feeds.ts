import type { Selectable } from 'kysely';
import type { Ledger } from '../ledger.js';
import type { CalendarFeedTable } from '../tables-people.js';

/** A calendar of a person in a role; whoever knows the secret whose SHA-256 (hex) this is may read it. */
export interface CalendarFeed {
  readonly id: string;
  readonly person: string;
  readonly role: string;
  readonly org: string;
  readonly tokenSha256: string;
  readonly madeAt: string;
  readonly revokedAt: string | null;
}

/** Opens a calendar. */
export async function makeFeed(
  ledger: Ledger,
  { id, person, role, org, tokenSha256 }: Omit<CalendarFeed, 'madeAt' | 'revokedAt'>,
): Promise<void> {
  await ledger.db
    .insertInto('calendar_feed')
    .values({ id, person, role, org, token_sha256: tokenSha256 })
    .execute();
}

/** The calendar that a secret opens, or undefined: unknown, or closed. */
export async function openFeed(ledger: Ledger, tokenSha256: string): Promise<CalendarFeed | undefined> {
  const row = await ledger.db
    .selectFrom('calendar_feed')
    .selectAll()
    .where('token_sha256', '=', tokenSha256)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && feedFrom(row);
}

/** A person's calendars, the newest first. */
export async function feedsOf(ledger: Ledger, person: string): Promise<CalendarFeed[]> {
  const rows = await ledger.db
    .selectFrom('calendar_feed')
    .selectAll()
    .where('person', '=', person)
    .orderBy('made_at', 'desc')
    .execute();
  return rows.map(feedFrom);
}

/** Closes a person's own calendar for ever; false where they have no such open one. */
export async function closeFeed(ledger: Ledger, id: string, person: string): Promise<boolean> {
  const { rowCount } = await ledger.pool.query(
    `update calendar_feed set revoked_by = $2, revoked_at = clock_timestamp()
      where id = $1 and person = $2 and revoked_at is null`,
    [id, person],
  );
  return rowCount === 1;
}

function feedFrom(row: Selectable<CalendarFeedTable>): CalendarFeed {
  return {
    ...{ id: row.id, person: row.person, role: row.role, org: row.org, tokenSha256: row.token_sha256 },
    ...{ madeAt: row.made_at, revokedAt: row.revoked_at },
  };
}
