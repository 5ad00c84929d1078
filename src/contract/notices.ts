import type { Bilingual } from '../charts/kernel/types.js';
import { clockNotices } from './notices-clocks.js';
import { lifeNotices } from './notices-life.js';
import { settlementNotices } from './notices-settlement.js';

/** What an organisation is told about a case, by the name that a chart orders it under. */
export const notices = {
  applicationReceived: { ko: '신청이 접수되었습니다.', en: 'The application has been received.' },
  preCheckPassed: { ko: '사전검토를 통과했습니다.', en: 'The pre-check was passed.' },
  ineligible: {
    ko: '사전검토 결과 지원 대상이 아닌 것으로 확인되었습니다.',
    en: 'The pre-check found the application ineligible.',
  },
  selected: { ko: '과제가 선정되었습니다.', en: 'The project has been selected.' },
  notSelected: {
    ko: '과제가 선정되지 않았습니다. 통보일부터 정해진 기간 안에 한 차례 이의를 신청할 수 있습니다.',
    en: 'The project has not been selected. One objection may be filed within the time given.',
  },
  putOnReserve: {
    ko: '예비순위에 올랐습니다. 선정 과제에 결원이 생기면 순위에 따라 선정되며, 정해진 기간 안에 한 차례 이의를 신청할 수 있습니다.',
    en: 'The project is on the reserve list and moves up in its turn when a place becomes free. One objection may be filed within the time given.',
  },
  promoted: {
    ko: '결원이 생겨 예비순위에서 선정되었습니다.',
    en: 'A place has become free: the project has moved up from the reserve list and is selected.',
  },
  reserveEnded: {
    ko: '예비순위의 유효기간이 끝나 선정되지 않았습니다.',
    en: 'The reserve list has ended before its turn came; the project has not been selected.',
  },
  selectionDeclined: {
    ko: '신청기업이 선정을 포기했습니다.',
    en: 'The firm has declined the selection.',
  },
  objectionUpheld: {
    ko: '이의신청이 받아들여져 다시 심의합니다.',
    en: 'The objection was upheld; the case is deliberated anew.',
  },
  objectionDismissed: { ko: '이의신청이 기각되었습니다.', en: 'The objection was dismissed.' },
  withdrawn: { ko: '신청이 철회되었습니다.', en: 'The application has been withdrawn.' },
  planRevisionRequested: {
    ko: '연구개발계획서를 보완하여 제출하십시오.',
    en: 'Please revise the research plan and submit it.',
  },
  agreementToSign: { ko: '협약서에 서명하십시오.', en: 'The agreement is ready for your signature.' },
  agreementOverdue: {
    ko: '협약 체결 기한이 지났습니다. 유예기간이 지나면 선정이 취소될 수 있습니다.',
    en: 'The agreement is overdue; after the period of grace the selection may be cancelled.',
  },
  selectionCancelled: { ko: '선정이 취소되었습니다.', en: 'The selection has been cancelled.' },
  agreementInForce: { ko: '협약이 체결되었습니다.', en: 'The agreement is in force.' },
  roadmapToCoSign: {
    ko: '공동 연구개발 로드맵에 서명하십시오.',
    en: 'The joint roadmap awaits your signature.',
  },
  roadmapCoSigned: {
    ko: '협력기관이 로드맵에 서명했습니다.',
    en: 'The partner has co-signed the roadmap.',
  },
  roadmapReturned: { ko: '협력기관이 로드맵을 반려했습니다.', en: 'The partner has returned the roadmap.' },
  roadmapPassed: { ko: '로드맵 평가를 통과했습니다.', en: 'The roadmap has passed its evaluation.' },
  roadmapExpired: {
    ko: '로드맵 수립 기간이 끝나 과제가 만료되었습니다.',
    en: 'The roadmap window has closed and the project has expired.',
  },
  roadmapCheckDue: {
    ko: '로드맵 중간점검 시기입니다. 진행상황을 제출하십시오.',
    en: 'The roadmap is half-way: please submit how far it has come.',
  },
  roadmapChecked: {
    ko: '로드맵 중간점검 결과가 등록되었습니다.',
    en: 'What the check of the roadmap found has been recorded.',
  },
  matchProposed: { ko: '연구자 매칭이 제안되었습니다.', en: 'A match with a researcher has been proposed.' },
  matchDeclined: { ko: '연구자 매칭이 거절되었습니다.', en: 'The match has been declined.' },
  matchingExpired: {
    ko: '연구자 매칭 기간이 끝나 과제가 만료되었습니다.',
    en: 'The matching window has closed and the project has expired.',
  },
  agendaToCoSign: { ko: '공동 연구의제에 서명하십시오.', en: 'The research agenda awaits your signature.' },
  agendaCoSigned: {
    ko: '협력기관이 연구의제에 서명했습니다.',
    en: 'The partner has co-signed the research agenda.',
  },
  agendaReturned: {
    ko: '협력기관이 연구의제를 반려했습니다.',
    en: 'The partner has returned the research agenda.',
  },
  agendaExpired: {
    ko: '연구의제 수립 기간이 끝나 과제가 만료되었습니다.',
    en: 'The time for the research agenda has passed and the project has expired.',
  },
  explorationConcluded: { ko: '예비연구가 종결되었습니다.', en: 'The exploration has been concluded.' },
  stageReportOverdue: { ko: '단계보고서 제출 기한이 지났습니다.', en: 'The stage report is overdue.' },
  stageReportReturned: { ko: '단계보고서가 반려되었습니다.', en: 'The stage report has been returned.' },
  stagePassed: { ko: '단계평가를 통과했습니다.', en: 'The stage has passed its evaluation.' },
  projectStopped: {
    ko: '단계평가 결과 과제가 중단되었습니다.',
    en: 'The stage evaluation has stopped the project.',
  },
  specialEvaluationOpened: {
    ko: '특별평가가 시작되어 연구개발비 집행이 정지됩니다. 기한 안에 소명하십시오.',
    en: 'A special evaluation has been opened and spending is frozen. Please explain within the time given.',
  },
  specialEvaluationContinues: {
    ko: '특별평가 결과 과제를 계속합니다.',
    en: 'After the special evaluation the project goes on.',
  },
  projectTerminated: {
    ko: '특별평가 결과 과제가 중단되었습니다.',
    en: 'The special evaluation has ended the project.',
  },
  gateDataOverdue: { ko: '관문 자료 제출 기한이 지났습니다.', en: "The gate's data are overdue." },
  gatePassed: { ko: '관문을 통과했습니다.', en: 'The gate has been passed.' },
  gateHeld: {
    ko: '관문 결정이 보류되었습니다. 정해진 날까지 자료를 보완하십시오.',
    en: 'The gate is on hold; more data are needed by the date given.',
  },
  gateRecycled: { ko: '앞 단계로 되돌아갑니다.', en: 'The project goes back to an earlier stage.' },
  conditionOverdue: {
    ko: '조건의 이행 기한이 지났습니다.',
    en: 'A condition was not met by its date.',
  },
  targetReached: { ko: '목표 단계에 이르렀습니다.', en: 'The target stage has been reached.' },
  clinicalHold: {
    ko: '규제기관의 중지 명령으로 단계 수행과 집행이 정지됩니다.',
    en: "The regulator's clinical hold suspends the stage and its spending.",
  },
  clinicalHoldLifted: {
    ko: '규제기관의 중지 명령이 해제되었습니다.',
    en: 'The clinical hold has been lifted.',
  },
  finalReportDue: { ko: '최종보고서를 제출하십시오.', en: 'The final report is due.' },
  finalReportOverdue: { ko: '최종보고서 제출 기한이 지났습니다.', en: 'The final report is overdue.' },
  finalEvaluated: { ko: '최종평가가 끝났습니다.', en: 'The final evaluation is done.' },
  costReportDue: { ko: '연구개발비 사용실적을 보고하십시오.', en: 'The cost report is due.' },
  costReportOverdue: {
    ko: '사용실적 보고 기한이 지났습니다.',
    en: 'The cost report is overdue.',
  },
  settled: { ko: '정산이 끝났습니다.', en: 'The settlement is done.' },
  repaymentDue: {
    ko: '정산 결과 반납할 금액이 있습니다.',
    en: 'The settlement leaves an amount to be repaid.',
  },
  repaymentOverdue: { ko: '반납 기한이 지났습니다.', en: 'The repayment is overdue.' },
  repaid: { ko: '반납이 확인되었습니다.', en: 'The repayment has been confirmed.' },
  trancheClaimable: { ko: '연구개발비를 청구할 수 있습니다.', en: 'The tranche can be claimed.' },
  claimReturned: { ko: '연구개발비 청구가 반려되었습니다.', en: 'The claim has been returned.' },
  claimVoided: {
    ko: '지급 계획 또는 입금 내역이 바뀌어 연구개발비 청구가 무효가 되었습니다. 다시 청구하십시오.',
    en: 'The plan or the cash received has changed, and the claim is void. Please claim the tranche anew.',
  },
  fundsRefused: {
    ko: '한도가 부족하거나 승인자의 권한이 없어져 예산을 확보하지 못했습니다. 다시 승인해야 합니다.',
    en: 'The funds could not be held: a ceiling has no room, or one who approved may not any more. Approve anew.',
  },
  paymentUnconfirmed: {
    ko: '포털이 지급 결과를 알려 주지 않았습니다. 같은 지급 번호로 결과를 조회하고 있습니다.',
    en: 'The portal has not said whether it paid. It is being asked under the same reference.',
  },
  paymentRejected: {
    ko: '포털이 지급을 거부했습니다. 사유를 확인하고 다시 요청하거나 청구를 반려하십시오.',
    en: 'The portal has rejected the payment. Look at its reason, then ask again or return the claim.',
  },
  claimRefused: { ko: '연구개발비 지급이 거절되었습니다.', en: 'The claim has been refused.' },
  trancheReleased: { ko: '연구개발비가 지급되었습니다.', en: 'The tranche has been paid.' },
  callOpened: { ko: '공고의 신청 접수가 시작되었습니다.', en: 'The call is open for applications.' },
  callClosed: { ko: '공고의 신청 접수가 마감되었습니다.', en: 'The call has closed for applications.' },
  windowChanged: { ko: '공고의 접수 기간이 변경되었습니다.', en: "The call's window has been changed." },
  listToDecide: {
    ko: '순위명부가 심의위원회에 상정되었습니다.',
    en: 'A ranked list is before the committee.',
  },
  listReturned: {
    ko: '심의위원회가 순위명부를 반려했습니다.',
    en: 'The committee has returned the ranked list.',
  },
  callNotified: {
    ko: '모든 신청기업에 선정 결과가 통보되었습니다.',
    en: 'Every applicant has been notified of the outcome.',
  },
  reserveExhausted: {
    ko: '예비순위가 소진되어 결원을 채울 수 없습니다.',
    en: 'The reserve list is exhausted; a place stays vacant.',
  },
  callConcluded: { ko: '공고가 종결되었습니다.', en: 'The call has been concluded.' },
  objectionReceived: {
    ko: '이의신청이 접수되었습니다. 평가에 참여하지 않은 위원이 검토합니다.',
    en: 'The objection has been received; people who did not evaluate will look at it.',
  },
  ...clockNotices,
  ...lifeNotices,
  ...settlementNotices,
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What a notice says; throws a plain Error for a name that the catalogue lacks. */
export function noticeText(name: string): Bilingual {
  if (!Object.hasOwn(notices, name)) throw new Error(`no notice ${name} in the catalogue`);
  return notices[name as keyof typeof notices];
}
