import type { Cast } from './cast.js';
import type { Ended } from './record.js';
import type { Script } from './script.js';
import { movedIn } from './sums.js';
import type { Account, Moved } from './sums.js';

/** Holds how a project ended, and what the books say that it moved, against what its script promises. */
export async function shortfalls(
  cast: Cast,
  script: Script,
  ended: Ended,
): Promise<{ readonly moved: Moved; readonly differences: readonly string[] }> {
  const finance = await cast.player('finance');
  const { accounts } = await finance.client.get<{ accounts: Account[] }>('/v1/statement', {
    project: ended.id,
  });
  const moved = movedIn(accounts);
  return {
    moved,
    differences: [...lifeDifferences(script, ended), ...moneyDifferences(script, moved, accounts)],
  };
}

function lifeDifferences({ ends }: Script, { id, state, tranches, released }: Ended): string[] {
  const states = tranches.map((tranche) => tranche.state).join(', ');
  return [
    differs(`${id} ended as`, state, ends.state),
    differs(`the tranches of ${id} ended as`, states, ends.tranches.join(', ')),
    differs(`${id} was released`, released, ends.released),
  ].flat();
}

function moneyDifferences({ name, ends }: Script, moved: Moved, accounts: readonly Account[]): string[] {
  const total = (side: 'debit' | 'credit'): bigint =>
    accounts.reduce((sum, account) => sum + BigInt(account[side]), 0n);
  return [
    differs(`${name}: the books say released`, String(moved.released), ends.released),
    differs(`${name}: the books say returned`, String(moved.returned), ends.returned),
    differs(`${name}: the books' debits`, String(total('debit')), String(total('credit'))),
  ].flat();
}

function differs(what: string, is: string, promised: string): string[] {
  return is === promised ? [] : [`${what} ${is || 'nothing'}, not ${promised || 'nothing'}`];
}
