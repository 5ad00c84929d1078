import { and } from 'xstate';
import { known } from '../words.js';
import {
  cancelTrancheThatTells,
  freezeTrancheThatTells,
  openTrancheThatTells,
  tellCompany,
} from './orders.js';
import { project } from './setup.js';

function end(id: string, ko: string, en: string) {
  return project.createStateConfig({ id, type: 'final', meta: known(ko, en) });
}

/** How a project of any track can end; the state's name says it. */
export const ends = {
  closed: end('closed', '종료', 'Closed'),
  terminated: end('terminated', '중단 종료', 'Terminated'),
  withdrawn: end('withdrawn', '신청 철회', 'Withdrawn'),
  ineligible: end('ineligible', '부적격', 'Ineligible'),
  rejected: end('rejected', '탈락 확정', 'Rejected'),
  lapsed: end('lapsed', '선정 취소', 'Selection lapsed'),
};

/** The end of a window that closed: of the roadmap, or of matching and agenda. */
export const expired = end('expired', '기한 만료', 'Expired');

/** What is taken in every state: withdrawal until the agreement is in force, and what the tranches tell. */
export const throughout = {
  WITHDRAW: {
    guard: and(['isApplicant', 'isOwnCase', 'isBeforeAgreement']),
    target: '#withdrawn',
    actions: tellCompany('withdrawn'),
  },
  TRANCHE_CHANGED: [
    { guard: and(['isSystem', 'isTooLateToOpen']), actions: ['recordTranche', cancelTrancheThatTells] },
    { guard: and(['isSystem', 'isToBeFrozen']), actions: ['recordTranche', freezeTrancheThatTells] },
    { guard: and(['isSystem', 'isDueToOpen']), actions: ['recordTranche', openTrancheThatTells] },
    { guard: 'isSystem', actions: 'recordTranche' },
  ],
} as const;
