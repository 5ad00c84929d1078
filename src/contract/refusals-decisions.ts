import { refusal } from './refusals-entry.js';

/** What a decision needs (domain.md section 2). */
export const decisionRefusals = {
  isSectorListed: refusal(
    409,
    ['사업연도의 지원 분야 목록에 없는 분야입니다.', "The sector is not on the edition's list."],
    [
      '사전검토 부적격으로 처리하거나 분야를 고쳐 다시 신청하게 하십시오.',
      'Fail the pre-check, or let the firm apply anew with a listed sector.',
    ],
    'officer',
    'applicant',
  ),
  isPartnerRegistered: refusal(
    409,
    ['등록된 협력기관이 아닙니다.', "The partner is not in the edition's register."],
    [
      '사전검토 부적격으로 처리하거나 등록된 협력기관으로 다시 신청하게 하십시오.',
      'Fail the pre-check, or let the firm apply anew with a registered partner.',
    ],
    'officer',
    'applicant',
  ),
  areStagesInOrder: refusal(
    409,
    ['시작 단계와 목표 단계의 순서가 맞지 않습니다.', 'The target stage comes before the entry stage.'],
    [
      '사전검토 부적격으로 처리하거나 단계를 고쳐 다시 신청하게 하십시오.',
      'Fail the pre-check, or let the firm apply anew with its stages in order.',
    ],
    'officer',
    'applicant',
  ),
  arePreferencesListed: refusal(
    409,
    ['사업연도에 없는 우대 요건입니다.', 'The edition has no such preference.'],
    ['표시된 우대 요건 중에서 고르십시오.', 'Choose from the preferences shown.'],
    'officer',
  ),
  isBeforeAgreement: refusal(
    409,
    [
      '협약이 체결된 뒤에는 철회할 수 없습니다.',
      'Once the agreement is in force an application cannot be withdrawn.',
    ],
    [
      '과제를 그만두려면 중단을 요청하십시오(REQUEST_TERMINATION). 특별평가로 결정됩니다.',
      'To stop, request termination (REQUEST_TERMINATION); a special evaluation decides.',
    ],
    'applicant',
  ),
  hasDisclosedForeignBenefits: refusal(
    409,
    ['국외수혜정보를 밝히지 않았습니다.', 'Benefits from abroad have not been disclosed.'],
    [
      '국외수혜정보(없는 경우 없음)를 밝히고 서명하십시오.',
      'Disclose them, or that there are none, and sign.',
    ],
    'applicant',
  ),
  isKnownGrade: refusal(
    409,
    ['사업연도에 없는 등급입니다.', 'The edition has no such grade.'],
    ['표시된 등급 중에서 고르십시오.', 'Choose from the grades shown.'],
    'officer',
    'committee',
  ),
  hasFindings: refusal(
    409,
    ['이 등급에 필요한 판정 사유가 빠졌습니다.', 'The findings that this grade needs are missing.'],
    [
      '표시된 사유가 모두 인정될 때만 이 등급을 줄 수 있습니다.',
      'This grade can be given only where all of those shown were found.',
    ],
    'officer',
    'committee',
  ),
  isSpecialEvaluationGround: refusal(
    409,
    ['특별평가 사유가 아닙니다.', 'This is no ground for a special evaluation.'],
    ['표시된 사유 중에서 고르십시오.', 'Choose from the grounds shown.'],
    'officer',
  ),
  hasNotAcceptedYet: refusal(
    409,
    ['이미 매칭을 수락했습니다.', 'Your side has accepted the match already.'],
    ['상대방의 수락을 기다리십시오.', 'Wait for the other side to accept.'],
    'applicant',
    'partner',
  ),
};
