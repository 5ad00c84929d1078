import type { EventMeta } from '../kernel/types.js';
import { event } from '../words.js';

/** The events of a change of agreement. */
export const changeEvents: Readonly<Record<string, EventMeta>> = {
  OPEN_CHANGE: event('협약변경 신청 접수', 'Change received', 'internal'),
  RECORD_CLAUSE_REVIEW: event('협약 조항 재검토 등록', 'Record the review of clauses'),
  COSIGN_CHANGE: event('협약변경 공동서명', 'Co-sign the change'),
  APPROVE_CHANGE: event('협약변경 승인', 'Approve the change'),
  REJECT_CHANGE: event('협약변경 불승인', 'Reject the change'),
  WITHDRAW_CHANGE: event('협약변경 신청 철회', 'Withdraw the change'),
};
