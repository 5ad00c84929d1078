import type { EventMeta } from '../kernel/types.js';
import { event } from '../words.js';

/** The events of every chart that has clocks. */
export const clockEvents: Readonly<Record<string, EventMeta>> = {
  TEND_CLOCKS: event('기한 관리', 'Tend to the clocks', 'internal'),
  CLOCK_ESCALATED: event('기한 도과 보고됨', 'A late duty was escalated', 'reply'),
  EXTEND_CLOCK: event('기한 연장', 'Extend a time limit'),
  SUSPEND_CLOCK: event('기한 정지', 'Suspend a time limit'),
  RESUME_CLOCK: event('기한 재개', 'Resume a time limit'),
  CORRECT_CLOCK: event('기산일 정정', 'Correct the day a time limit starts from'),
  RECOUNT_CLOCKS: event('공휴일 추가에 따른 기한 재산정', 'Recount the time limits for an added holiday'),
};
