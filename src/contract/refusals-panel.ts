import { refusal } from './refusals-entry.js';

/** Panels and their scores (domain.md section 2). */
export const panelRefusals = {
  isPanelLargeEnough: refusal(
    409,
    ['평가단 인원이 부족합니다.', 'The panel is too small.'],
    [
      '표시된 최소 인원 이상의 평가위원을 배정하십시오.',
      'Assign at least as many members as the minimum shown.',
    ],
    'officer',
  ),
  hasNoExcludedMember: refusal(
    409,
    [
      '이해관계가 있어 제척되는 평가위원이 포함되어 있습니다.',
      'A member is excluded from this project by a conflict of interest.',
    ],
    ['표시된 평가위원을 빼고 다시 배정하십시오.', 'Leave out the members shown and assign again.'],
    'officer',
  ),
  isAssignedMember: refusal(
    403,
    ['이 과제에 배정된 평가위원이 아닙니다.', 'You are not assigned to evaluate this project.'],
    ['담당자에게 배정 여부를 확인하십시오.', 'Ask an officer whether you are assigned.'],
    'officer',
  ),
  hasNotScored: refusal(
    409,
    ['이미 점수를 제출했습니다.', 'Your score has been submitted already.'],
    [
      '점수는 편차 조정 절차에서만 고칠 수 있습니다.',
      'A score can be revised only where the panel meets again to moderate.',
    ],
  ),
  scoresEveryCriterion: refusal(
    409,
    ['평가항목별 점수가 빠졌거나 없는 항목이 있습니다.', 'The scores do not match the criteria.'],
    [
      '표시된 평가항목마다 하나씩 점수를 적으십시오.',
      'Give each of the criteria shown one score, and nothing else.',
    ],
    'panelMember',
  ),
  isMemberToReplace: refusal(
    409,
    ['교체할 수 있는 평가위원이 아닙니다.', 'This is no member of the panel who could be replaced.'],
    [
      '현재 평가단에 있는 평가위원 중에서 고르십시오.',
      'Name somebody who is on the panel and has not been replaced yet.',
    ],
    'officer',
  ),
  isNewToPanel: refusal(
    409,
    ['이미 이 평가단에 배정되었던 사람입니다.', 'This person has been on the panel already.'],
    ['다른 평가위원을 배정하십시오.', 'Assign somebody else.'],
    'officer',
  ),
};
