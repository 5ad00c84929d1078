import type { Kysely, Transaction } from 'kysely';
import type { Ledger } from './ledger.js';
import { firstRevoked } from './registers/revocations.js';
import type { Holder } from './registers/revocations.js';
import type { Tables } from './tables.js';

/** A ceiling and how much of it is used, in won. */
export interface Fund {
  readonly key: string;
  readonly cap: bigint;
  readonly used: bigint;
}

/** A ceiling that a hold goes under: the lesser of the case's own cap and the books'; without one, the books' alone. */
export interface FundAsked {
  readonly key: string;
  readonly cap?: bigint;
}

/**
 * A hold on money under ceilings that all have to have room; `key` is the payment's. `approvers`: who approved it, in which
 * role, and has to hold it still.
 */
export interface ReservationRequest {
  readonly key: string;
  readonly amount: bigint;
  readonly funds: readonly FundAsked[];
  readonly approvers?: readonly Holder[];
}

/** Held, or the first ceiling that has no room, or an approver whose role was revoked. */
export type Reserved =
  | { readonly isHeld: true }
  | { readonly isHeld: false; readonly fund: Fund }
  | { readonly isHeld: false; readonly revoked: Holder };

/**
 * The key of a year's budget, such as `year/2026/2028`. Tranches of the first version name no year: what they release is
 * held against one budget for all of an edition.
 */
export function yearFund(editionId: string, year?: string): string {
  return year === undefined ? `year/${editionId}` : `year/${editionId}/${year}`;
}

/** The key of a company's ceiling within an edition. */
export function companyFund(editionId: string, companyId: string): string {
  return `company/${editionId}/${companyId}`;
}

/** The key of an agreement's ceiling: what is committed to its project, as the books keep it. */
export function agreementFund(projectId: string): string {
  return `agreement/${projectId}`;
}

/**
 * Holds an amount under every ceiling or under none, once for each key. Funds are locked in the order of their
 * keys, so two reservations wait for each other rather than lock each other out; the table's check holds the
 * ceiling even against a mistake here. Throws for a key that was used otherwise, or given back: a defect.
 */
export async function reserve(ledger: Ledger, request: ReservationRequest): Promise<Reserved> {
  const funds = [...request.funds].sort((a, b) => (a.key < b.key ? -1 : 1));
  const keys = funds.map(({ key }) => key);
  return ledger.db.transaction().execute(async (trx): Promise<Reserved> => {
    // A ceiling that nobody has set leaves no room.
    for (const { key, cap } of funds) await ensureFund(trx, key, cap ?? 0n);
    const locked = await lockFunds(trx, funds);
    if (await isHeldAlready(trx, request, keys)) return { isHeld: true };
    const revoked = await firstRevoked({ db: trx }, request.approvers ?? []);
    if (revoked) return { isHeld: false, revoked };
    const full = locked.find(({ cap, used }) => used + request.amount > cap);
    if (full) return { isHeld: false, fund: full };
    await trx
      .insertInto('reservation')
      .values({ key: request.key, funds: keys, amount: request.amount })
      .execute();
    await trx
      .updateTable('fund')
      .set((eb) => ({ pending: eb('pending', '+', request.amount) }))
      .where('key', 'in', keys)
      .execute();
    return { isHeld: true };
  });
}

/**
 * Gives back what is held for a payment that won't be made; twice is once.
 * Throws for a reservation that was paid, or never made (code RL004): a defect.
 */
export async function releaseReservation(ledger: Ledger, key: string): Promise<void> {
  await ledger.pool.query('select release_reservation($1)', [key]);
}

/** How much of each ceiling is used, pending and posted together; nothing of one that has never been touched. */
export async function usedOf(ledger: Ledger, keys: readonly string[]): Promise<Record<string, bigint>> {
  const rows = await ledger.db.selectFrom('fund').selectAll().where('key', 'in', keys).execute();
  return Object.fromEntries(rows.map(({ key, pending, posted }) => [key, pending + posted]));
}

async function isHeldAlready(
  db: Kysely<Tables>,
  { key, amount }: ReservationRequest,
  funds: readonly string[],
): Promise<boolean> {
  const known = await db.selectFrom('reservation').selectAll().where('key', '=', key).executeTakeFirst();
  if (!known) return false;
  if (known.amount !== amount || known.funds.join() !== funds.join())
    throw new Error(`the reservation ${key} was made for another amount or under other ceilings`);
  if (known.state === 'released') throw new Error(`the reservation ${key} was given back`);
  return true;
}

async function ensureFund(db: Kysely<Tables>, key: string, cap: bigint): Promise<void> {
  await db
    .insertInto('fund')
    .values({ key, cap })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** The funds, locked, each with the lesser of its own ceiling and the one that the case's edition asks for. */
async function lockFunds(trx: Transaction<Tables>, asked: readonly FundAsked[]): Promise<Fund[]> {
  const caps = new Map(asked.map(({ key, cap }) => [key, cap]));
  const rows = await trx
    .selectFrom('fund')
    .selectAll()
    .where('key', 'in', [...caps.keys()])
    .orderBy('key')
    .forUpdate()
    .execute();
  return rows.map(({ key, cap: own, pending, posted }) => {
    const cap = caps.get(key) ?? own;
    return { key, cap: cap < own ? cap : own, used: pending + posted };
  });
}
