/** What is told of time limits (domain.md section 4); the case shows which, with its arithmetic. */
export const clockNotices = {
  clockExtended: {
    ko: '기한이 연장되었습니다. 새 기한과 사유를 확인하십시오.',
    en: 'A time limit has been extended. Please look at the new due date and the ground.',
  },
  clockSuspended: {
    ko: '기한의 진행이 정지되었습니다. 남은 기간은 재개할 때 이어집니다.',
    en: 'A time limit has been suspended; what is left of it goes on when it is resumed.',
  },
  clockResumed: {
    ko: '정지된 기한이 재개되었습니다. 새 기한을 확인하십시오.',
    en: 'A suspended time limit runs again. Please look at the new due date.',
  },
  clockCorrected: {
    ko: '기산일이 정정되어 기한을 다시 계산했습니다. 새 기한을 확인하십시오.',
    en: 'The day from which a time limit runs has been corrected. Please look at the new due date.',
  },
  clockRecounted: {
    ko: '공휴일이 추가되어 기한을 다시 계산했습니다. 새 기한을 확인하십시오.',
    en: 'A holiday was added and time limits have moved. Please look at the new due dates.',
  },
  clockReminder: {
    ko: '처리하실 일의 기한이 다가오고 있습니다.',
    en: 'Something that is yours to do is due soon.',
  },
  clockOverdue: {
    ko: '처리하실 일의 기한이 지났습니다. 바로 처리하십시오.',
    en: 'Something that is yours to do is overdue. Please do it now.',
  },
  clockEscalated: {
    ko: '담당 업무의 기한이 지나 보고드립니다. 처리를 확인하십시오.',
    en: 'A duty is overdue and has been escalated to you. Please see to it that it is done.',
  },
} as const;

/** The notice of each thing that is said of a running time limit. */
export const tendingNotices = {
  remind: 'clockReminder',
  overdue: 'clockOverdue',
  escalate: 'clockEscalated',
} as const;
