import { refusal } from './refusals-entry.js';
import type { RefusalEntry } from './refusals-entry.js';

function notSo(ko: string, en: string): RefusalEntry {
  return refusal(
    409,
    [ko, en],
    [
      '현재 상태와 처리 가능한 요청 목록을 확인하십시오.',
      'Look at the present state and the actions that it offers.',
    ],
  );
}

/**
 * Guards that choose between the branches of an event. The last branch has none of them, so they refuse nothing today;
 * they have their words so that no guard can ever be without.
 */
export const routingRefusals = {
  isStageReportLate: notSo('단계보고서 기한이 지나지 않았습니다.', 'The stage report is not late.'),
  mayStop: notSo('과제를 중단시킬 수 있는 등급이 아닙니다.', 'This grade cannot stop a project.'),
  isLastStage: notSo('마지막 단계가 아닙니다.', 'This is not the last stage.'),
  wasIn: notSo('해당 상태에서 넘어온 과제가 아닙니다.', 'The project does not come from that state.'),
  wasHeldIn: notSo('해당 상태에서 보류된 과제가 아닙니다.', 'The project was not held in that state.'),
  says: notSo('그런 결정이 아닙니다.', 'That is not what was decided.'),
  isNothingToReturn: notSo('반납할 금액이 있습니다.', 'There is money to return.'),
  wasStopped: notSo('중단된 과제가 아닙니다.', 'The project was not stopped.'),
  isTooLateToOpen: notSo('종료 절차에 들어간 과제가 아닙니다.', 'The project is not being closed.'),
  isToBeFrozen: notSo('집행이 정지된 과제가 아닙니다.', "The project's money is not frozen."),
  isDueToOpen: notSo('아직 개시할 단계 지급이 아닙니다.', 'This tranche is not due to open.'),
  isInapplicable: notSo('적용할 수 있는 변경입니다.', 'The change can be applied.'),
  isChangeOf: notSo('그런 종류의 변경이 아닙니다.', 'It is no change of that kind.'),
  isImposed: notSo('위원회가 직권으로 결정한 변경이 아닙니다.', 'No committee imposed the change.'),
  isRegisteredOnly: notSo('사전 승인이 필요한 변경입니다.', 'The change needs approval before the fact.'),
  isAcceptedByTheOther: notSo('상대방이 아직 수락하지 않았습니다.', 'The other side has not accepted yet.'),
  reachesTarget: notSo('목표 단계에 이르지 않았습니다.', 'The target stage has not been reached.'),
  opensTranche: notSo('새로 개시할 단계 지급이 없습니다.', 'There is no further tranche to open.'),
  isInCall: notSo('공고에 속한 과제가 아닙니다.', 'The project belongs to no call.'),
  holdsPlace: notSo('공고에서 선정된 과제가 아닙니다.', 'The project holds no place in a call.'),
  mayStillObject: notSo('이의신청 기간이 지났습니다.', 'The time for an objection has passed.'),
  completesPanel: notSo('아직 채점하지 않은 평가위원이 있습니다.', 'Not every panel member has scored.'),
  asksForModeration: notSo(
    '점수 편차가 조정 기준에 이르지 않았습니다.',
    'The scores are not far enough apart for a moderation.',
  ),
  hasStageToSettle: notSo('새로 정산할 단계가 없습니다.', 'There is no further stage to settle.'),
  isEverythingClosed: notSo(
    '정산, 환수 또는 제재 절차가 남아 있습니다.',
    'A settlement, a recovery or a sanction is still open.',
  ),
  isLastToClose: notSo('남은 절차가 더 있습니다.', 'Something else is still open.'),
  isToReturn: notSo('확정된 반납금이 없습니다.', 'Nothing is to be returned for good.'),
  isFixingRelease: notSo('집행액을 확정하는 중이 아닙니다.', 'What was released is not being fixed.'),
  isReturned: notSo('반납이 끝나지 않았습니다.', 'The return is not complete.'),
  bringsRecovery: notSo('환수할 금액이 없습니다.', 'There is nothing to recover.'),
  isStageInSettlement: notSo('정산 중인 단계가 아닙니다.', 'The stage is not being settled.'),
  isUnclaimed: notSo('이미 지급되었거나 종결된 지급 건입니다.', 'The tranche is released, or is over.'),
  isReleaseOver: notSo('지급 절차가 끝나지 않았습니다.', 'The tranche is not over.'),
  isReportOutdated: notSo(
    '보고 후 지급액이 달라지지 않았습니다.',
    'What was released has not changed since the report.',
  ),
  isNothingSettled: notSo(
    '불인정 금액이나 반납할 금액이 있습니다.',
    'Something was disallowed, or is to be returned.',
  ),
  paysAll: notSo('남은 납부액이 더 있습니다.', 'More is still owed.'),
  isAfterSanction: notSo('제재에 따른 환수가 아닙니다.', 'The recovery does not follow a sanction.'),
  wasScheduled: notSo('개시 전의 지급 건이 아닙니다.', 'The tranche had been opened already.'),
  isFrozen: notSo('집행 정지 중이 아닙니다.', 'The tranche is not frozen.'),
  isReserved: notSo('확보된 예산이 없습니다.', 'No funds are held for the tranche.'),
  isCancelled: notSo('지급 취소가 요청되지 않았습니다.', 'The tranche was not cancelled.'),
  leavesNothing: notSo('남은 지급 금액이 있습니다.', 'The tranche has money left.'),
  bindsMore: notSo('협약 금액이 늘어나지 않습니다.', 'No more money is committed than before.'),
  bindsLess: notSo('협약 금액이 줄어들지 않습니다.', 'No less money is committed than before.'),
  isDrawReversed: notSo('인출 기장이 아닙니다.', 'This is not the posting of a draw.'),
  isRoadmapCompetition: notSo('로드맵 평가 공고가 아닙니다.', 'This is not a competition of roadmaps.'),
  opensLater: notSo('접수 시작이 이미 지났습니다.', 'The window has opened already.'),
  leavesVacancy: notSo('남은 결원이 없습니다.', 'No place was left vacant.'),
  hasVacancy: notSo('결원이 없습니다.', 'There is no vacant place.'),
  isToAskAgain: notSo('다시 확인할 결원이 없습니다.', 'There is no vacancy to ask about again.'),
  isExhaustedAlready: notSo('예비순위가 남아 있습니다.', 'The reserve list is not exhausted.'),
} as const satisfies Readonly<Record<string, RefusalEntry>>;
