import { refusal } from './refusals-entry.js';

/** What the API says of absences, roles that were taken away, added days off, calendars and the portal's draws. */
export const staffRefusals = {
  roleRevoked: refusal(
    403,
    ['이 역할의 권한이 해지되었습니다.', 'This role has been taken away from you.'],
    [
      '권한이 필요하면 관리자에게 문의하십시오.',
      'Ask an administrator if you need the role, or act in another one.',
    ],
    'administrator',
  ),
  notDelegated: refusal(
    403,
    [
      '오늘 효력이 있는 위임이 없어 그 사람을 대리할 수 없습니다.',
      'No delegation in force today lets you act for this person.',
    ],
    [
      '부재자 본인이나 관리자가 위임을 등록해야 합니다(POST /v1/delegations).',
      'The person who is away, or an administrator, has to register one (POST /v1/delegations).',
    ],
    'administrator',
  ),
  notInOwnName: refusal(
    403,
    ['대리하는 자격으로는 할 수 없는 요청입니다.', 'This cannot be done in the name of somebody else.'],
    ['On-Behalf-Of 헤더 없이 본인의 역할로 요청하십시오.', 'Send it in your own role, without On-Behalf-Of.'],
    'sender',
  ),
  delegatesToSelf: refusal(
    422,
    [
      '자기 자신을 대리인으로 지정할 수 없습니다.',
      'Nobody can be named as the one who acts for themselves, or name themselves.',
    ],
    ['다른 사람을 대리인으로 지정하십시오.', 'Name another person.'],
    'sender',
  ),
  notOwnAbsence: refusal(
    403,
    [
      '본인의 부재만 위임할 수 있습니다. 다른 사람의 부재는 관리자가 등록합니다.',
      'You can delegate for your own absence only; an administrator registers that of others.',
    ],
    ['관리자에게 등록을 요청하십시오.', 'Ask an administrator to register it.'],
    'administrator',
  ),
  delegationIsOver: refusal(
    409,
    ['이미 해지된 위임입니다.', 'This delegation has been ended already.'],
    ['더 할 일이 없습니다.', 'There is nothing more to do.'],
  ),
  holidayIsKnown: refusal(
    409,
    ['이미 제안되었거나 등록된 휴일입니다.', 'This day has been proposed or added already.'],
    ['GET /v1/holidays 에서 등록된 휴일을 확인하십시오.', 'Look up the days off at GET /v1/holidays.'],
    'sender',
  ),
  holidayIsDecided: refusal(
    409,
    ['이미 결정된 제안입니다.', 'This proposal has been decided already.'],
    ['더 할 일이 없습니다.', 'There is nothing more to do.'],
  ),
  isAnotherAdministrator: refusal(
    403,
    ['제안한 사람은 승인할 수 없습니다.', 'Whoever proposed it may not approve it.'],
    ['다른 관리자가 승인해야 합니다.', 'Another administrator has to approve it.'],
    'administrator',
  ),
};
