import { refusal } from './refusals-entry.js';

/** What the API says of calls and ranked lists before a chart is asked; a list's limits are those of the rules. */
export const listRefusals = {
  callExists: refusal(
    409,
    ['이 연도와 유형의 공고가 이미 있습니다.', 'There is such a call already for this edition and track.'],
    [
      'GET /v1/calls 에서 기존 공고를 확인하십시오. 접수 기간과 선정 규모는 그 공고에서 변경합니다.',
      'Look it up at GET /v1/calls; its window and capacity are changed there.',
    ],
    'sender',
  ),
  noSuchCompetition: refusal(
    422,
    ['이 유형에는 없는 경쟁 절차입니다.', 'This track has no such competition.'],
    [
      '공동 로드맵 경쟁평가(roadmap)는 사전기획·수요연계형에만 있습니다.',
      'Only the structured track has a competition over joint roadmaps.',
    ],
    'sender',
  ),
  listUnknown: refusal(
    422,
    ['이 공고에 없는 순위명부입니다.', 'This call has no such list.'],
    ['GET /v1/calls/…/lists 에서 순위명부를 확인하십시오.', 'Look up its lists at GET /v1/calls/…/lists.'],
    'sender',
  ),
  notRankedYet: refusal(
    409,
    ['아직 통보된 순위가 없습니다.', 'No rank has been notified yet.'],
    ['선정 결과가 통보된 뒤에 확인하십시오.', 'Look again once the outcome has been notified.'],
    'committee',
  ),
  isOnList: refusal(
    422,
    ['순위명부에 없는 과제입니다.', 'This project is not on the list.'],
    ['과제 번호를 확인하십시오.', "Check the project's id."],
    'sender',
  ),
  isPromiseKept: refusal(
    409,
    [
      '이미 통보하거나 협약한 선정은 명부로 바꿀 수 없습니다.',
      'A selection that was notified or agreed cannot be changed by a list.',
    ],
    [
      '해당 과제를 예외에서 빼십시오. 선정은 포기·철회나 협약 미체결로만 끝납니다.',
      'Leave it out of the exceptions; it ends only by being declined, withdrawn or left to lapse.',
    ],
    'committee',
  ),
  reachesThreshold: refusal(
    409,
    ['기준점수에 미치지 못한 과제입니다.', 'This project is below the threshold.'],
    [
      '기준점수에 미치지 못한 과제는 예외로도 선정하거나 예비로 둘 수 없습니다.',
      'Below the threshold a project can be neither selected nor put on the reserve, not even by exception.',
    ],
    'committee',
  ),
  isWithinCapacity: refusal(
    409,
    ['선정 규모를 넘습니다.', 'This passes the capacity.'],
    [
      '선정할 과제를 줄이거나 선정 규모를 먼저 늘리십시오(CHANGE_CAPACITY).',
      'Select fewer, or raise the capacity first (CHANGE_CAPACITY).',
    ],
    'committee',
  ),
  isWithinBudget: refusal(
    409,
    ['공고의 예산을 넘습니다.', "This passes the call's budget."],
    [
      '지원금이나 선정 과제를 줄이거나 예산을 먼저 늘리십시오(CHANGE_CAPACITY).',
      'Lower grants, select fewer, or raise the budget first (CHANGE_CAPACITY).',
    ],
    'committee',
  ),
};
