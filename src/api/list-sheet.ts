import type { Sheet } from '../files/write.js';
import type { Place } from '../rules/ranking.js';
import type { RankedList } from './ranked-lists.js';

const OUTCOMES: Readonly<Record<Place['outcome'], string>> = {
  selected: '선정 Selected',
  reserve: '예비 Reserve',
  rejected: '미선정 Not selected',
};

const HEADER = [
  '순위 Rank',
  '과제 Project',
  '기업 Company',
  '기술제안 Proposal',
  '평가점수 Score',
  '우대점수 Preference',
  '총점 Total',
  '결과 Outcome',
  '예비순위 Reserve rank',
  '지원금(원) Grant (KRW)',
  '1단계 연구비(원) First tranche (KRW)',
  '사유 Ground',
];

/** A ranked list as a table: a line for each project, in the order of their ranks. */
export function listSheet({ callId, places }: RankedList): Sheet {
  return { name: callId.replaceAll('/', '-'), header: HEADER, rows: places.map(rowOf) };
}

function rowOf(place: Place): string[] {
  const { rank, id, companyId, proposalId, score, preferencePoints, total } = place;
  const { outcome, reserveRank, grant, firstTranche, ground } = place;
  return [
    ...[String(rank), id, companyId, proposalId ?? '', points(score), String(preferencePoints)],
    ...[points(total), OUTCOMES[outcome], reserveRank === null ? '' : String(reserveRank)],
    ...[grant, firstTranche, ground ?? ''],
  ];
}

function points(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}
