import type { EventMeta } from '../kernel/types.js';
import { event } from '../words.js';

/** The events of a settlement. */
export const settlementEvents: Readonly<Record<string, EventMeta>> = {
  OPEN_SETTLEMENT: event('정산 개시', 'Settlement opened', 'internal'),
  RELEASE_CHANGED: event('단계 지급 상태 변경', 'The release of the stage changed', 'internal'),
  RECOVERY_CLOSED: event('반납 완료 통보', 'The return has come in', 'internal'),
  REPORT_COSTS: event('사용실적 보고', 'Report the costs'),
  RETURN_COST_REPORT: event('사용실적 보고 반려', 'Return the cost report'),
  SETTLE: event('정산 확정', 'Settle'),
  ACCEPT_SETTLEMENT: event('정산 결과 수용', 'Accept the settlement'),
  OBJECT_TO_SETTLEMENT: event('정산 결과 이의신청', 'Object to the settlement'),
  DECIDE_SETTLEMENT_OBJECTION: event('정산 이의신청 결정', 'Decide on the objection to the settlement'),
};
