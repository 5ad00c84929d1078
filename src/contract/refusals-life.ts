import { refusal } from './refusals-entry.js';

/** Special evaluations, decisions on a lawful basis, and what follows from them (domain.md section 2). */
export const lifeRefusals = {
  hasLawfulBasis: refusal(
    409,
    [
      '중단, 감액 또는 변경 결정에 법적 근거가 없습니다.',
      'A decision to stop, cut or change needs a lawful basis.',
    ],
    [
      '표시된 근거 중 하나를 밝히십시오. 연차 점검만으로는 결정할 수 없습니다.',
      'Name one of those shown; a yearly check alone is none.',
    ],
    'officer',
    'committee',
  ),
  isBasisEstablished: refusal(
    409,
    ['제시한 근거가 이 과제에서 성립하지 않았습니다.', 'The basis named has not come about in this project.'],
    [
      '표시된 근거만 이 결정에 쓸 수 있습니다. 없으면 먼저 특별평가 또는 협약변경 절차를 거치십시오.',
      'Only those shown can carry this decision; where there is none, a special evaluation or an agreed change comes first.',
    ],
    'officer',
    'committee',
  ),
  hasInstitution: refusal(
    409,
    ['과제에 협력기관이 없습니다.', 'The project has no partner.'],
    ['대상 기관을 신청기업으로 하여 다시 착수하십시오.', 'Open it for the firm instead.'],
    'officer',
  ),
  leavesTimeToExplain: refusal(
    409,
    [
      '소명 기한은 통지일 다음 날부터 정할 수 있습니다.',
      'The last day of the explanation must be after the notice.',
    ],
    ['표시된 날 이후의 날을 소명 기한으로 정하십시오.', 'State a day after the one shown.'],
    'officer',
  ),
  isInstitutionConcerned: refusal(
    403,
    [
      '특별평가 대상 기관만 소명할 수 있습니다.',
      'Only the institution under special evaluation may explain itself.',
    ],
    ['대상 기관의 담당자가 제출해야 합니다.', 'Somebody of the institution concerned has to submit it.'],
    'applicant',
    'partner',
  ),
  namesWhatChanges: refusal(
    409,
    [
      '감액에는 새 지원금을, 변경에는 변경 내용을 적어야 합니다.',
      'A cut needs the new grant, and a change what changes.',
    ],
    ['빠진 내용을 적어 다시 결정하십시오.', 'Decide again with what is missing.'],
    'committee',
  ),
  isCutBelow: refusal(
    409,
    ['감액은 현재 지원금보다 적어야 합니다.', 'A cut leaves less than the present grant.'],
    ['표시된 금액보다 적게 정하십시오.', 'Decide on less than the amount shown.'],
    'committee',
  ),
  maySanction: refusal(
    409,
    [
      '제재할 수 있는 사유로 특별평가가 결정된 과제가 아닙니다.',
      'No special evaluation was decided here on a ground that may bring a sanction.',
    ],
    [
      '표시된 사유의 특별평가가 결정된 뒤에 사전통지할 수 있습니다.',
      'Prior notice can be given once a special evaluation on a ground shown is decided.',
    ],
    'officer',
    'committee',
  ),
  hasSanctionMeasure: refusal(
    409,
    [
      '참여제한에는 개월 수를, 환수와 제재부가금에는 금액을 적어야 합니다.',
      'A ban needs its months, a recovery or a levy its amount.',
    ],
    ['빠진 내용을 적어 다시 통지하십시오.', 'Give notice again with what is missing.'],
    'officer',
  ),
  isSanctionNew: refusal(
    409,
    ['같은 종류의 제재처분이 진행 중입니다.', 'A sanction of this kind is pending already.'],
    ['진행 중인 처분이 결정된 뒤에 다시 통지하십시오.', 'Wait until that one is decided.'],
    'officer',
  ),
  isRecoveryGrounded: refusal(
    409,
    ['환수를 결정할 근거가 없습니다.', 'There is nothing on which a recovery can rest.'],
    [
      '제재 사유가 있는 특별평가로 중단된 과제에서만 근거를 특별평가로 하여 환수를 결정할 수 있습니다.',
      'It rests on a special evaluation that stopped the project on a ground which may bring a sanction.',
    ],
    'committee',
  ),
  isWithinReleasedSum: refusal(
    409,
    ['환수액의 합이 지급된 금액보다 많습니다.', 'More would be recovered than has been released.'],
    ['표시된 금액 안에서 결정하십시오.', 'Stay within the amounts shown.'],
    'committee',
  ),
};
