import { refusal } from './refusals-entry.js';

/** What a call's window, capacity and panel need (domain.md section 2). */
const preparing = {
  isLater: refusal(
    409,
    ['지금의 마감보다 늦은 시각이 아닙니다.', 'This is not later than the close in force.'],
    [
      '연장은 표시된 마감보다 뒤로만 할 수 있습니다. 앞당기려면 접수 기간을 정정하십시오(CORRECT_WINDOW).',
      'An extension goes beyond the close shown; to bring it forward, correct the window (CORRECT_WINDOW).',
    ],
    'officer',
  ),
  isWindowInOrder: refusal(
    409,
    ['접수 시작이 마감보다 늦습니다.', 'The window closes before it opens.'],
    ['시작과 마감 시각을 확인하십시오.', 'Look at both instants again.'],
    'officer',
  ),
  isNotInThePast: refusal(
    409,
    ['이미 지난 시각을 마감으로 정할 수 없습니다.', 'A close cannot be put into the past.'],
    [
      '표시된 접수 시각보다 뒤의 마감을 정하십시오. 이미 접수된 신청은 마감을 앞당겨도 그대로 유효합니다.',
      'Choose a close after the instant of receipt shown; what was received before stays in time.',
    ],
    'officer',
  ),
  isOfThisClosing: refusal(
    409,
    ['지금의 마감에 대한 확인이 아닙니다.', 'This is not about the close in force.'],
    [
      '연장된 마감이 지나면 다시 확인됩니다.',
      'The intake is counted again once the extended close has passed.',
    ],
    'system',
  ),
  isNotBelowPromised: refusal(
    409,
    [
      '이미 통보한 선정 과제 수보다 적게 줄일 수 없습니다.',
      'The capacity cannot go below the places that firms were told they have.',
    ],
    [
      '결원은 기업의 선정 포기·철회나 협약 미체결로만 생깁니다. 결원이 생긴 뒤에 줄이십시오.',
      'A place becomes free only when a firm declines, withdraws or lets its agreement lapse; lower it after that.',
    ],
    'committee',
  ),
  isBudgetNotLowered: refusal(
    409,
    ['선정 의결 뒤에는 예산을 줄일 수 없습니다.', 'After the decision the budget cannot be lowered.'],
    [
      '표시된 예산 이상으로 정하거나 예산을 빼고 다시 요청하십시오.',
      'Name at least the budget shown, or leave it out.',
    ],
    'committee',
  ),
  isFewPlacesAtOnce: refusal(
    409,
    ['한 번에 늘릴 수 있는 선정 과제 수를 넘었습니다.', 'These are more places than can be added at once.'],
    ['표시된 수 이하로 나누어 늘리십시오.', 'Raise the capacity in steps of at most the number shown.'],
    'committee',
  ),
  isOnPanel: refusal(
    403,
    ['이 공고의 평가위원이 아닙니다.', 'You are not on the panel of this call.'],
    [
      '평가위원으로 위촉되었는지 담당자에게 확인하십시오.',
      'Ask an officer whether you have been appointed to it.',
    ],
    'officer',
  ),
  areConflictKindsListed: refusal(
    409,
    ['사업연도에 없는 이해관계 유형입니다.', 'The edition has no such kind of conflict.'],
    ['표시된 유형 중에서 고르십시오.', 'Choose from the kinds shown.'],
    'panelMember',
  ),
};

/** What must be done before the call goes on, and what its ranked list needs. */
const listing = {
  isEverythingScreened: refusal(
    409,
    ['사전검토가 끝나지 않은 신청이 있습니다.', 'There are applications whose pre-check is not done.'],
    [
      '표시된 수의 신청을 적격 또는 부적격으로 처리하십시오.',
      'Pass or fail the pre-check of as many as are shown.',
    ],
    'officer',
  ),
  isEverythingEvaluated: refusal(
    409,
    ['평가가 끝나지 않은 과제가 있습니다.', 'There are projects whose evaluation is not done.'],
    [
      '표시된 수의 과제에 빠진 점수를 받거나 평가위원을 교체하십시오.',
      'Have the missing scores given for as many as are shown, or replace members.',
    ],
    'officer',
    'panelMember',
  ),
  isKnownList: refusal(
    409,
    ['저장된 순위명부가 아닙니다.', 'No such ranked list is stored.'],
    ['순위명부를 먼저 만들고 그 식별값을 적으십시오.', 'Make the list first, and name it by its hash.'],
    'officer',
  ),
  isListCurrent: refusal(
    409,
    [
      '순위명부를 만든 뒤 점수, 신청 또는 선정 규모가 바뀌었습니다.',
      'Scores, applications or the capacity have changed since the list was made.',
    ],
    ['순위명부를 다시 만들어 상정하십시오.', 'Make the list anew and propose it.'],
    'officer',
  ),
  isListWithinLimits: refusal(
    409,
    ['순위명부가 선정 규모나 예산을 넘습니다.', 'The list goes beyond the capacity or the budget.'],
    [
      '예외를 줄이거나, 선정 규모 또는 예산을 먼저 변경하십시오.',
      'Take back some exceptions, or change the capacity or the budget first.',
    ],
    'committee',
  ),
  isProposedList: refusal(
    409,
    [
      '상정된 순위명부도, 그것에 예외를 둔 명부도 아닙니다.',
      'This is neither the proposed list nor one based on it.',
    ],
    ['표시된 순위명부를 기준으로 의결하십시오.', 'Decide on the list shown, or on one based on it.'],
    'committee',
  ),
  isNotProposer: refusal(
    403,
    ['순위명부를 상정한 사람은 의결할 수 없습니다.', 'Whoever proposed the list may not decide it.'],
    [
      '다른 심의위원이 의결해야 합니다. 위임받은 의결도 같은 사람으로 봅니다.',
      'Another member of the committee has to decide; acting under a delegation counts as both people.',
    ],
    'committee',
  ),
};

/** Every no of a call. */
export const callRefusals = { ...preparing, ...listing };
