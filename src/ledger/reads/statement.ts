import type { Ledger } from '../ledger.js';

/** An account's two sides in won. */
export interface AccountSums {
  readonly account: string;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** Every account's sums, narrowed to one edition or one project's rows where asked; the two sides balance in all. */
export async function statement(
  ledger: Ledger,
  filter: { readonly editionId?: string | undefined; readonly projectId?: string | undefined } = {},
): Promise<AccountSums[]> {
  const { rows } = await ledger.pool.query<AccountSums>(
    `with moved as (
       select p.debit, p.credit, p.amount from posting p
         join ledger_row l on l.position = p.position join subject s on s.id = l.subject_id
        where ($1::text is null or s.edition_id = $1) and ($2::text is null or s.id = $2 or s.parent_id = $2)),
     sides as (
       select debit as account, amount as debit, 0::bigint as credit from moved
       union all select credit, 0::bigint, amount from moved)
     select account, sum(debit)::bigint as debit, sum(credit)::bigint as credit from sides group by account order by account`,
    [filter.editionId ?? null, filter.projectId ?? null],
  );
  return rows;
}
