import { refusal } from './refusals-entry.js';

/** Draws, and the correction of what was posted (domain.md section 3). */
export const bookRefusals = {
  isNewDraw: refusal(
    409,
    ['이미 등록된 인출입니다.', 'This draw has been recorded already.'],
    ['포털의 인출 번호를 확인하십시오.', "Check the portal's number of the draw."],
    'finance',
  ),
  isInstitutionOfProject: refusal(
    409,
    ['과제에 참여하는 기관이 아닙니다.', 'This institution is no party to the project.'],
    ['표시된 기관 중에서 고르십시오.', 'Choose from the institutions shown.'],
    'finance',
  ),
  isWithinReleased: refusal(
    409,
    ['지급된 금액보다 많이 인출할 수 없습니다.', 'More is drawn than was released.'],
    [
      '지급이 확인되었는지, 금액이 맞는지 포털과 대조하십시오.',
      'Compare with the portal whether the release is confirmed and the amount is right.',
    ],
    'finance',
  ),
  isPostingOfProject: refusal(
    409,
    ['이 과제의 기장이 아닙니다.', 'This is no posting of this project.'],
    ['과제의 원장에서 기장 번호를 확인하십시오.', "Look up the posting's number in the project's statement."],
    'finance',
  ),
  isCorrectable: refusal(
    409,
    [
      '이 종류의 기장은 역분개로 정정하지 않습니다.',
      'Postings of this kind are not corrected by their reverse.',
    ],
    [
      '지급은 반납이나 환수로, 협약 금액은 협약변경으로 바로잡습니다.',
      'A release is put right by a return or a recovery, a commitment by a change of agreement.',
    ],
    'finance',
  ),
  isNotReversed: refusal(
    409,
    ['이미 역분개된 기장입니다.', 'This posting has been reversed already.'],
    ['원장에서 정정 내역을 확인하십시오.', 'Look at what was corrected in the statement.'],
    'finance',
  ),
  isAnotherPerson: refusal(
    403,
    ['기장한 사람은 스스로 정정할 수 없습니다.', 'Whoever made a posting does not reverse it.'],
    ['다른 재무 담당자가 정정해야 합니다.', 'Another finance officer has to do it.'],
    'finance',
  ),
};
