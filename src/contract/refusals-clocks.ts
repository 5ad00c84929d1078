import { refusal } from './refusals-entry.js';

/** What is decided about a clock: extended, suspended, corrected, recounted (domain.md section 4). */
export const clockRefusals = {
  isClockPending: refusal(
    409,
    ['현재 상태에서 진행 중인 기한이 아닙니다.', 'This time limit is not running in the present state.'],
    [
      '진행 중인 기한을 확인하고 그 가운데에서 고르십시오.',
      'Look at the time limits that are running and choose one of them.',
    ],
    'officer',
  ),
  isClockExtendable: refusal(
    409,
    ['연장할 수 없는 기한입니다.', 'This time limit cannot be extended.'],
    [
      '법령이나 사업 기준이 연장을 허용하지 않습니다. 기한 안에 처리하십시오.',
      'Neither the law nor the program allows an extension; it has to be done in time.',
    ],
  ),
  isExtender: refusal(
    403,
    ['이 기한을 연장할 권한이 없습니다.', 'You may not extend this time limit.'],
    ['표시된 역할의 사람에게 연장을 요청하십시오.', 'Ask somebody of the role shown to extend it.'],
    'officer',
    'committee',
  ),
  isNotSuspended: refusal(
    409,
    ['정지된 기한입니다.', 'This time limit is suspended.'],
    ['먼저 기한을 재개하십시오.', 'Resume it first.'],
    'officer',
  ),
  isNotOver: refusal(
    409,
    ['이미 지난 기한입니다.', 'This time limit is over.'],
    ['기한이 지난 뒤에는 연장할 수 없습니다.', 'It cannot be extended once it is over.'],
  ),
  hasTimeLeft: refusal(
    409,
    ['이미 지난 기한으로 남은 기간이 없습니다.', 'This time limit is over; nothing is left of it.'],
    [
      '정지할 기간이 없습니다. 지연된 일을 처리하거나 연장을 검토하십시오.',
      'There is nothing to suspend: do what is late, or consider an extension.',
    ],
    'officer',
  ),
  isLaterThanDue: refusal(
    409,
    [
      '연장한 기한이 현재 기한이나 접수 시각보다 늦지 않습니다.',
      'The extension ends no later than the present due date, or has passed already.',
    ],
    ['현재 기한보다 늦은 날을 적으십시오.', 'Name a day that is later than the present due date.'],
    'sender',
  ),
  isYearCounted: refusal(
    409,
    [
      '공휴일을 알 수 없는 연도의 기한입니다.',
      'The time limit would lie in a year whose days off are not known.',
    ],
    ['표시된 연도 안의 날을 적으십시오.', 'Name a day that leads into one of the years shown.'],
    'sender',
  ),
  isWithinExtension: refusal(
    409,
    ['연장할 수 있는 한도를 넘습니다.', 'This is beyond the longest extension allowed.'],
    ['표시된 한도까지만 연장할 수 있습니다.', 'It can be extended as far as shown, and no further.'],
    'sender',
  ),
  isClockSuspendable: refusal(
    409,
    ['정지할 수 없는 기한입니다.', 'This time limit cannot be suspended.'],
    [
      '사업 기준이 정지를 허용하지 않습니다. 필요하면 연장을 검토하십시오.',
      'The program does not allow it; consider an extension where it is needed.',
    ],
    'officer',
  ),
  isClockSuspended: refusal(
    409,
    ['정지된 기한이 아닙니다.', 'This time limit is not suspended.'],
    ['재개할 것이 없습니다. 기한은 계속 진행 중입니다.', 'There is nothing to resume: it is running.'],
  ),
  isClockCorrectable: refusal(
    409,
    [
      '기산일을 따로 정정할 수 없는 기한입니다.',
      'The day from which this time limit runs cannot be corrected by itself.',
    ],
    [
      '날짜로 정한 기한은 연장하고, 다른 기한에 따르는 기한은 그 기한을 정정하십시오.',
      'Extend one that was stated as a date; correct the time limit that this one follows.',
    ],
    'officer',
  ),
  isStartPast: refusal(
    409,
    ['기산일이 아직 오지 않았습니다.', 'The day from which it runs has not come yet.'],
    ['접수일이나 그 전날을 기산일로 적으십시오.', 'Name today or a day before it.'],
    'sender',
  ),
  isHolidayNew: refusal(
    409,
    ['이미 반영된 공휴일입니다.', 'These days off are known already.'],
    ['다시 반영할 것이 없습니다.', 'There is nothing to recount.'],
  ),
  movesAnyClock: refusal(
    409,
    ['옮겨지는 기한이 없습니다.', 'No time limit moves.'],
    ['따로 할 일이 없습니다.', 'Nothing needs to be done.'],
  ),
  isTendingDue: refusal(
    409,
    ['아직 알릴 기한이 없습니다.', 'Nothing is due to be said of a time limit yet.'],
    ['기한이 되면 시스템이 알립니다.', 'The service says it when it is due.'],
    'system',
  ),
  isInTimeAgain: refusal(
    409,
    ['기한이 지났습니다.', 'The time limit is over.'],
    ['기한이 연장되면 다시 진행됩니다.', 'It runs again once it is extended.'],
    'officer',
  ),
};
