import { sql } from 'kysely';
import type { Books } from '../ledger.js';

/** A role that a person holds no more from an instant (ISO) on; without `fromAt`, from now on. */
export interface RoleRevocation {
  readonly person: string;
  readonly role: string;
  readonly ground: string;
  readonly madeBy: string;
  readonly fromAt?: string | undefined;
}

/** Somebody in a role. */
export interface Holder {
  readonly person: string;
  readonly role: string;
}

/** Writes down that a person holds a role no more; there is no way back but another role. */
export async function revokeRole(books: Books, revoked: RoleRevocation): Promise<void> {
  const { person, role, ground, madeBy: made_by, fromAt } = revoked;
  await books.db
    .insertInto('role_revocation')
    .values({ person, role, ground, made_by, ...(fromAt === undefined ? {} : { from_at: fromAt }) })
    .execute();
}

/** The first of these who holds the role no more, or undefined where all do. */
export async function firstRevoked(books: Books, holders: readonly Holder[]): Promise<Holder | undefined> {
  if (holders.length === 0) return undefined;
  const { rows } = await sql<Holder>`
    select h.person, h.role from jsonb_to_recordset(${JSON.stringify(holders)}::jsonb) as h(person text, role text)
      where exists (select 1 from role_revocation r
        where r.person = h.person and r.role = h.role and r.from_at <= clock_timestamp())
      limit 1`.execute(books.db);
  return rows[0];
}

/** Whether a person may act in a role no more. */
export async function isRoleRevoked(books: Books, holder: Holder): Promise<boolean> {
  return (await firstRevoked(books, [holder])) !== undefined;
}

/** Every revocation, the newest first. */
export async function listRevocations(
  books: Books,
): Promise<(RoleRevocation & { readonly madeAt: string })[]> {
  const rows = await books.db.selectFrom('role_revocation').selectAll().orderBy('position', 'desc').execute();
  return rows.map(({ person, role, ground, made_by: madeBy, from_at: fromAt, made_at: madeAt }) => ({
    ...{ person, role, ground, madeBy, fromAt, madeAt },
  }));
}
