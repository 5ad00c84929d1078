import type { Selectable } from 'kysely';
import type { Ledger } from '../ledger.js';
import type { DelegationTable } from '../tables-people.js';

/** A delegation as it is made: `toPerson` has `ofPerson`'s role from one Korean day to another, both included. */
export interface DelegationToMake {
  readonly id: string;
  readonly ofPerson: string;
  readonly toPerson: string;
  readonly role: string;
  readonly org: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly ground: string;
  readonly madeBy: string;
}

/** A delegation as it stands; `revokedAt` (ISO instant) where it was ended before its last day. */
export interface Delegation extends DelegationToMake {
  readonly madeAt: string;
  readonly revokedBy: string | null;
  readonly revokedAt: string | null;
}

/** Stores a delegation; one with an id that is known already is left as it is. */
export async function makeDelegation(ledger: Ledger, made: DelegationToMake): Promise<void> {
  const { id, ofPerson, toPerson, role, org, fromDay, toDay, ground, madeBy } = made;
  await ledger.db
    .insertInto('delegation')
    .values({
      ...{ id, role, org, ground, of_person: ofPerson, to_person: toPerson },
      ...{ from_day: fromDay, to_day: toDay, made_by: madeBy },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Ends a delegation before its last day; false where there is none, or it has been ended. */
export async function revokeDelegation(ledger: Ledger, id: string, by: string): Promise<boolean> {
  const { rowCount } = await ledger.pool.query(
    `update delegation set revoked_by = $2, revoked_at = clock_timestamp() where id = $1 and revoked_at is null`,
    [id, by],
  );
  return rowCount === 1;
}

/** A delegation by its id, or undefined. */
export async function getDelegation(ledger: Ledger, id: string): Promise<Delegation | undefined> {
  const row = await ledger.db.selectFrom('delegation').selectAll().where('id', '=', id).executeTakeFirst();
  return row && delegationFrom(row);
}

/** What delegations are looked for by; `person` is on either side. */
export interface DelegationFilter {
  readonly ofPerson?: string | undefined;
  readonly toPerson?: string | undefined;
  readonly person?: string | undefined;
  readonly role?: string | undefined;
  /** A Korean day on which they are in force. */
  readonly on?: string | undefined;
}

/** The delegations that a filter leaves, the newest first. */
export async function delegationsOf(ledger: Ledger, filter: DelegationFilter = {}): Promise<Delegation[]> {
  const { ofPerson, toPerson, person, role, on } = filter;
  let query = ledger.db.selectFrom('delegation').selectAll();
  if (ofPerson) query = query.where('of_person', '=', ofPerson);
  if (toPerson) query = query.where('to_person', '=', toPerson);
  if (role) query = query.where('role', '=', role);
  if (person)
    query = query.where((eb) => eb.or([eb('of_person', '=', person), eb('to_person', '=', person)]));
  if (on) query = query.where('from_day', '<=', on).where('to_day', '>=', on).where('revoked_at', 'is', null);
  const rows = await query.orderBy('made_at', 'desc').orderBy('id').execute();
  return rows.map(delegationFrom);
}

/**
 * Who stands in for a person in a role on a Korean day, by the delegation that was made last; undefined where nobody does.
 */
export async function delegateOf(
  ledger: Ledger,
  absent: { readonly ofPerson: string; readonly role?: string | undefined; readonly on: string },
): Promise<Delegation | undefined> {
  const [latest] = await delegationsOf(ledger, absent);
  return latest;
}

function delegationFrom(row: Selectable<DelegationTable>): Delegation {
  return {
    ...{ id: row.id, ofPerson: row.of_person, toPerson: row.to_person, role: row.role, org: row.org },
    ...{ fromDay: row.from_day, toDay: row.to_day, ground: row.ground, madeBy: row.made_by },
    ...{ madeAt: row.made_at, revokedBy: row.revoked_by, revokedAt: row.revoked_at },
  };
}
