import { refusal } from './refusals-entry.js';

/** Eco-Bridge's gates (domain.md section 5). */
export const gateRefusals = {
  areConditionsMet: refusal(
    409,
    [
      '이행되지 않은 조건이 있어 관문을 통과할 수 없습니다.',
      'The gate cannot be passed while a condition is open.',
    ],
    [
      '표시된 조건의 이행을 담당자가 확인해야 합니다.',
      'An officer has to confirm the conditions shown as met.',
    ],
    'officer',
  ),
  hasStageAhead: refusal(
    409,
    [
      '목표 단계에서는 조건부 진행을 결정할 수 없습니다.',
      'At the target stage there is nothing to go on to with conditions.',
    ],
    ['진행(GO) 또는 보류(HOLD)로 결정하십시오.', 'Decide GO, or HOLD until the rest is there.'],
    'committee',
  ),
  hasConditionsWithDates: refusal(
    409,
    [
      '조건부 진행에는 조건과 이행 기한이 필요합니다.',
      'A conditional go needs conditions, each with a date to come.',
    ],
    [
      '조건마다 고유한 식별자와 앞으로의 이행 기한을 적으십시오.',
      'Give every condition an id of its own and a date after today.',
    ],
    'committee',
  ),
  hasHoldDate: refusal(
    409,
    ['보류에는 기한과 근거가 필요합니다.', 'A hold needs a date to come and its basis.'],
    ['오늘 이후의 기한과 보류 근거를 적으십시오.', 'Give a date after today, and why more data is needed.'],
    'committee',
  ),
  namesEarlierStage: refusal(
    409,
    ['되돌아갈 단계가 올바르지 않습니다.', 'This is no stage to go back to.'],
    [
      '시작 단계부터 현재 단계까지 중에서 고르십시오.',
      'Name a stage from the entry stage to the present one.',
    ],
    'committee',
  ),
  hasReason: refusal(
    409,
    ['중단(NO_GO)에는 사유가 필요합니다.', 'A no-go needs its reason.'],
    [
      '과학적 판단의 사유를 적으십시오. 제재 사유가 되지 않습니다.',
      'Give the scientific reason; it brings no sanction.',
    ],
    'committee',
  ),
  isNotOnHold: refusal(
    409,
    [
      '이미 임상 보류 중이거나 보류할 단계가 없습니다.',
      'The project is on clinical hold already, or has no stage left to hold.',
    ],
    ['현재의 보류가 해제된 뒤에 다시 통보하십시오.', 'Announce it again once the present hold is lifted.'],
    'regulator',
    'officer',
  ),
  isOnHold: refusal(
    409,
    ['임상 보류 중이 아닙니다.', 'The project is not on clinical hold.'],
    ['해제할 보류가 있는지 확인하십시오.', 'Check which hold is to be lifted.'],
    'regulator',
    'officer',
  ),
  isOpenCondition: refusal(
    409,
    ['이행을 기다리는 조건이 아닙니다.', 'No open condition has this id.'],
    ['표시된 조건 중에서 고르십시오.', 'Choose from the conditions shown.'],
    'officer',
  ),
};
