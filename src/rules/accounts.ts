import { won, wonText } from './won.js';
import type { WonText } from './won.js';

/** One line of a posting: what one account takes from another, in whole won; balanced by its very shape. */
export interface Line {
  readonly debit: string;
  readonly credit: string;
  readonly amount: WonText;
}

/** A sum on one account. */
export interface Sum {
  readonly account: string;
  readonly amount: WonText;
}

/**
 * Money promised to a firm for its project; `partnerAmount` is the part of `amount` that pays the foreign partner's cost
 * of joint research. Without a partner all of it is the firm's.
 */
export interface Promised {
  readonly editionId: string;
  readonly projectId: string;
  readonly companyId: string;
  readonly partnerId: string | null;
  readonly amount: WonText;
  readonly partnerAmount: WonText;
}

/** The accounts of the program's books by their names (domain.md section 3); those of a project carry its id. */
export const accounts = {
  /** The edition's money: what it promises comes from it, and what comes back goes to it. */
  budget: (editionId: string): string => `year/${editionId}/all`,
  company: (companyId: string, projectId: string): string => `company/${companyId}/${projectId}`,
  partner: (partnerId: string, projectId: string): string => `partner/${partnerId}/${projectId}`,
  /** Released, and not drawn yet. */
  tranche: (trancheId: string): string => `tranche/${trancheId}`,
  drawn: (institution: string, projectId: string): string => `drawn/${institution}/${projectId}`,
  /** The firm's own cash that has come in, and where it came from. */
  cash: (projectId: string): string => `cash/${projectId}`,
  own: (companyId: string, projectId: string): string => `own/${companyId}/${projectId}`,
};

function partsOf({ projectId, companyId, partnerId, amount, partnerAmount }: Promised): Sum[] {
  const partner = partnerId === null ? '0' : partnerAmount;
  const firm = wonText(won(amount) - won(partner));
  return [
    { account: accounts.company(companyId, projectId), amount: firm },
    ...(partnerId === null ? [] : [{ account: accounts.partner(partnerId, projectId), amount: partner }]),
  ];
}

function isSomething({ amount }: Line | Sum): boolean {
  return amount !== '0';
}

/** What an agreement binds: from the edition's money to the firm, and to its partner for its cost. */
export function commitLines(promised: Promised): Line[] {
  const credit = accounts.budget(promised.editionId);
  return partsOf(promised)
    .map(({ account: debit, amount }) => ({ debit, credit, amount }))
    .filter(isSomething);
}

/** What is not bound any more goes back to where it came from. */
export function decommitLines(promised: Promised): Line[] {
  return commitLines(promised).map(reversed);
}

/** What was promised is released: it stands on the tranche's own account until it is drawn. */
export function releaseLines(promised: Promised, trancheId: string): Line[] {
  const debit = accounts.tranche(trancheId);
  return partsOf(promised)
    .map(({ account: credit, amount }) => ({ debit, credit, amount }))
    .filter(isSomething);
}

/** From one promise to another for the same project: only what differs is moved; nothing where nothing does. */
export function changeLines(before: Promised, after: Promised): Line[] {
  const budget = accounts.budget(after.editionId);
  const [old, fresh] = [partsOf(before), partsOf(after)];
  const names = [...new Set([...old, ...fresh].map(({ account }) => account))];
  const on = (sums: readonly Sum[], name: string): bigint =>
    won(sums.find(({ account }) => account === name)?.amount ?? '0');
  return names.flatMap((name) => {
    const more = on(fresh, name) - on(old, name);
    if (more === 0n) return [];
    if (more < 0n) return [{ debit: budget, credit: name, amount: wonText(-more) }];
    return [{ debit: name, credit: budget, amount: wonText(more) }];
  });
}

/** The line that undoes another. */
export function reversed({ debit, credit, amount }: Line): Line {
  return { debit: credit, credit: debit, amount };
}

/**
 * Takes `amount` won for the account `to` out of `sources`, one after the other, where `already` won were taken before;
 * what they don't hold any more comes from `rest`.
 */
export function takenFrom(
  sources: readonly Sum[],
  {
    already,
    amount,
    to,
    rest,
  }: { readonly already: WonText; readonly amount: WonText } & Readonly<Record<'to' | 'rest', string>>,
): Line[] {
  let skip = won(already);
  let left = won(amount);
  const lines = sources.map(({ account, amount: holds }) => {
    const gone = skip < won(holds) ? skip : won(holds);
    skip -= gone;
    const free = won(holds) - gone;
    const taken = free < left ? free : left;
    left -= taken;
    return { debit: to, credit: account, amount: wonText(taken) };
  });
  return [...lines, { debit: to, credit: rest, amount: wonText(left) }].filter(isSomething);
}

/**
 * The part of each tranche that pays the partner's cost, in proportion to the tranches' amounts: together exactly
 * `partnerCost`, and never more than a tranche has.
 */
export function partnerParts(amounts: readonly WonText[], partnerCost: WonText): WonText[] {
  const all = amounts.reduce((sum, amount) => sum + won(amount), 0n);
  if (all === 0n) return amounts.map(() => '0');
  let reached = 0n;
  let given = 0n;
  return amounts.map((amount) => {
    reached += won(amount);
    const boundary = (won(partnerCost) * reached) / all;
    const part = boundary - given;
    given = boundary;
    return wonText(part);
  });
}
