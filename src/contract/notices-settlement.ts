import type { Bilingual } from '../charts/kernel/types.js';

/** What a firm is told while its stages are settled, money is asked back, or a sanction is decided. */
export const settlementNotices = {
  costReportReturned: {
    ko: '사용실적보고서가 반려되었습니다. 사유를 확인하고 다시 제출하십시오.',
    en: 'The cost report has been returned; please see why and submit it again.',
  },
  costReportOutdated: {
    ko: '사용실적보고 후 지급액이 변경되었습니다. 사용실적을 다시 보고하십시오.',
    en: 'What was released has changed since the cost report; please report the costs anew.',
  },
  settlementNotified: {
    ko: '정산 결과를 통보합니다. 정해진 기간 안에 한 차례 이의를 신청할 수 있으며, 반납할 금액은 반납 기한까지 납부하십시오.',
    en: 'This is what the settlement comes to. One objection may be made within the time given; what is to be returned is to be paid by its date.',
  },
  settlementObjectionReceived: {
    ko: '정산 결과에 대한 이의신청이 접수되었습니다.',
    en: 'The objection to the settlement has been received.',
  },
  settlementObjectionDecided: {
    ko: '정산 결과에 대한 이의신청이 결정되었습니다.',
    en: 'The objection to the settlement has been decided.',
  },
  instalmentsToDecide: {
    ko: '분할납부 신청이 접수되어 심사가 필요합니다.',
    en: 'Instalments have been proposed and are to be decided on.',
  },
  instalmentsApproved: {
    ko: '분할납부가 승인되었습니다. 회차별 기한 안에 납부하십시오.',
    en: 'The instalments have been approved; please pay each by its day.',
  },
  instalmentsRefused: {
    ko: '분할납부 신청이 받아들여지지 않았습니다. 납부 기한은 그대로입니다.',
    en: 'The instalments have been refused; the money is due as it was.',
  },
  instalmentsRevoked: {
    ko: '회차별 기한이 지나 분할납부가 취소되었습니다. 남은 금액을 즉시 납부하십시오.',
    en: 'An instalment was missed and the instalments have been revoked; all that is left is due at once.',
  },
  sanctionNotified: {
    ko: '제재처분을 사전통지합니다. 정해진 기간 안에 재검토를 요청할 수 있습니다.',
    en: 'This is the prior notice of a sanction. A reconsideration may be asked for within the time given.',
  },
  reconsiderationReceived: {
    ko: '제재처분 재검토 요청이 접수되었습니다.',
    en: 'The request for a reconsideration has been received.',
  },
  sanctionImposed: { ko: '제재처분이 확정되었습니다.', en: 'The sanction has been imposed.' },
  sanctionReduced: { ko: '제재처분이 감경되었습니다.', en: 'The sanction has been reduced.' },
  sanctionDropped: {
    ko: '제재처분을 하지 않기로 결정되었습니다.',
    en: 'It was decided not to impose the sanction.',
  },
  projectClosed: {
    ko: '정산과 환수가 모두 끝나 과제가 종결되었습니다.',
    en: 'Everything is settled and recovered: the project has been closed.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
