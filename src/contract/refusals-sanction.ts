import { refusal } from './refusals-entry.js';

/** Sanctions (domain.md section 4). */
export const sanctionRefusals = {
  isWithinReconsiderationWindow: refusal(
    409,
    ['제재처분 재검토를 요청할 기간이 지났습니다.', 'The time to ask for a reconsideration has passed.'],
    ['재검토 요청 없이 결정이 이루어집니다.', 'It is decided without a request.'],
    'committee',
  ),
  isLessThanProposed: refusal(
    409,
    [
      '감경하려면 통지한 처분보다 가벼운 처분을 같은 종류로 정해야 합니다.',
      'A reduction has to name less than was proposed, of the same kind.',
    ],
    ['표시된 기간이나 금액보다 작은 값을 입력하십시오.', 'Give less than the months or the amount shown.'],
    'committee',
  ),
};
