import type { Terms, TermsChange, Words } from '../program/types.js';
import type { Verdict } from './verdict.js';
import { won } from './won.js';
import type { WonText } from './won.js';

/** What the edition says of changes of agreement. */
export type ChangeTerms = Pick<Terms, 'changes' | 'editionId'>;

/**
 * A change of agreement as far as its importance hangs on it. `amount`, `from`, `to`: whole won; `exchangeRateOnly`: the
 * cost of international joint research changed with the exchange rate alone.
 */
export interface AskedChange {
  readonly kind: string;
  readonly amount?: WonText;
  readonly from?: WonText;
  readonly to?: WonText;
  readonly exchangeRateOnly?: boolean;
}

/** `important` needs approval before the fact, by whom the edition says; `minor` is registered only. */
export interface Classified {
  readonly importance: 'important' | 'minor';
  readonly decidedBy: 'officer' | 'committee' | null;
  readonly why: Words;
}

type Lists = NonNullable<Terms['changes']>;

function listsOf({ changes, editionId }: ChangeTerms): Lists {
  if (changes === undefined) throw new Error(`${editionId} doesn't say which changes are important`);
  return changes;
}

function amountOf(change: AskedChange, name: 'amount' | 'from' | 'to'): bigint {
  const amount = change[name];
  if (amount === undefined) throw new Error(`A change of ${change.kind} names its ${name}`);
  return won(amount);
}

const ALL_BASIS_POINTS = 10_000n;

interface Limit {
  readonly isReached: boolean;
  readonly why: Words;
}

function amountLimit(change: AskedChange, { equipmentFrom }: Lists): Limit {
  const amount = amountOf(change, 'amount');
  return {
    isReached: amount >= won(equipmentFrom),
    why: {
      ko: `금액 ${amount}원, 승인 대상은 ${equipmentFrom}원 이상`,
      en: `the amount is ${amount} won; approval is needed from ${equipmentFrom} won`,
    },
  };
}

function riseLimit(change: AskedChange, { commissionedUp }: Lists): Limit {
  const [from, to] = [amountOf(change, 'from'), amountOf(change, 'to')];
  return {
    isReached: to > from && (to - from) * ALL_BASIS_POINTS >= from * BigInt(commissionedUp),
    why: {
      ko: `${from}원에서 ${to}원으로 변경, 승인 대상은 ${commissionedUp / 100}% 이상 증액`,
      en: `from ${from} to ${to} won; approval is needed for a rise of ${commissionedUp / 100}% or more`,
    },
  };
}

function exchangeLimit({ exchangeRateOnly = false }: AskedChange): Limit {
  return exchangeRateOnly
    ? { isReached: false, why: { ko: '환율 변동만에 따른 변경', en: 'the exchange rate alone changed it' } }
    : { isReached: true, why: { ko: '환율 변동 외의 변경', en: 'more than the exchange rate changed it' } };
}

function limitOf(change: AskedChange, { onlyIf }: TermsChange, lists: Lists): Limit {
  switch (onlyIf) {
    case 'amount':
      return amountLimit(change, lists);
    case 'rise':
      return riseLimit(change, lists);
    case 'beyond-exchange-rate':
      return exchangeLimit(change);
    case undefined:
      return {
        isReached: true,
        why: { ko: '언제나 사전 승인 대상', en: 'it always needs approval before the fact' },
      };
  }
}

/** Whether the edition lists a kind of change at all. */
export function changeKindVerdict(kind: string, terms: ChangeTerms): Verdict<'isChangeListed'> {
  const { important, minor } = listsOf(terms);
  const known = [...important.map(({ id }) => id), ...minor];
  return { code: 'isChangeListed', ok: known.includes(kind), evidence: { kind, listed: known.join(', ') } };
}

/**
 * Whether a change of agreement needs approval before the fact or is registered only, and why (domain.md section 2).
 * Throws a plain Error for a kind that isn't listed (`changeKindVerdict` says so first), or without an amount that it needs.
 */
export function classify(change: AskedChange, terms: ChangeTerms): Classified {
  const lists = listsOf(terms);
  const listed = lists.important.find(({ id }) => id === change.kind);
  if (listed !== undefined) {
    const { isReached, why } = limitOf(change, listed, lists);
    if (isReached) return { importance: 'important', decidedBy: listed.decidedBy, why };
    return { importance: 'minor', decidedBy: null, why };
  }
  if (!lists.minor.includes(change.kind)) throw new Error(`${change.kind} is no change that is listed`);
  const why = { ko: '등록만으로 충분한 변경', en: 'registering it is enough' };
  return { importance: 'minor', decidedBy: null, why };
}
