import { accounts } from '../../rules/accounts.js';
import type { Sum } from '../../rules/accounts.js';
import { sumWon, won, wonText } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import type { ProjectContextV2 } from './context.js';

function less(amount: WonText, ...others: readonly WonText[]): WonText {
  const left = won(amount) - won(sumWon(others));
  return wonText(left > 0n ? left : 0n);
}

function sumOf<Item extends { readonly amount: WonText }>(items: readonly Item[]): WonText {
  return sumWon(items.map(({ amount }) => amount));
}

/** What recoveries that were begun before take off an account. */
function promisedBack({ recoveries }: ProjectContextV2, account: string): WonText {
  return sumOf(recoveries.flatMap(({ sources }) => sources).filter((one) => one.account === account));
}

function trancheAccount({ subjectId }: ProjectContextV2, no: number): string {
  return accounts.tranche(`${subjectId}/tranche/${no}`);
}

/** What a tranche still holds in won: released, not drawn, and not to go back. */
export function undrawnOf(context: ProjectContextV2, no: number): WonText {
  const released = context.tranches.find((one) => one.no === no)?.released ?? '0';
  const drawn = sumOf(context.draws.filter(({ tranche }) => tranche === no));
  return less(released, drawn, promisedBack(context, trancheAccount(context, no)));
}

function drawnSums(context: ProjectContextV2, tranches: readonly number[]): Sum[] {
  const { draws, subjectId } = context;
  const institutions = [...new Set(draws.map(({ institution }) => institution))];
  return institutions.map((institution) => {
    const account = accounts.drawn(institution, subjectId);
    const own = draws.filter((draw) => draw.institution === institution);
    const left = less(sumOf(own), promisedBack(context, account));
    const here = sumOf(own.filter(({ tranche }) => tranches.includes(tranche)));
    return { account, amount: won(here) < won(left) ? here : left };
  });
}

/**
 * The accounts off which `amount` won of these tranches come back, in their order: what was not drawn first, then what the
 * institutions drew. Together at most the amount; what is missing is the firm's own.
 */
export function sourcesOf(context: ProjectContextV2, tranches: readonly number[], amount: WonText): Sum[] {
  const undrawn = tranches.map((no) => ({
    account: trancheAccount(context, no),
    amount: undrawnOf(context, no),
  }));
  let left = won(amount);
  return [...undrawn, ...drawnSums(context, tranches)].flatMap(({ account, amount: holds }) => {
    const taken = won(holds) < left ? won(holds) : left;
    left -= taken;
    return taken === 0n ? [] : [{ account, amount: wonText(taken) }];
  });
}
