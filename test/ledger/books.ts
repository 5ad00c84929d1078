import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Actor } from '../../src/charts/kernel/types.js';
import type { LedgerRow, Posting, SubjectIdentity } from '../../src/contract/messages.js';
import { companyFund, yearFund } from '../../src/ledger/funds.js';
import type { Wish } from '../../src/ledger/inbox.js';
import { openLedger } from '../../src/ledger/ledger.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { temporaryDatabase } from '../support/servers.js';

/** Empty books of the running test's own, with their address, closed and dropped when the test is over. */
export async function emptyBooks(): Promise<{ ledger: Ledger; url: string }> {
  const { url, drop } = await temporaryDatabase();
  const ledger = openLedger(url);
  onTestFinished(async () => {
    await ledger.close();
    await drop();
  });
  return { ledger, url };
}

export const OFFICER: Actor = { person: 'officer-1', role: 'officer', org: 'agency' };

export const PROJECT = 'project/2026/structured/0001';

export const TRANCHE = `${PROJECT}/tranche/1`;

export const NOON = '2026-04-06T03:00:00.000Z';

/** Who a subject is, with everything that a test doesn't say. */
export function identityOf(id: string, said: Partial<SubjectIdentity> = {}): SubjectIdentity {
  const isTranche = id.includes('/tranche/');
  return {
    id,
    subject: isTranche ? 'tranche' : 'structuredProject',
    chartId: isTranche ? 'tranche.v1' : 'structured.v1',
    editionId: '2026',
    editionHash: 'hash',
    track: 'structured',
    companyId: 'company-0001',
    partnerId: 'partner-csem',
    parentId: isTranche ? id.replace(/\/tranche\/.*/, '') : null,
    ...said,
  };
}

/** A row as a workflow would write it, with everything that a test doesn't say. */
export function rowOf(id: string, seq: number, said: Partial<LedgerRow> = {}): LedgerRow {
  return {
    identity: identityOf(id),
    seq,
    outcome: 'applied',
    reason: null,
    event: eventOf(),
    from: seq === 1 ? null : 'submitted',
    to: seq === 1 ? 'submitted' : 'screened',
    orders: [],
    postings: [],
    facts: { title: 'x' },
    deadlines: {},
    done: false,
    ...said,
  };
}

/** An officer's note, a command of its own each time. */
export function eventOf(said: Partial<LedgerRow['event']> = {}): LedgerRow['event'] {
  return {
    type: 'NOTE',
    by: OFFICER,
    at: NOON,
    receivedAt: NOON,
    commandId: randomUUID(),
    data: {},
    ...said,
  };
}

/** A tranche's release, paid out of what was reserved under `reservation`. */
export function releaseOf(reservation: string, amount: string, tranche = TRANCHE): Posting {
  const lines = [{ debit: `tranche/${tranche}`, credit: 'company/company-0001', amount }];
  return { kind: 'release', lines, reservation };
}

/** A posting of one line, or of several: each debit, credit and won. */
export function posted(
  kind: Posting['kind'],
  ...lines: readonly (readonly [debit: string, credit: string, amount: string])[]
): Posting {
  return { kind, lines: lines.map(([debit, credit, amount]) => ({ debit, credit, amount })) };
}

/** A person's wish, under a key of its own unless the test gives one. */
export function wishOf(said: Partial<Wish> = {}): Wish {
  return {
    kind: 'decide',
    subjectId: PROJECT,
    type: 'NOTE',
    data: {},
    by: OFFICER,
    key: randomUUID(),
    bodySha256: 'body',
    ...said,
  };
}

/** The ceilings of these books: the year's, and one company's. */
export const YEAR = yearFund('2026');
export const COMPANY = companyFund('2026', 'company-0001');

/** A reservation under both ceilings, each of a hundred won unless the test says otherwise. */
export function held(key: string, amount: bigint, caps: { year?: bigint; company?: bigint } = {}) {
  const funds = [
    { key: YEAR, cap: caps.year ?? 100n },
    { key: COMPANY, cap: caps.company ?? 100n },
  ];
  return { key, amount, funds };
}

/** Every ceiling with what is pending and what is posted under it. */
export async function fundsOf(ledger: Ledger) {
  const rows = await ledger.db.selectFrom('fund').selectAll().orderBy('key').execute();
  return Object.fromEntries(rows.map(({ key, pending, posted }) => [key, { pending, posted }]));
}

/** Both ceilings with the same sums. */
export function both(sums: { pending: bigint; posted: bigint }) {
  return { [YEAR]: sums, [COMPANY]: sums };
}
