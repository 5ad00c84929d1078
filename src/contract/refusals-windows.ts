import { refusal } from './refusals-entry.js';

/** Clocks (domain.md section 4), judged by the time of receipt. */
export const windowRefusals = {
  isWithinObjectionWindow: refusal(
    409,
    ['이의신청 기간이 지났습니다.', 'The time for an objection has passed.'],
    [
      '기간 안에 접수되지 않은 이의신청은 받을 수 없습니다.',
      'An objection that was not received in time cannot be taken.',
    ],
  ),
  isFirstObjection: refusal(
    409,
    ['이의신청은 한 번만 할 수 있습니다.', 'An objection can be filed only once.'],
    ['이미 처리된 이의신청의 결과를 확인하십시오.', 'Look at how the objection was decided.'],
  ),
  isAdmissibleGround: refusal(
    409,
    ['이의신청 사유로 인정되지 않습니다.', 'This is no admissible ground for an objection.'],
    [
      '표시된 사유 중에서 고르십시오. 연구비 규모, 규정, 평가단 구성은 사유가 아닙니다.',
      'Choose one of those shown; the money, the rules and who sat on the panel are none.',
    ],
    'applicant',
  ),
  isWithinRoadmapWindow: refusal(
    409,
    ['로드맵 수립 기간이 지났습니다.', 'The roadmap window has passed.'],
    [
      '기간 안에 접수되지 않은 로드맵은 받을 수 없습니다.',
      'A roadmap that was not received in time cannot be taken.',
    ],
  ),
  isWithinPlanRevisionWindow: refusal(
    409,
    ['계획서 보완 기간이 지났습니다.', 'The time to revise the plan has passed.'],
    ['보완 없이 협약 절차가 진행됩니다.', 'The agreement goes on without the revision.'],
  ),
  isWithinMatchingWindow: refusal(
    409,
    ['연구자 매칭 기간이 지났습니다.', 'The matching window has passed.'],
    ['기간 안에 매칭되지 않은 과제는 만료됩니다.', 'A project that was not matched in time expires.'],
  ),
  isWithinAgendaWindow: refusal(
    409,
    ['공동 연구의제 수립 기간이 지났습니다.', 'The time for the research agenda has passed.'],
    ['기간 안에 확정되지 않은 과제는 만료됩니다.', 'A project whose agenda was not agreed in time expires.'],
  ),
  isWithinExplanationWindow: refusal(
    409,
    ['소명 기간이 지났습니다.', 'The time for an explanation has passed.'],
    ['소명 없이 심의위원회가 결정합니다.', 'The committee decides without it.'],
    'committee',
  ),
  isGraceOver: refusal(
    409,
    ['협약 지연 경고 후 유예기간이 끝나지 않았습니다.', 'The grace after the agreement warning is not over.'],
    [
      '표시된 기한이 지난 뒤 선정을 취소할 수 있습니다.',
      'The selection can be cancelled once the date shown has passed.',
    ],
  ),
  isReportOpen: refusal(
    409,
    ['보고서 접수가 아직 시작되지 않았습니다.', 'The report is not accepted yet.'],
    ['표시된 시각부터 제출할 수 있습니다.', 'Submit it from the instant shown.'],
  ),
};
