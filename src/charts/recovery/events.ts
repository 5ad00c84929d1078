import type { EventMeta } from '../kernel/types.js';
import { event } from '../words.js';

/** The events of a recovery. */
export const recoveryEvents: Readonly<Record<string, EventMeta>> = {
  OPEN_RECOVERY: event('환수 개시', 'Recovery opened', 'internal'),
  RECORD_RECEIPT: event('입금 등록', 'Record a receipt'),
  PROPOSE_INSTALMENTS: event('분할납부 신청', 'Propose instalments'),
  APPROVE_INSTALMENTS: event('분할납부 승인', 'Approve the instalments'),
  REFUSE_INSTALMENTS: event('분할납부 거절', 'Refuse the instalments'),
  REVOKE_INSTALMENTS: event('분할납부 취소', 'Revoke the instalments'),
};
