import { repeated, said } from './found.js';
import type { Found } from './found.js';
import type { CurrentEdition } from './types.js';

type Competition = keyof CurrentEdition['evaluation']['criteria'];

function criteriaErrors({ evaluation, ranking }: CurrentEdition, competition: Competition): Found[] {
  const path = `/evaluation/criteria/${competition}`;
  const tieBreaks = `/ranking/tieBreaks/${competition}`;
  const criteria = evaluation.criteria[competition];
  const ids = criteria.map(({ id }) => id);
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return [
    total !== 10_000 &&
      said(path, `배점의 합이 10000이 아니라 ${total}입니다`, `the weights sum to ${total}, not 10000`),
    repeated(path, ids),
    repeated(tieBreaks, ranking.tieBreaks[competition]),
    ...ranking.tieBreaks[competition].map(
      (id, index) =>
        !ids.includes(id) &&
        said(`${tieBreaks}/${index}`, `${id} 평가항목이 없습니다`, `there is no criterion ${id}`),
    ),
  ];
}

function panelErrors({ evaluation, preferences }: CurrentEdition): Found[] {
  const { panelSize, panelMinimum, mostPreferencePoints } = evaluation;
  return [
    panelMinimum > panelSize &&
      said(
        '/evaluation/panelMinimum',
        `평가단 정원(${panelSize}명)보다 많습니다`,
        `it is more than the panel's ${panelSize} members`,
      ),
    ...preferences.map(
      ({ points }, index) =>
        points > mostPreferencePoints &&
        said(
          `/preferences/${index}/points`,
          `우대점수 한도(${mostPreferencePoints}점)를 넘습니다`,
          `it is more than the ${mostPreferencePoints} points that preferences may add`,
        ),
    ),
  ];
}

function checkpointErrors({ clocks }: CurrentEdition): Found[] {
  const [check, roadmap] = [clocks['roadmap-check'].length, clocks.roadmap.length];
  const path = '/clocks/roadmap-check/length';
  return [
    (check.unit !== roadmap.unit || check.count >= roadmap.count) &&
      said(
        path,
        '중간점검은 로드맵 기간과 같은 단위로, 그 기간 안에 있어야 합니다',
        'the check is in the unit of the roadmap window, and falls within it',
      ),
  ];
}

function budgetErrors({ year, money }: CurrentEdition, years: readonly string[]): Found[] {
  const { yearBudget, yearBudgets } = money;
  return [
    ...years.map(
      (needed) =>
        !Object.hasOwn(yearBudgets, needed) &&
        said('/money/yearBudgets', `${needed}년 예산이 없습니다`, `there is no budget for ${needed}`),
    ),
    yearBudgets[String(year)] !== yearBudget &&
      said(
        `/money/yearBudgets/${year}`,
        `해당 연도 예산(yearBudget ${yearBudget}원)과 다릅니다`,
        `it is not the year's own budget of ${yearBudget} won`,
      ),
    ...Object.keys(yearBudgets).map(
      (key) =>
        Number(key) < year &&
        said(`/money/yearBudgets/${key}`, '사업연도보다 이릅니다', "it is before the edition's year"),
    ),
  ];
}

/**
 * What competitions take for granted: weights that make a whole, tie-breaks that are criteria, panels that can decide, a
 * check within its window, and a budget for each of the `years` in which a tranche may fall due.
 */
export function competitionErrors(edition: CurrentEdition, years: readonly string[]): Found[] {
  const competitions = Object.keys(edition.evaluation.criteria) as Competition[];
  return [
    ...competitions.flatMap((competition) => criteriaErrors(edition, competition)),
    ...panelErrors(edition),
    ...checkpointErrors(edition),
    ...budgetErrors(edition, years),
  ];
}
