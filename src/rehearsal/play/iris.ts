import type { Entrant } from '../cohort/entrants.js';

const HEADER = [
  ...['접수번호', '접수일시', '사업자등록번호', '유형', '과제명', '과제명(영문)', '분야', '협력기관'],
  ...['정부지원연구개발비', '기관부담 현금', '기관부담 현물', '국외 연구개발비', '제안번호'],
];

interface Applied {
  readonly title: { readonly ko: string; readonly en: string };
  readonly sector: string;
  readonly partnerId: string;
  readonly proposalId?: string;
  readonly money: Readonly<Record<'government' | 'firmCash' | 'firmInKind' | 'partnerCost', string>>;
}

/** An application as IRIS's file has it; it came in there an hour before the file was made. */
function irisRow({ key, track, firm, application }: Entrant, at: string): string[] {
  const { title, sector, partnerId, proposalId = '', money } = application as unknown as Applied;
  const received = new Date(Date.parse(at) - 3_600_000 + 9 * 3_600_000).toISOString();
  return [
    ...[
      `IRIS-${key}`,
      received.slice(0, 19).replace('T', ' '),
      firm.businessNumber,
      track,
      title.ko,
      title.en,
    ],
    ...[sector, partnerId, money.government, money.firmCash, money.firmInKind, money.partnerCost, proposalId],
  ];
}

/** The table that IRIS gives out of applications, with its header; `at` is when it was made (ISO instant). */
export function irisTable(entrants: readonly Entrant[], at: string): string[][] {
  return [HEADER, ...entrants.map((entrant) => irisRow(entrant, at))];
}
