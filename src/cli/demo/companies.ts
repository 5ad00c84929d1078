import { EXIT, Failure } from '../failure.js';
import type { Cast } from './cast.js';

interface Statement {
  readonly items: readonly { readonly group: string; readonly committed: string }[];
}

/**
 * Applicants of different companies, those first to whom the least money is bound: each demonstration leaves
 * sums behind, and a company has a ceiling. Throws a Failure where the sign-in has too few.
 */
export async function companiesWithRoom(cast: Cast, edition: string, count: number): Promise<string[]> {
  const [applicants, finance] = await Promise.all([cast.everybody('applicant'), cast.player('finance')]);
  const query = { edition, by: 'company' };
  const { items } = await finance.client.get<Statement>('/v1/statements', query);
  const movedBy = (org: string): bigint => BigInt(items.find(({ group }) => group === org)?.committed ?? '0');
  const ranked = applicants
    .map(({ id, org }) => ({ id, moved: movedBy(org) }))
    .sort((a, b) => (a.moved === b.moved ? a.id.localeCompare(b.id) : a.moved < b.moved ? -1 : 1));
  if (ranked.length >= count) return ranked.slice(0, count).map(({ id }) => id);
  throw new Failure(EXIT.failed, {
    ko: `시연에는 신청기업 ${count}곳이 필요하지만 로그인에는 ${ranked.length}곳뿐입니다.`,
    en: `The demonstration needs ${count} companies, and the sign-in has ${ranked.length}.`,
  });
}
