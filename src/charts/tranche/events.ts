import type { EventMeta } from '../kernel/types.js';
import { event } from '../words.js';

/** The events of a tranche. */
export const trancheEvents: Readonly<Record<string, EventMeta>> = {
  SCHEDULE: event('지급 예정 등록', 'Tranche scheduled', 'internal'),
  OPEN_TRANCHE: event('청구 개시', 'Opened for claims', 'internal'),
  FREEZE: event('집행 정지', 'Frozen', 'internal'),
  UNFREEZE: event('집행 정지 해제', 'Unfrozen', 'internal'),
  CANCEL_TRANCHE: event('지급 취소', 'Cancelled', 'internal'),
  CONFIRM_CASH_SHARE: event('기업부담 현금 입금 확인', "Confirm the firm's cash share"),
  CASH_SHARE_CORRECTED: event('기업부담 현금 정정', "The firm's cash share corrected", 'internal'),
  RESCHEDULE: event('지급 계획 변경', 'Rescheduled', 'internal'),
  CLAIM: event('연구개발비 청구', 'Claim the tranche'),
  AMEND_CLAIM: event('청구 서류 보완', 'Amend the claim'),
  RECHECK_CLAIM: event('청구 재확인', 'Check the claim anew'),
  CLAIM_CHECKED: event('청구 한도 확인됨', 'Claim checked', 'reply'),
  APPROVE_FIRST: event('1차 승인 (사업)', 'First approval (program)'),
  APPROVE_SECOND: event('2차 승인 (재무)', 'Second approval (finance)'),
  RETURN_CLAIM: event('청구 반려', 'Return the claim'),
  REFUSE_CLAIM: event('지급 거절', 'Refuse the claim'),
  FUNDS_RESERVED: event('예산 확보됨', 'Funds reserved', 'reply'),
  FUNDS_REFUSED: event('예산 한도 초과', 'No room under a ceiling', 'reply'),
  PAYMENT_CONFIRMED: event('지급 확인됨', 'Payment confirmed', 'reply'),
  PAYMENT_UNKNOWN: event('지급 결과 미확인', 'Outcome of the payment unknown', 'reply'),
  PAYMENT_REJECTED: event('포털이 지급을 거부함', 'Rejected by the portal', 'reply'),
  PAYMENT_NOT_MADE: event('지급되지 않은 것으로 확인됨', 'Found not to have been paid', 'reply'),
  RETRY_PAYMENT: event('지급 재요청', 'Ask for the payment again'),
};
