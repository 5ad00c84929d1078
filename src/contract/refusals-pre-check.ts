import { refusal } from './refusals-entry.js';

/**
 * What the pre-check asks beside what charts hold themselves (domain.md section 2). An officer confirms each no or overrules
 * it with a ground; so these are never the answer to a request, but stand in the pre-check's report.
 */
export const preCheckRefusals = {
  isWithinWindow: refusal(
    409,
    ['접수 기간 안에 접수되지 않았습니다.', 'It was not received within the window.'],
    [
      '접수 시각과 접수 기간을 확인하여 확정하거나, 사유를 적어 적격으로 판단하십시오.',
      'Check the time of receipt against the window; confirm it, or overrule it with a ground.',
    ],
    'officer',
  ),
  isWithinCall: refusal(
    409,
    ['공고의 접수 기간 안에 접수되지 않았습니다.', "It was not received within the call's window."],
    [
      '접수 당시와 현재의 마감을 확인하여 확정하거나, 사유를 적어 적격으로 판단하십시오.',
      'Check it against the closes then and now; confirm it, or overrule it with a ground.',
    ],
    'officer',
  ),
  isFirmFree: refusal(
    409,
    ['참여제한 중인 기업입니다.', 'The firm is banned from taking part.'],
    [
      '제한 기간과 조회 기준일을 확인하십시오.',
      'Check until when the ban runs, and the day of the register.',
    ],
    'officer',
  ),
  isInvestigatorFree: refusal(
    409,
    ['연구책임자가 참여제한 중입니다.', 'The principal investigator is banned from taking part.'],
    [
      '제한 기간과 조회 기준일을 확인하십시오.',
      'Check until when the ban runs, and the day of the register.',
    ],
    'officer',
  ),
  isFirmWithinLimit: refusal(
    409,
    ['기업이 동시에 수행할 수 있는 과제 수를 넘습니다.', 'The firm would run more projects than it may.'],
    ['수행 중인 과제의 종료 여부를 확인하십시오.', 'Check whether those that it runs are still running.'],
    'officer',
  ),
  isInvestigatorWithinLimit: refusal(
    409,
    [
      '연구책임자가 동시에 참여할 수 있는 과제 수를 넘습니다.',
      'The principal investigator would be on more projects than allowed.',
    ],
    [
      '참여 과제와 국외 기관의 비용 부담 여부를 확인하십시오.',
      'Check the projects, and whether a foreign corporation bears cost.',
    ],
    'officer',
  ),
  isPrincipalWithinLimit: refusal(
    409,
    [
      '연구책임자가 동시에 책임을 맡을 수 있는 과제 수를 넘습니다.',
      'The principal investigator would lead more projects than allowed.',
    ],
    [
      '책임 과제와 국외 기관의 비용 부담 여부를 확인하십시오.',
      'Check the projects that they lead, and whether a foreign corporation bears cost.',
    ],
    'officer',
  ),
  isProposalOpen: refusal(
    409,
    ['접수 중인 기술제안이 아닙니다.', "The partner's proposal is not open."],
    [
      '기술제안의 상태와 협력기관의 등록 여부를 확인하십시오.',
      'Check the state of the proposal, and whether its partner is still in the register.',
    ],
    'officer',
  ),
};
