import { refusal } from './refusals-entry.js';

/** The settlement of a stage (domain.md section 3). */
export const settlementRefusals = {
  mayGoWithoutCosts: refusal(
    409,
    [
      '사용실적보고를 기다리고 있으며, 제출 기한이 지나지 않았습니다.',
      'The cost report is awaited, and its date has not passed.',
    ],
    [
      '기업이 사용실적을 보고하거나 제출 기한이 지난 뒤 정산하십시오.',
      'Settle once the firm has reported its costs, or its date has passed.',
    ],
    'applicant',
  ),
  isWithinSettlementObjectionWindow: refusal(
    409,
    ['정산 결과 이의신청 기간이 지났습니다.', 'The time for an objection to the settlement has passed.'],
    [
      '기간 안에 접수되지 않은 이의신청은 받을 수 없습니다.',
      'An objection that was not received in time cannot be taken.',
    ],
  ),
  isLowerThanNotified: refusal(
    409,
    [
      '이의신청을 인용하려면 불인정 금액이 통보한 금액보다 적어야 합니다.',
      'An objection that is upheld leaves less disallowed than was notified.',
    ],
    [
      '표시된 금액보다 적은 금액을 입력하거나 이의신청을 기각하십시오.',
      'Give less than the amount shown, or dismiss the objection.',
    ],
    'officer',
  ),
};
