import type { Words } from '../program/types.js';
import { BY_NUMBER } from './ranking-order.js';
import type { Place, RankGround, RankingTerms } from './ranking-types.js';
import type { WonText } from './won.js';

/** A place before it is put into words. */
export type Bare = Omit<Place, 'derivation'>;

const points = (hundredths: number): string => String(hundredths / 100);
const grouped = (won: WonText): string => won.replace(/\B(?=(\d{3})+$)/g, ',');

function scoreWords(place: Bare, { mostPreferencePoints }: RankingTerms): Words {
  const [score, total] = [points(place.score), points(place.total)];
  const added = Math.min(place.preferencePoints, mostPreferencePoints);
  if (added === 0) return { ko: `평가점수는 ${score}점입니다.`, en: `The evaluation gave ${score} points.` };
  const isCapped = place.preferencePoints > mostPreferencePoints;
  return {
    ko: `평가점수 ${score}점에 우대점수 ${added}점${isCapped ? '(최대 한도)' : ''}을 더한 총점은 ${total}점입니다.`,
    en: `The evaluation gave ${score} points and preferences add ${added}${isCapped ? ' (the most they may)' : ''}: ${total} in all.`,
  };
}

function rankWords({ rank }: Bare, among: number): Words {
  return {
    ko: `평가를 받은 ${among}개 과제 가운데 ${rank}위입니다.`,
    en: `That is rank ${rank} of the ${among} projects evaluated.`,
  };
}

function tieWords({ tieBrokenBy }: Bare, { names }: RankingTerms): Words[] {
  if (tieBrokenBy === null) return [];
  if (tieBrokenBy === BY_NUMBER)
    return [
      {
        ko: '점수가 모두 같은 과제와는 접수번호가 빠른 순으로 순위를 정하였습니다.',
        en: 'Against a project with equal scores throughout, the earlier application number decided.',
      },
    ];
  const name = names?.[tieBrokenBy] ?? { ko: tieBrokenBy, en: tieBrokenBy };
  return [
    {
      ko: `총점이 같은 과제와는 ‘${name.ko}’ 점수로 순위를 정하였습니다.`,
      en: `Against a project with the same total, the criterion “${name.en}” decided.`,
    },
  ];
}

const WHY: Readonly<Record<RankGround, (place: Bare, terms: RankingTerms) => Words>> = {
  'below-threshold': (_, { threshold }) => ({
    ko: `우대점수를 뺀 평가점수가 기준점수 ${threshold}점에 미치지 못합니다.`,
    en: `Without preferences the score is below the threshold of ${threshold} points.`,
  }),
  'same-firm': (_, { mostPerFirm }) => ({
    ko: `한 기업에서는 과제를 ${mostPerFirm}개까지 선정하며, 순위가 앞선 귀사의 다른 과제가 있습니다.`,
    en: `At most ${mostPerFirm} of a firm's projects can be selected, and your firm has one that ranks higher.`,
  }),
  'same-proposal': (_, { mostPerProposal }) => ({
    ko: `하나의 기술제안에는 과제를 ${mostPerProposal}개까지 선정하며, 앞선 순위에서 그 수가 찼습니다.`,
    en: `At most ${mostPerProposal} projects can be selected for one proposal, and higher ranks have filled them.`,
  }),
  'beyond-capacity': (_, { capacity }) => ({
    ko: `선정 예정 과제 수 ${capacity}개가 앞선 순위에서 모두 찼습니다.`,
    en: `The ${capacity} places were filled by higher ranks.`,
  }),
  'beyond-budget': ({ firstTranche }) => ({
    ko: `남은 예산이 1단계 연구비 ${grouped(firstTranche)}원에 미치지 못합니다.`,
    en: `The budget that is left does not reach the first tranche of ${grouped(firstTranche)} won.`,
  }),
};

function whyWords(place: Bare, terms: RankingTerms): Words[] {
  const { ground, isException } = place;
  if (ground === null) return [];
  if (isException)
    return [
      {
        ko: `심의위원회가 이 과제를 따로 심의하여 결정하였습니다. 사유: ${ground}`,
        en: `The committee decided on this project by exception: ${ground}`,
      },
    ];
  return [WHY[ground as RankGround](place, terms)];
}

const PROMISED: Words = {
  ko: '이미 선정이 통보된 과제이므로 선정이 그대로 유지됩니다.',
  en: 'Its selection was notified before, and stands.',
};
const AGREED: Words = {
  ko: '이미 협약이 체결된 과제이므로 선정이 그대로 유지됩니다.',
  en: 'Its agreement was concluded before, and its selection stands.',
};

function selectedWords({ firstTranche }: Bare, { capacity, budget }: RankingTerms): Words {
  if (budget === null)
    return {
      ko: `선정 예정 과제 수 ${capacity}개 안에 들어 선정되었습니다.`,
      en: `Selected: it is within the ${capacity} places.`,
    };
  return {
    ko: `선정 예정 과제 수 ${capacity}개 안에 들고 1단계 연구비 ${grouped(firstTranche)}원이 예산 안에 있어 선정되었습니다.`,
    en: `Selected: it is within the ${capacity} places, and its first tranche of ${grouped(firstTranche)} won within the budget.`,
  };
}

function outcomeWords(place: Bare, terms: RankingTerms): Words {
  const { outcome, reserveRank } = place;
  if (place.isAgreed) return AGREED;
  if (place.isPromised) return PROMISED;
  if (outcome === 'selected') return selectedWords(place, terms);
  if (outcome === 'rejected') return { ko: '선정되지 않았습니다.', en: 'It was not selected.' };
  // What an upheld objection puts before the first of the list has the number 0.
  if (reserveRank === 0)
    return { ko: '예비순위 명단의 맨 앞에 올랐습니다.', en: 'It heads the reserve list.' };
  return { ko: `예비순위 ${reserveRank}번입니다.`, en: `It is number ${reserveRank} of the reserve list.` };
}

/** How a project came to stand where it does, step by step, with nothing of another's; `among`: projects evaluated. */
export function derivationOf(place: Bare, among: number, terms: RankingTerms): Words[] {
  return [
    scoreWords(place, terms),
    rankWords(place, among),
    ...tieWords(place, terms),
    ...whyWords(place, terms),
    outcomeWords(place, terms),
  ];
}
