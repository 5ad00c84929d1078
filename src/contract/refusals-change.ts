import { refusal } from './refusals-entry.js';

/** Changes of the agreement (협약변경, domain.md section 2). */
export const changeRefusals = {
  isAgreementRunning: refusal(
    409,
    ['협약이 진행 중이 아닙니다.', 'The agreement is not running.'],
    [
      '협약 체결 후 최종보고서를 제출하기 전까지만 변경을 신청할 수 있습니다.',
      'A change can be requested from the agreement until the final report is in.',
    ],
  ),
  isChangeListed: refusal(
    409,
    ['사업연도에 없는 협약변경 종류입니다.', 'The edition knows no such change.'],
    ['표시된 종류 중에서 고르십시오.', 'Choose from those shown.'],
    'applicant',
  ),
  isNotUnderReviewAlready: refusal(
    409,
    ['같은 종류의 협약변경이 검토 중입니다.', 'A change of this kind is under review already.'],
    ['검토 결과를 기다리거나 먼저 신청을 철회하십시오.', 'Wait for it to be decided, or withdraw it first.'],
    'applicant',
  ),
  replacesOwnPartner: refusal(
    409,
    [
      '현재 협력기관을 다른 기관으로 바꾸는 변경이 아닙니다.',
      "This does not put another in the partner's place.",
    ],
    [
      '표시된 현재 협력기관과 새 협력기관을 적으십시오.',
      'Name the present partner shown, and another one instead.',
    ],
    'applicant',
  ),
  isNewPartnerRegistered: refusal(
    409,
    ['새 협력기관이 등록되어 있지 않습니다.', 'The new partner is not registered.'],
    [
      '담당자가 협력기관을 등록한 뒤 다시 신청하십시오.',
      'Ask an officer to register it, then request again.',
    ],
    'officer',
    'administrator',
  ),
  hasStageToExtend: refusal(
    409,
    ['연장할 수 있는 단계가 수행 중이 아닙니다.', 'No stage is running that could be made longer.'],
    [
      '단계를 시작한 뒤 평가가 끝나기 전에 신청하십시오.',
      'Request it after a stage has begun and before it is evaluated.',
    ],
    'applicant',
  ),
  hasTrancheToChange: refusal(
    409,
    ['금액을 바꿀 수 있는 단계 지급이 남아 있지 않습니다.', 'No tranche is left whose amount could change.'],
    [
      '이미 개시된 단계 지급의 금액은 바꿀 수 없습니다.',
      'What a tranche comes to cannot change once it was opened.',
    ],
  ),
  isAnotherGrant: refusal(
    409,
    ['현재 지원금과 같은 금액입니다.', 'This is the present grant.'],
    ['표시된 금액과 다른 총액을 적으십시오.', 'Name another amount than the one shown.'],
    'applicant',
    'committee',
  ),
  keepsSum: refusal(
    409,
    [
      '배분한 금액이 남은 단계 지급의 수 또는 합계와 맞지 않습니다.',
      'The amounts do not match the remaining tranches or their sum.',
    ],
    [
      '표시된 단계마다 1원 이상을 적고 합계를 같게 하십시오.',
      'Give each of those shown at least a won, and keep the sum.',
    ],
    'applicant',
  ),
  isOpenChange: refusal(
    409,
    ['처리 중인 협약변경이 아닙니다.', 'No such change is under way.'],
    ['현재 진행 중인 협약변경을 확인하십시오.', 'Look at which changes are under way.'],
    'system',
  ),
  isDeciderOfChange: refusal(
    403,
    ['이 협약변경을 결정할 권한이 없습니다.', 'This change is for others to decide.'],
    ['표시된 결정 주체가 결정해야 합니다.', 'Those shown have to decide on it.'],
    'officer',
    'committee',
  ),
  isOwnRequest: refusal(
    409,
    ['기업이 신청한 협약변경이 아닙니다.', 'The firm did not ask for this change.'],
    ['위원회가 직권으로 결정한 변경은 철회할 수 없습니다.', 'What a committee imposed cannot be withdrawn.'],
    'committee',
  ),
  bringsPartner: refusal(
    409,
    ['협력기관을 바꾸는 협약변경이 아닙니다.', 'This change brings no other partner.'],
    [
      '조항 재검토와 공동서명은 협력기관을 바꿀 때만 필요합니다.',
      'Clauses are reviewed again, and co-signed, only where the partner is replaced.',
    ],
  ),
  isClauseToReview: refusal(
    409,
    ['이미 재검토한 조항입니다.', 'These clauses have been reviewed already.'],
    ['표시된 조항을 재검토하십시오.', 'Review the clauses shown.'],
    'officer',
  ),
  isNotCoSignedYet: refusal(
    409,
    ['이미 서명한 협약변경입니다.', 'The change has been co-signed already.'],
    ['결정을 기다리십시오.', 'Wait for it to be decided.'],
  ),
  areClausesReviewed: refusal(
    409,
    [
      '협력기관이 바뀌므로 협약 조항을 다시 검토해야 합니다.',
      'The partner changes: clauses of the agreement have to be reviewed again.',
    ],
    [
      '표시된 조항의 재검토를 등록하십시오(RECORD_CLAUSE_REVIEW).',
      'Record the review of those shown (RECORD_CLAUSE_REVIEW).',
    ],
    'officer',
  ),
  isCoSigned: refusal(
    409,
    ['새 협력기관이 아직 서명하지 않았습니다.', 'The new partner has not co-signed yet.'],
    ['새 협력기관이 서명해야 합니다(COSIGN_CHANGE).', 'It has to co-sign first (COSIGN_CHANGE).'],
    'partner',
  ),
};
