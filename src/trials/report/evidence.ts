import { readFile } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { trialBalance } from '../../ledger/reads/trial-balance.js';
import { paymentEntry } from '../../sandbox/payments.js';
import type { Payment } from '../../sandbox/payments.js';
import type { House } from '../house/house.js';

/**
 * A tranche at the end: `amount` as agreed, `postings` how many releases stand in the books and `posted` their won, `notices` how often
 * its firm was told of the payment, `known` its state as its project knows it, `heldAt` when the money that it was paid from was
 * held, `people` who claimed and who approved last; `revokedAt` the first instant from which one of the approvers had no role.
 */
export interface TrancheAtEnd {
  readonly id: string;
  readonly company: string;
  readonly state: string;
  readonly amount: bigint;
  readonly postings: number;
  readonly posted: bigint;
  readonly notices: number;
  readonly known: string | null;
  readonly heldAt: string | null;
  readonly claimedBy: string | null;
  readonly firstBy: string | null;
  readonly secondBy: string | null;
  readonly revokedAt: string | null;
}

/** How full a ceiling is, in won. */
export interface FundAtEnd {
  readonly key: string;
  readonly cap: bigint;
  readonly pending: bigint;
  readonly posted: bigint;
}

/** What the books, the portal's own file and Temporal say once everything is over. */
export interface Evidence {
  readonly tranches: readonly TrancheAtEnd[];
  readonly payments: readonly Payment[];
  readonly funds: readonly FundAtEnd[];
  readonly balance: { readonly debit: bigint; readonly credit: bigint };
  readonly undelivered: number;
  readonly failedWorkflows: number;
}

/** Reads all of it; the portal's file from the disk, as an auditor would. */
export async function evidenceOf({ ledger, portalFile, temporal }: House): Promise<Evidence> {
  const read = async <Row extends object>(text: string): Promise<Row[]> =>
    (await ledger.pool.query<Row>(text)).rows;
  const [tranches, funds, [inbox], balance, payments, failedWorkflows] = await Promise.all([
    read<TrancheAtEnd>(TRANCHES),
    read<FundAtEnd>('select key, cap, pending, posted from fund order by key'),
    read<{ count: number }>(`select count(*)::integer as count from command_inbox where state = 'received'`),
    trialBalance(ledger),
    paymentsIn(portalFile),
    failedIn(temporal),
  ]);
  return { tranches, funds, balance, payments, failedWorkflows, undelivered: inbox?.count ?? 0 };
}

/** The payments in the portal's own file, each line that is one: twice the same would be two. */
async function paymentsIn(file: string): Promise<Payment[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
  const entries = lines.map((line) => JSON.parse(line) as object);
  return entries.filter((entry) => !('kind' in entry)).map((entry) => paymentEntry.parse(entry));
}

async function failedIn({ address, namespace }: House['temporal']): Promise<number> {
  const connection = await Connection.connect({ address });
  try {
    const { count } = await new Client({ connection, namespace }).workflow.count(
      `ExecutionStatus = 'Failed' or ExecutionStatus = 'TimedOut' or ExecutionStatus = 'Terminated'`,
    );
    return count;
  } finally {
    await connection.close();
  }
}

const lastBy = (event: string): string =>
  `(select r.person from ledger_row r where r.subject_id = s.id and r.event_type = '${event}' and r.outcome = 'applied'
     order by r.seq desc limit 1)`;

const TRANCHES = `with t as (
    select s.id, s.company_id, s.parent_id, s.state, (s.facts ->> 'amount')::bigint as amount,
      ${lastBy('CLAIM')} as "claimedBy", ${lastBy('APPROVE_FIRST')} as "firstBy",
      ${lastBy('APPROVE_SECOND')} as "secondBy"
    from subject s where s.subject = 'tranche'
  ), paid as (
    select e.account, count(distinct e.posting)::integer as postings, sum(e.debit)::bigint as posted, max(r.made_at) as held_at
    from entry e join posting p on p.id = e.posting join reservation r on r.key = p.reservation
    where e.kind = 'release' and e.debit > 0 group by e.account
  )
  select t.id, t.company_id as company, t.state, t.amount, t."claimedBy", t."firstBy", t."secondBy",
    coalesce(paid.postings, 0) as postings, coalesce(paid.posted, 0)::bigint as posted, paid.held_at as "heldAt",
    (select count(*)::integer from notice n where n.subject_id = t.id and n.notice = 'trancheReleased') as notices,
    (select one ->> 'state' from subject p, jsonb_array_elements(p.facts -> 'tranches') one
      where p.id = t.parent_id and one ->> 'no' = split_part(t.id, '/tranche/', 2)) as known,
    (select min(v.from_at) from role_revocation v
      where v.person in (t."firstBy", t."secondBy")) as "revokedAt"
  from t left join paid on paid.account = 'tranche/' || t.id order by t.id`;
