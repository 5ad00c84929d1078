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
  CLAIM: event('연구개발비 청구', 'Claim the tranche'),
  CLAIM_CHECKED: event('청구 한도 확인됨', 'Claim checked', 'reply'),
  APPROVE_FIRST: event('1차 승인 (사업)', 'First approval (program)'),
  APPROVE_SECOND: event('2차 승인 (재무)', 'Second approval (finance)'),
  RETURN_CLAIM: event('청구 반려', 'Return the claim'),
  REFUSE_CLAIM: event('지급 거절', 'Refuse the claim'),
  FUNDS_RESERVED: event('예산 확보됨', 'Funds reserved', 'reply'),
  FUNDS_REFUSED: event('예산 한도 초과', 'No room under a ceiling', 'reply'),
  PAYMENT_CONFIRMED: event('지급 확인됨', 'Payment confirmed', 'reply'),
};
