import { createHash } from 'node:crypto';
import type { CallContext } from '../charts/call/context.js';
import { plain } from '../charts/plain.js';
import type { ListToMake } from '../contract/http/lists.js';
import { entrantsOf } from '../ledger/entrants.js';
import type { Ledger } from '../ledger/ledger.js';
import { getList } from '../ledger/lists.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import { canonicalJson } from '../program/canonical.js';
import { editionOf } from '../program/load.js';
import type { Words } from '../program/types.js';
import { BeyondLimits, withExceptions } from '../rules/ranking-exceptions.js';
import { rank, rankingTermsOf } from '../rules/ranking.js';
import type { Entrant, RankException, Ranking, RankingTerms } from '../rules/ranking.js';
import { entrantOf } from './entrants.js';
import { Refused, atTheDoor } from './refused.js';
import { termsFor } from './stage.js';

/** What a list is made from: who competes with what, and what it is ranked by. Equal in, equal out. */
export interface Basis {
  readonly terms: RankingTerms;
  readonly entrants: readonly Entrant[];
}

/** A ranked list as it is kept: all that it was made from and what it came to, so that anybody can derive it again. */
export interface RankedList extends Basis, Ranking {
  readonly callId: string;
  readonly exceptions: readonly RankException[];
  readonly basedOn: string | null;
}

/** What a call's chart knows. */
export function callFacts(call: SubjectView): CallContext {
  return call.facts as unknown as CallContext;
}

/** What a list of this call would be made from now. */
export async function basisOf(ledger: Ledger, call: SubjectView): Promise<Basis> {
  const { editionId, editionHash, track } = call.identity;
  const { competition, capacity, budget } = callFacts(call);
  const terms = termsFor(editionId, track, editionHash);
  const names = criteriaNames(call);
  const entrants = await entrantsOf(ledger, call.identity.id, competition);
  return {
    terms: rankingTermsOf(terms, competition, { capacity, budget }, names),
    entrants: entrants.map((each) => entrantOf(each, terms)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/**
 * The list that this basis gives, with the exceptions that the committee makes to the one named by `basedOn`.
 * Throws Refused: where exceptions pass a limit, with each limit; where `basedOn` is no list of this call.
 */
export async function listFrom(
  ledger: Ledger,
  callId: string,
  { terms, entrants }: Basis,
  { exceptions = [], basedOn }: Partial<ListToMake>,
): Promise<RankedList> {
  if (basedOn !== undefined && (await getList(ledger, basedOn))?.callId !== callId)
    throw new Refused(atTheDoor('listUnknown', { listSha256: basedOn }));
  const ranking = excepted(rank(entrants, terms), exceptions as readonly RankException[], terms);
  return {
    ...{ callId, terms, entrants, exceptions: exceptions as readonly RankException[] },
    ...{ ...ranking, basedOn: basedOn ?? null },
  };
}

/** SHA-256 (hex) of a list's canonical JSON: its name. */
export function nameOf(list: RankedList): string {
  return createHash('sha256').update(canonicalJson(list)).digest('hex');
}

/** Whether the books would still give a list the same basis. */
export function isSameBasis(one: Basis, other: Basis): boolean {
  const text = ({ terms, entrants }: Basis): string => canonicalJson({ terms, entrants });
  return text(one) === text(other);
}

function excepted(ranking: Ranking, exceptions: readonly RankException[], terms: RankingTerms): Ranking {
  if (exceptions.length === 0) return ranking;
  try {
    return withExceptions(ranking, exceptions, terms);
  } catch (error) {
    if (!(error instanceof BeyondLimits)) throw error;
    const blockedBy = error.verdicts.map(({ code, evidence }) => ({ code, evidence: plain(evidence) }));
    throw new Refused({ code: blockedBy[0]?.code ?? 'isOnList', blockedBy, errors: [] });
  }
}

/** What the criteria of a call's competition are called, by their ids. */
function criteriaNames(call: SubjectView): Readonly<Record<string, Words>> {
  const { editionId, editionHash, track } = call.identity;
  const { criteria } = editionOf(editionId, editionHash).evaluation ?? {};
  const scored =
    callFacts(call).competition === 'roadmap' ? 'roadmap' : (track as keyof NonNullable<typeof criteria>);
  return Object.fromEntries((criteria?.[scored] ?? []).map(({ id, name }) => [id, name]));
}
