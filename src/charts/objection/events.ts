import type { EventMeta } from '../kernel/types.js';
import { event } from '../words.js';

/** The events of an objection. */
export const objectionEvents: Readonly<Record<string, EventMeta>> = {
  OPEN_OBJECTION: event('이의신청 접수', 'Objection received', 'internal'),
  ASSIGN_BOARD: event('재검토위원 지정', 'Assign the board'),
  UPHOLD_OBJECTION: event('이의신청 인용', 'Uphold the objection'),
  DISMISS_OBJECTION: event('이의신청 기각', 'Dismiss the objection'),
  WITHDRAW_OBJECTION: event('이의신청 철회', 'Withdraw the objection'),
};
