import { refusal } from './refusals-entry.js';

const anew = [
  '표시된 기준에 맞추어 분할납부 계획을 다시 제출하십시오.',
  'Propose the instalments anew, by what is shown.',
] as const;

/** Money that comes back, and instalments (domain.md section 3). */
export const recoveryRefusals = {
  isNewReceipt: refusal(
    409,
    ['이미 등록된 입금입니다.', 'This receipt has been recorded already.'],
    [
      '입금 참조번호를 확인하십시오. 같은 입금은 한 번만 등록합니다.',
      'Look at the reference: a transfer is recorded once.',
    ],
    'finance',
  ),
  isWithinOwed: refusal(
    409,
    ['남은 납부액보다 많은 금액입니다.', 'This is more than is still owed.'],
    [
      '표시된 금액 이하로 등록하고, 초과 입금액은 기업에 돌려주십시오.',
      'Record at most the amount shown, and give the rest back to the firm.',
    ],
    'finance',
  ),
  isReceivedByNow: refusal(
    409,
    ['아직 오지 않은 날짜의 입금은 등록할 수 없습니다.', 'A receipt cannot be recorded before its day.'],
    ['실제 입금일을 입력하십시오.', 'Give the day on which the money came in.'],
    'finance',
  ),
  isPlanExact: refusal(
    409,
    ['분할납부액의 합계가 남은 납부액과 다릅니다.', 'The instalments do not add up to what is still owed.'],
    anew,
    'applicant',
  ),
  hasNoEmptyInstalment: refusal(
    409,
    ['납부액이 없는 회차가 있습니다.', 'There is an instalment of nothing.'],
    anew,
    'applicant',
  ),
  arePlanDatesRising: refusal(
    409,
    [
      '회차별 납부일이 순서대로가 아니거나 이미 지났습니다.',
      'The days of the instalments are out of order, or have passed.',
    ],
    anew,
    'applicant',
  ),
  isPlanWithinCount: refusal(
    409,
    ['분할납부 횟수가 한도를 넘습니다.', 'There are more instalments than are allowed.'],
    anew,
    'applicant',
  ),
  isPlanWithinPeriod: refusal(
    409,
    ['마지막 납부일이 허용된 기간을 넘습니다.', 'The last instalment falls beyond the time allowed.'],
    anew,
    'applicant',
  ),
  isNotPlanProposer: refusal(
    403,
    [
      '분할납부를 신청한 사람은 승인할 수 없습니다.',
      'Whoever proposed the instalments may not approve them.',
    ],
    [
      '다른 재무 담당자가 승인해야 합니다. 위임받은 처리도 같은 사람으로 봅니다.',
      'Another finance officer has to do it; acting under a delegation counts as both people.',
    ],
    'finance',
  ),
  isInstalmentOverdue: refusal(
    409,
    ['이번 회차의 납부 기한이 지나지 않았습니다.', 'The present instalment is not overdue.'],
    [
      '표시된 기한이 지나도록 납부되지 않은 경우에만 취소할 수 있습니다.',
      'They can be revoked only where the date shown has passed without the money.',
    ],
  ),
};
