import { refusal } from './refusals-entry.js';

/** Selection by a call's list, the pre-check's verdicts, and the roadmap's check. */
export const selectionRefusals = {
  isPreCheckClear: refusal(
    409,
    [
      '사전검토에서 부적격으로 판정된 항목이 있습니다.',
      'The pre-check found something that is not eligible.',
    ],
    [
      '표시된 항목마다 사유를 적어 인정하거나 부적격으로 처리하십시오.',
      'Overrule each of the checks shown with a ground, or fail the pre-check.',
    ],
    'officer',
  ),
  arePreferencesProven: refusal(
    409,
    ['증빙이 없는 우대 요건이 있습니다.', 'A preference is confirmed without its proof.'],
    [
      '표시된 우대 요건마다 증빙 문서를 밝히거나 그 요건을 빼십시오.',
      'Name the document that proves each of those shown, or leave it out.',
    ],
    'officer',
  ),
  isOutsideCall: refusal(
    409,
    [
      '공고에 속한 과제이므로 개별로 결정할 수 없습니다.',
      'The project belongs to a call and is not decided on by itself.',
    ],
    [
      '표시된 공고에서 평가단을 배정하고 선정 목록으로 결정하십시오.',
      'Assign a panel, and decide on the list of the call shown.',
    ],
    'committee',
    'officer',
  ),
  isFromOwnCall: refusal(
    409,
    ['이 과제가 속한 공고의 결정이 아닙니다.', "This is no decision of the project's own call."],
    ['과제가 속한 공고를 확인하십시오.', 'Look at the call that the project belongs to.'],
  ),
  isOnReserve: refusal(
    409,
    ['예비순위에 있는 과제가 아닙니다.', 'The project is not on the reserve list.'],
    ['현재 순위와 상태를 확인하십시오.', 'Look at its present place and state.'],
  ),
  isLatestObjection: refusal(
    409,
    ['지금 처리 중인 이의신청에 대한 결정이 아닙니다.', 'This is no decision on the objection under way.'],
    ['표시된 순번의 이의신청을 확인하십시오.', 'Look at the objection of the number shown.'],
  ),
  isRoadmapCheckDue: refusal(
    409,
    ['로드맵 중간점검 시기가 아닙니다.', "The roadmap's check is not due yet."],
    ['표시된 기한이 지난 뒤 등록할 수 있습니다.', 'It can be recorded once the date shown has passed.'],
  ),
};
