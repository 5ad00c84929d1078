import type { Cast } from './cast.js';
import type { Ended } from './record.js';
import type { Script } from './script.js';
import { movedIn } from './sums.js';
import type { Line, Moved } from './sums.js';

/** Both sides of a project's accounts, in whole won as digits. */
interface Balance {
  readonly debit: string;
  readonly credit: string;
}

/** Holds how a project ended, and what the books say that it moved, against what its script promises. */
export async function shortfalls(
  cast: Cast,
  script: Script,
  ended: Ended,
): Promise<{ readonly moved: Moved; readonly differences: readonly string[] }> {
  const finance = await cast.player('finance');
  const [{ items }, balance] = await Promise.all([
    finance.client.get<{ items: Line[] }>('/v1/statements', { project: ended.id, by: 'project' }),
    finance.client.get<Balance>('/v1/trial-balance', { project: ended.id }),
  ]);
  const moved = movedIn(items);
  return {
    moved,
    differences: [...lifeDifferences(script, ended), ...moneyDifferences(script, moved, balance)],
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

function moneyDifferences({ name, ends }: Script, moved: Moved, { debit, credit }: Balance): string[] {
  return [
    differs(`${name}: the books say released`, String(moved.released), ends.released),
    differs(`${name}: the books say returned`, String(moved.returned), ends.returned),
    differs(`${name}: the books' debits`, debit, credit),
  ].flat();
}

function differs(what: string, is: string, promised: string): string[] {
  return is === promised ? [] : [`${what} ${is || 'nothing'}, not ${promised || 'nothing'}`];
}
