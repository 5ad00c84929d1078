import { words } from './operation-words.js';
import type { OperationWords } from './operation-words.js';

/** What the addresses of clocks, absences, days off and money do. */
export const clockAndMoneyOperations: Readonly<Record<string, OperationWords>> = {
  'GET /v1/clocks': words('listClocks', '기한 목록', 'List what is due'),
  'POST /v1/calendar-feeds': words('makeCalendarFeed', '일정 구독 주소 발급', 'Make a calendar feed'),
  'GET /v1/calendar-feeds': words('listCalendarFeeds', '일정 구독 주소 목록', 'List your calendar feeds'),
  'GET /v1/calendar-feeds/{feed}': words('readCalendarFeed', '일정 구독', 'Read a calendar feed'),
  'DELETE /v1/calendar-feeds/{feed}': words(
    'closeCalendarFeed',
    '일정 구독 주소 폐기',
    'Close a calendar feed',
  ),
  'POST /v1/delegations': words('delegate', '위임 등록', 'Register a delegation'),
  'GET /v1/delegations': words('listDelegations', '위임 목록', 'List delegations'),
  'DELETE /v1/delegations/{id}': words('endDelegation', '위임 해지', 'End a delegation'),
  'POST /v1/desks': words('setDesk', '담당 창구 지정', 'Set whose desk a track is'),
  'GET /v1/desks': words('listDesks', '담당 창구 목록', 'List desks'),
  'POST /v1/role-revocations': words('revokeRole', '역할 권한 해지', "Take a person's role away"),
  'GET /v1/role-revocations': words(
    'listRoleRevocations',
    '역할 권한 해지 목록',
    'List roles that were taken away',
  ),
  'POST /v1/holidays': words('proposeHoliday', '휴일 추가 제안', 'Propose a day off'),
  'GET /v1/holidays': words('listHolidays', '추가된 휴일 목록', 'List days off that were added'),
  'POST /v1/holidays/{id}/approval': words('approveHoliday', '휴일 추가 승인', 'Approve a day off'),
  'POST /v1/holidays/{id}/refusal': words('refuseHoliday', '휴일 추가 거절', 'Refuse a day off'),
  'GET /v1/statements': words('getStatements', '집행 현황', 'Statement by company, track, year or project'),
  'GET /v1/statements/lines': words('listStatementLines', '기장 내역', "A statement's lines"),
  'GET /v1/trial-balance': words('getTrialBalance', '시산표', 'Trial balance'),
  'POST /v1/draws/collection': words(
    'collectDraws',
    '정산 포털의 인출 내역 수집',
    "Collect the portal's draws",
  ),
};
