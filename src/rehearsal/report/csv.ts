import { csvOf } from '../play/csv.js';
import type { Outcome } from './outcomes.js';

const COLUMNS: readonly (readonly [header: string, of: (outcome: Outcome) => string])[] = [
  ['신청 / application', ({ key }) => key],
  ['유형 / track', ({ track }) => track],
  ['기업 / company', ({ company }) => company],
  ['기업명 / name', ({ name }) => name],
  ['접수 경로 / arrival', ({ arrival }) => arrival],
  ['결격 사유 / flaw', ({ flaw }) => flaw ?? ''],
  ['최종 상태 / state', ({ state }) => state],
  ['평점 / score', ({ score }) => (score === null ? '' : String(score))],
  ['순위 / rank', ({ rank }) => (rank === null ? '' : String(rank))],
  ['명부 결과 / place', ({ place }) => place ?? ''],
  ['지원금 / grant', ({ grant }) => grant ?? ''],
  ['지급액 / released', ({ released }) => released],
  ['반납액 / returned', ({ returned }) => returned],
  ['협약일 / agreed on', ({ agreedOn }) => agreedOn ?? ''],
  ['종결일 / ended on', ({ endedOn }) => endedOn ?? ''],
];

/** Every application's outcome, a row each, as a spreadsheet opens it: UTF-8 with its mark. */
export function outcomesCsv(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((outcome) => COLUMNS.map(([, of]) => of(outcome)));
  return `\uFEFF${csvOf([COLUMNS.map(([header]) => header), ...rows])}\r\n`;
}
