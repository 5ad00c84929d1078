import type { Ledger } from '../ledger.js';

/** What an account is for; `bank` is where the first charts paid from. */
export type AccountKind = 'budget' | 'company' | 'partner' | 'tranche' | 'drawn' | 'cash' | 'own' | 'bank';

/** An account's two sides in whole won, and what they differ by (debit less credit). */
export interface BalanceLine {
  readonly account: string;
  readonly kind: AccountKind;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly balance: bigint;
}

/** The books as they balance: every account that was ever touched, and both sides in all. */
export interface TrialBalance {
  readonly accounts: readonly BalanceLine[];
  readonly debit: bigint;
  readonly credit: bigint;
  readonly isBalanced: boolean;
}

/** What a trial balance is narrowed to; everything that is left out is in. */
export interface BalanceFilter {
  readonly editionId?: string | undefined;
  readonly companyId?: string | undefined;
  readonly projectId?: string | undefined;
}

/** The trial balance of an edition, a company or a project, accounts in the order of their names. */
export async function trialBalance(ledger: Ledger, filter: BalanceFilter = {}): Promise<TrialBalance> {
  const { rows: accounts } = await ledger.pool.query<BalanceLine>(
    `select account, account_kind(account) as kind, sum(debit)::bigint as debit, sum(credit)::bigint as credit,
        sum(debit - credit)::bigint as balance
      from entry where ($1::text is null or edition_id = $1) and ($2::text is null or company_id = $2)
        and ($3::text is null or project_id = $3)
      group by account order by account`,
    [filter.editionId ?? null, filter.companyId ?? null, filter.projectId ?? null],
  );
  const total = (side: 'debit' | 'credit') => accounts.reduce((sum, account) => sum + account[side], 0n);
  const [debit, credit] = [total('debit'), total('credit')];
  return { accounts, debit, credit, isBalanced: debit === credit };
}
