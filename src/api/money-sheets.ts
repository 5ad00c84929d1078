import type { Sheet } from '../files/write.js';
import type { StatementGroup, StatementLine, StatementSums } from '../ledger/reads/statement.js';
import type { TrialBalance } from '../ledger/reads/trial-balance.js';

const GROUPS: Readonly<Record<StatementGroup, string>> = {
  company: '기업 Company',
  track: '유형 Track',
  year: '연도 Year',
  project: '과제 Project',
};

const SUMS = [
  '협약 Committed',
  '협약 해제 Decommitted',
  '지급 Released',
  '미지급 Open',
  '인출 Drawn',
  '반납 Returned',
  '환수 Recovered',
  '기업부담 현금 Cash share',
];

/** A statement's sums as a table, in whole won. */
export function sumsSheet(by: StatementGroup, sums: readonly StatementSums[]): Sheet {
  const rows = sums.map((each) => {
    const { committed, decommitted, released, open, drawn, returned, recovered, cashShare } = each;
    const won = [committed, decommitted, released, open, drawn, returned, recovered, cashShare];
    return [each.group, ...won.map(String)];
  });
  return { name: `statement-by-${by}`, header: [GROUPS[by], ...SUMS], rows };
}

const LINES = [
  '전표 Posting',
  '행 Line',
  '구분 Kind',
  '취소 대상 Reverses',
  '기장일 Posted on',
  '기업 Company',
  '유형 Track',
  '과제 Project',
  '원장 Ledger row',
  '처리자 By',
  '차변 Debit',
  '대변 Credit',
  '금액(원) Amount (KRW)',
];

/** A statement's lines as a table. */
export function linesSheet(lines: readonly StatementLine[]): Sheet {
  const rows = lines.map((each) => [
    ...[
      String(each.posting),
      String(each.no),
      each.kind,
      each.reverses === null ? '' : String(each.reverses),
    ],
    ...[each.postedOn, each.companyId, each.track, each.projectId, `${each.subjectId} #${each.seq}`],
    ...[each.person, each.debit, each.credit, String(each.amount)],
  ]);
  return { name: 'statement-lines', header: LINES, rows };
}

const BALANCE = [
  '계정 Account',
  '종류 Kind',
  '차변 합계 Debit',
  '대변 합계 Credit',
  '차변 잔액 Debit balance',
  '대변 잔액 Credit balance',
];

/** A trial balance as a table that ends with its totals; a balance stands on its side, so that no cell begins with a sign. */
export function balanceSheet({ accounts, debit, credit }: TrialBalance): Sheet {
  const rows = accounts.map(({ account, kind, debit: left, credit: right, balance }) => [
    ...[account, kind, String(left), String(right)],
    ...(balance >= 0n ? [String(balance), ''] : ['', String(-balance)]),
  ]);
  const total = ['합계 Total', '', String(debit), String(credit), '', ''];
  return { name: 'trial-balance', header: BALANCE, rows: [...rows, total] };
}
