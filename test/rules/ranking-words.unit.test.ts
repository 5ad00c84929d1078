import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEdition } from '../../src/program/load.js';
import { rank } from '../../src/rules/ranking.js';
import type { Entrant, RankingTerms } from '../../src/rules/ranking.js';
import { cohorts, entrant, rules, three } from './rank-scene.js';

const names = Object.fromEntries(
  loadEdition('2026').evaluation.criteria.autonomous.map(({ id, name }) => [id, name]),
);

function told(entrants: readonly Entrant[], number: number, over: Partial<RankingTerms> = {}) {
  const place = rank(entrants, { ...three, names, ...over }).places.find((one) => one.number === number);
  return { ko: place?.derivation.map(({ ko }) => ko), en: place?.derivation.map(({ en }) => en) };
}

describe('A derivation tells a firm its rank, step by step', () => {
  it('of a selected project with preferences', () => {
    const { ko, en } = told([entrant(1, 83.25, { preferencePoints: 3 }), entrant(2, 70)], 1);
    expect(ko).toEqual([
      '평가점수 83.25점에 우대점수 3점을 더한 총점은 86.25점입니다.',
      '평가를 받은 2개 과제 가운데 1위입니다.',
      '선정 예정 과제 수 3개 안에 들고 1단계 연구비 280,000,000원이 예산 안에 있어 선정되었습니다.',
    ]);
    expect(en).toEqual([
      'The evaluation gave 83.25 points and preferences add 3: 86.25 in all.',
      'That is rank 1 of the 2 projects evaluated.',
      'Selected: it is within the 3 places, and its first tranche of 280,000,000 won within the budget.',
    ]);
  });

  it('of a project on the reserve that lost a tie', () => {
    const criteria = { technology: 6900, partnership: 7000, capability: 7000, market: 7000 };
    const all = [1, 2, 3].map((n) => entrant(n, 70));
    const { ko, en } = told([...all, entrant(4, 70, { criteria })], 4);
    expect(ko).toEqual([
      '평가점수는 70점입니다.',
      '평가를 받은 4개 과제 가운데 4위입니다.',
      '총점이 같은 과제와는 ‘기술성·혁신성’ 점수로 순위를 정하였습니다.',
      '선정 예정 과제 수 3개가 앞선 순위에서 모두 찼습니다.',
      '예비순위 1번입니다.',
    ]);
    expect(en?.[2]).toBe(
      'Against a project with the same total, the criterion “Technology and novelty” decided.',
    );
  });

  it('of a project with equal scores throughout that applied later', () => {
    expect(told([entrant(1, 70), entrant(2, 70)], 2).ko).toContain(
      '점수가 모두 같은 과제와는 접수번호가 빠른 순으로 순위를 정하였습니다.',
    );
  });

  it('of a call without a budget says nothing of money', () => {
    expect(told([entrant(1, 70)], 1, { budget: null }).ko?.at(-1)).toBe(
      '선정 예정 과제 수 3개 안에 들어 선정되었습니다.',
    );
  });

  it.each<[string, readonly Entrant[], string, string]>([
    [
      'below the threshold',
      [entrant(1, 59.99)],
      '우대점수를 뺀 평가점수가 기준점수 60점에 미치지 못합니다.',
      'Without preferences the score is below the threshold of 60 points.',
    ],
    [
      'beside a better one of the same firm',
      [entrant(1, 70, { companyId: 'x' }), entrant(2, 80, { companyId: 'x' })],
      '한 기업에서는 과제를 1개까지 선정하며, 순위가 앞선 귀사의 다른 과제가 있습니다.',
      "At most 1 of a firm's projects can be selected, and your firm has one that ranks higher.",
    ],
    [
      'for which the money does not reach',
      [entrant(1, 70, { firstTranche: '900000000' })],
      '남은 예산이 1단계 연구비 900,000,000원에 미치지 못합니다.',
      'The budget that is left does not reach the first tranche of 900,000,000 won.',
    ],
    [
      'whose selection was notified before',
      [entrant(1, 70, { isPromised: true })],
      '이미 선정이 통보된 과제이므로 선정이 그대로 유지됩니다.',
      'Its selection was notified before, and stands.',
    ],
    [
      'whose agreement was concluded before',
      [entrant(1, 70, { isAgreed: true, isPromised: true })],
      '이미 협약이 체결된 과제이므로 선정이 그대로 유지됩니다.',
      'Its agreement was concluded before, and its selection stands.',
    ],
    [
      'with more preferences than count',
      [entrant(1, 70, { preferencePoints: 8 })],
      '평가점수 70점에 우대점수 5점(최대 한도)을 더한 총점은 75점입니다.',
      'The evaluation gave 70 points and preferences add 5 (the most they may): 75 in all.',
    ],
  ])('of a project %s', (_, entrants, ko, en) => {
    const words = told(entrants, 1);
    expect(words.ko).toContain(ko);
    expect(words.en).toContain(en);
  });
});

describe('Whatever is derived', () => {
  it("names no other project, nor another firm's score or money", () => {
    fc.assert(
      fc.property(cohorts, rules, (cohort, terms) => {
        for (const place of rank(cohort, terms).places) {
          const text = JSON.stringify(place.derivation);
          expect(text).not.toMatch(/project-\d|company-\d|proposal-\d/);
          const own = [place.score, place.total].map((hundredths) => String(hundredths / 100));
          const figures = [...text.matchAll(/(\d+\.\d+)/g)].map(([, figure]) => figure);
          for (const figure of figures) expect(own).toContain(figure);
        }
      }),
    );
  });
});
