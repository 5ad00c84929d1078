import { refusal } from './refusals-entry.js';

/** What an objection needs: another board than the panel (domain.md section 2). */
export const objectionRefusals = {
  isAnotherBoard: refusal(
    409,
    [
      '선정평가에 참여한 평가위원은 이의신청을 검토할 수 없습니다.',
      'Nobody of the panel that evaluated may look at the objection.',
    ],
    ['표시된 위원을 빼고 다시 지정하십시오.', 'Leave out the members shown and assign the board anew.'],
    'officer',
  ),
  hasBoard: refusal(
    409,
    ['이의신청을 검토할 위원이 지정되지 않았습니다.', 'No board has been assigned to the objection.'],
    ['재검토위원을 먼저 지정하십시오(ASSIGN_BOARD).', 'Assign the board first (ASSIGN_BOARD).'],
    'officer',
  ),
};
