import type { Selectable } from 'kysely';
import type { Ledger } from '../ledger.js';
import type { HolidayAmendmentTable } from '../tables-people.js';

/** A day off as somebody proposes it; `date` is a plain date in Korea. */
export interface HolidayToPropose {
  readonly id: string;
  readonly date: string;
  readonly name: { readonly ko: string; readonly en: string };
  readonly kind: HolidayAmendmentTable['kind'];
  readonly ground: string;
  readonly proposedBy: string;
}

/** A day off that was proposed, and what was decided on it; instants are ISO, in UTC. */
export interface HolidayAmendment extends HolidayToPropose {
  readonly proposedAt: string;
  readonly state: 'proposed' | 'approved' | 'refused';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/**
 * Stores a proposed day off; false where the day has been proposed or approved before (by another proposal).
 * The same proposal again is the same.
 */
export async function proposeHoliday(ledger: Ledger, proposed: HolidayToPropose): Promise<boolean> {
  const { id, date, name, kind, ground, proposedBy: proposed_by } = proposed;
  await ledger.db
    .insertInto('holiday_amendment')
    .values({ id, date, name_ko: name.ko, name_en: name.en, kind, ground, proposed_by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await getHoliday(ledger, id)) !== undefined;
}

/**
 * Decides on a proposed day off, once; false where it isn't proposed any more, or was proposed by the same person.
 */
export async function decideHoliday(
  ledger: Ledger,
  { id, state, by }: { readonly id: string; readonly state: 'approved' | 'refused'; readonly by: string },
): Promise<boolean> {
  const { rowCount } = await ledger.pool.query(
    `update holiday_amendment set state = $2, decided_by = $3, decided_at = clock_timestamp()
      where id = $1 and state = 'proposed' and proposed_by <> $3`,
    [id, state, by],
  );
  return rowCount === 1;
}

/** A proposed or decided day off by its id, or undefined. */
export async function getHoliday(ledger: Ledger, id: string): Promise<HolidayAmendment | undefined> {
  const row = await ledger.db
    .selectFrom('holiday_amendment')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && holidayFrom(row);
}

/** Every day off that was proposed, by its date. */
export async function listHolidays(ledger: Ledger): Promise<HolidayAmendment[]> {
  const rows = await ledger.db
    .selectFrom('holiday_amendment')
    .selectAll()
    .orderBy('date')
    .orderBy('proposed_at')
    .execute();
  return rows.map(holidayFrom);
}

/** The days off in force beside every edition's table, as the rules count with them: `{ "2026": ["12-24"] }`. */
export async function daysAdded(ledger: Ledger): Promise<Record<string, string[]>> {
  const { rows } = await ledger.pool.query<{ year: string; days: string[] }>({
    name: 'days_added',
    text: `select to_char(date, 'YYYY') as year, array_agg(to_char(date, 'MM-DD') order by date) as days
      from holiday_amendment where state = 'approved' group by 1 order by 1`,
  });
  return Object.fromEntries(rows.map(({ year, days }) => [year, days]));
}

function holidayFrom(row: Selectable<HolidayAmendmentTable>): HolidayAmendment {
  return {
    ...{ id: row.id, date: row.date, name: { ko: row.name_ko, en: row.name_en }, kind: row.kind },
    ...{ ground: row.ground, proposedBy: row.proposed_by, proposedAt: row.proposed_at, state: row.state },
    ...{ decidedBy: row.decided_by, decidedAt: row.decided_at },
  };
}
