import { refusal } from './refusals-entry.js';

/** Ceilings, ratios, claims, settlement (domain.md section 3). */
export const moneyRefusals = {
  isWithinCompanyCeiling: refusal(
    409,
    ['기업별 지원 한도를 넘습니다.', "The sum passes the company's ceiling."],
    ['한도 안의 금액으로 다시 결정하십시오.', 'Decide on an amount within the ceiling.'],
    'committee',
    'approver',
  ),
  isWithinYearBudget: refusal(
    409,
    ['해당 연도 사업 예산을 넘습니다.', "The sum passes the year's budget."],
    [
      '예산이 확보될 때까지 승인할 수 없습니다. 예산 담당자와 협의하십시오.',
      'It cannot be approved until there is room; speak to whoever keeps the budget.',
    ],
    'finance',
  ),
  isYearBudgeted: refusal(
    409,
    ['해당 연도의 사업 예산이 편성되어 있지 않습니다.', 'The edition has no budget for this year.'],
    [
      '예산이 편성된 연도에만 지급을 승인할 수 있습니다. 사업 정의의 연도별 예산을 확인하십시오.',
      'A payment can be approved only in a year with a budget; look at the yearly budgets of the edition.',
    ],
    'administrator',
  ),
  coversPartnerCost: refusal(
    409,
    [
      '지원금이 협력기관 공동연구비보다 많아야 합니다.',
      "The grant must be more than the partner's cost, which is part of it.",
    ],
    [
      '공동연구비를 포함한 전체 정부지원금을 입력하십시오.',
      "Give all of the government's money, the partner's cost included.",
    ],
    'committee',
  ),
  isGovernmentWithinRatio: refusal(
    409,
    ['정부지원 비율이 한도를 넘습니다.', "The government's share is above its limit."],
    ['지원금을 줄여 다시 결정하십시오.', 'Decide on a smaller grant.'],
    'committee',
  ),
  isFirmShareEnough: refusal(
    409,
    ['기업부담금 비율이 부족합니다.', "The firm's share is too small."],
    ['기업부담금에 맞추어 지원금을 줄이십시오.', 'Decide on a grant that fits what the firm brings.'],
    'committee',
  ),
  isFirmCashEnough: refusal(
    409,
    ['기업부담금 중 현금 비율이 부족합니다.', "Too little of the firm's share is cash."],
    [
      '현금 부담이 부족한 신청입니다. 미선정하거나 신청기업이 철회 후 다시 신청해야 합니다.',
      'The application brings too little cash: reject it, or the firm withdraws and applies anew.',
    ],
    'committee',
    'applicant',
  ),
  fillsEveryTranche: refusal(
    409,
    [
      '지원금이 너무 적어 지급액이 없는 단계가 생깁니다.',
      'The grant is too small to give every stage its tranche.',
    ],
    [
      '모든 단계의 지급액이 1원 이상이 되도록 결정하십시오.',
      'Decide on a grant that leaves no tranche at nothing.',
    ],
    'committee',
  ),
  isCashShareReceived: refusal(
    409,
    [
      '기업부담 현금이 아직 모두 입금 확인되지 않았습니다.',
      "The firm's cash share has not been received in full.",
    ],
    [
      '입금 후 담당자가 입금을 확인하면 청구할 수 있습니다.',
      'Pay it in; once an officer has confirmed it the tranche can be claimed.',
    ],
    'officer',
  ),
  areTranchesSettled: refusal(
    409,
    ['처리 중인 지급 건이 있습니다.', 'A tranche is still being decided or paid.'],
    [
      '표시된 지급 건이 지급, 거절 또는 반려된 뒤 정산하십시오.',
      'Settle once the tranches shown are released, refused or returned.',
    ],
    'approver',
    'finance',
  ),
  isDisallowedWithinSpent: refusal(
    409,
    ['불인정 금액이 사용 금액보다 많습니다.', 'More is disallowed than was spent.'],
    ['사용 금액 이하로 입력하십시오.', 'Disallow at most what was spent.'],
    'officer',
  ),
  isFullRepayment: refusal(
    409,
    ['반납할 금액과 일치하지 않습니다.', 'This is not the amount that has to be repaid.'],
    [
      '표시된 금액이 전액 입금되었는지 확인하여 입력하십시오.',
      'Confirm the amount shown, once all of it has come in.',
    ],
    'finance',
  ),
};
