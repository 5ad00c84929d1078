import type { ReconciliationBody } from '../../contract/http/imports.js';
import type { Sheet } from '../../files/write.js';

const HEADER = ['구분 Kind', '접수번호 IRIS number', '과제 Project', '사업자등록번호 Business number'];
const MORE = ['과제명 Title', '항목 Field', 'IRIS', '이 서비스 Here'];

/** A reconciliation as a table: a line for each application that only one side has, and for each thing that both say differently. */
export function reconciliationSheet(body: ReconciliationBody): Sheet {
  const { edition, track, inIrisNotHere, hereNotInIris, different } = body;
  return {
    name: `reconciliation-${edition}-${track}`,
    header: [...HEADER, ...MORE],
    rows: [
      ...inIrisNotHere.map(({ irisNumber, businessNumber, title, receivedAt }) => [
        ...['IRIS에만 있음 In IRIS only', irisNumber, '', businessNumber],
        ...[title.ko, '', receivedAt, ''],
      ]),
      ...hereNotInIris.map(({ irisNumber, id, businessNumber, title, receivedAt }) => [
        ...['IRIS에 없음 Here only', irisNumber ?? '', id, businessNumber ?? ''],
        ...[title.ko, '', '', receivedAt],
      ]),
      ...different.map(({ irisNumber, id, fieldLabel, iris, here }) => [
        ...['다름 Different', irisNumber, id, '', ''],
        ...[`${fieldLabel.ko} ${fieldLabel.en}`, iris, here],
      ]),
    ],
  };
}
