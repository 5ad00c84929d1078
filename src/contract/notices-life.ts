import type { Bilingual } from '../charts/kernel/types.js';

/** What firms and partners are told of a project's life after its agreement: changes, special evaluations, its end. */
export const lifeNotices = {
  changeRequested: {
    ko: '협약변경 신청이 접수되었습니다.',
    en: 'The request for a change of agreement has been received.',
  },
  changeToCoSign: {
    ko: '귀 기관이 참여하는 협약변경이 신청되었습니다. 내용을 확인하고 서명하십시오.',
    en: 'A change of agreement has been requested that brings your institution in. Please look at it and co-sign it.',
  },
  changeRegistered: {
    ko: '과제의 경미한 협약변경이 등록되었습니다.',
    en: "A minor change of the project's agreement has been registered.",
  },
  changeRejected: {
    ko: '협약변경 신청이 승인되지 않았습니다. 협약은 그대로 유지됩니다.',
    en: 'The change of agreement has not been approved; the agreement stays as it is.',
  },
  agreementChanged: {
    ko: '협약이 변경되었습니다. 변경된 내용을 확인하십시오.',
    en: 'The agreement has been changed. Please look at what it says now.',
  },
  changeInapplicable: {
    ko: '승인된 협약변경을 더는 적용할 수 없어 협약에 반영하지 못했습니다.',
    en: 'An approved change of agreement can no longer be applied; the agreement stays as it is.',
  },
  partnerReplaced: {
    ko: '협약변경으로 귀 기관의 과제 참여가 종료되었습니다.',
    en: 'By a change of agreement your institution no longer takes part in the project.',
  },
  partnerJoined: {
    ko: '협약변경으로 귀 기관이 과제의 협력기관이 되었습니다.',
    en: "By a change of agreement your institution is now the project's partner.",
  },
  otherSpecialEvaluationOpened: {
    ko: '과제에 참여하는 다른 기관에 대한 특별평가가 시작되었습니다. 해당 기관의 집행만 정지됩니다.',
    en: "A special evaluation of the project's other institution has been opened; only that institution's spending is held.",
  },
  agreementTerminated: {
    ko: '협약이 해약되었습니다. 이후의 집행은 정지되며 최종평가와 정산이 진행됩니다.',
    en: 'The agreement has been terminated. Spending is held from now on; final evaluation and settlement follow.',
  },
  grantCut: {
    ko: '지원금이 감액되어 남은 단계의 지급액이 변경되었습니다.',
    en: 'The grant has been cut; what the remaining tranches come to has changed.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
