import type { EventMeta } from '../kernel/types.js';
import { event } from '../words.js';

/** The events of a call. */
export const callEvents: Readonly<Record<string, EventMeta>> = {
  PLAN_CALL: event('공고 계획', 'Call planned', 'internal'),
  EXTEND_WINDOW: event('접수 기간 연장', 'Extend the window'),
  CORRECT_WINDOW: event('접수 기간 정정', 'Correct the window'),
  CHANGE_CAPACITY: event('선정 규모 변경', 'Change the capacity'),
  APPOINT_PANEL: event('평가단 위촉', 'Appoint the panel'),
  DECLARE_CONFLICTS: event('이해관계 신고', 'Declare conflicts of interest'),
  INTAKE_CLOSED: event('접수 마감 확인됨', 'Intake closed', 'reply'),
  FINISH_SCREENING: event('사전검토 완료', 'Finish the screening'),
  FINISH_EVALUATION: event('평가 완료', 'Finish the evaluation'),
  PROPOSE_LIST: event('순위명부 상정', 'Propose the ranked list'),
  RETURN_LIST: event('순위명부 반려', 'Return the ranked list'),
  DECIDE_LIST: event('순위명부 의결', 'Decide the ranked list'),
  LIST_APPLIED: event('선정 결과 통보 완료', 'Outcomes notified', 'reply'),
  PLACE_FREED: event('결원 발생', 'A place became free', 'internal'),
  PLACE_FILLED: event('결원 충원됨', 'A place was filled from the reserve', 'reply'),
  RESERVE_EXHAUSTED: event('예비순위 소진', 'The reserve list is exhausted', 'reply'),
  RESERVE_RETURNED: event('예비순위 복귀', 'Back on the reserve list', 'internal'),
  OBJECTION_UPHELD: event('이의신청 인용 통지', 'An objection was upheld', 'internal'),
  UPHELD_PLACED: event('이의신청 인용 반영됨', 'The upheld objection was placed', 'reply'),
  RESERVE_ENDED: event('예비순위 종료됨', 'The reserve list has ended', 'reply'),
};
