import type { Terms } from '../../../src/program/types.js';
import { comesLate, decidedOn } from './lives-clocks.js';
import { applicant, committee, officer, partner } from './moves.js';
import type { Move } from './moves.js';
import { COMPANY, PARTNER } from './people.js';

const sha256 = 'a'.repeat(64);
const opinion = { ko: '변경 사유가 인정됩니다.', en: 'The reasons hold.' };

/** The partner that comes instead in these suites; it is in the edition's register. */
export const NEW_PARTNER = 'partner-csem';

/** What each kind of change says in these suites. */
export const PARTICULARS: Readonly<Record<string, object>> = {
  institution: { replaces: PARTNER, by: NEW_PARTNER },
  goals: { summary: '목표 성능을 높입니다.' },
  period: { months: 6 },
  'total-money': { grant: '1100000000' },
  'year-split': { amounts: ['300000000', '500000000'] },
  equipment: { amount: '30000000' },
  termination: { summary: '더는 할 수 없습니다.' },
  method: { summary: '시험 방법을 바꿉니다.' },
};

/** The firm asks for a change of this kind, as these suites have it unless it says otherwise. */
export function requests(kind: string, particulars = PARTICULARS[kind]) {
  return applicant('REQUEST_CHANGE', {
    kind,
    particulars,
    reason: '사정이 바뀌었습니다.',
    documentSha256: sha256,
  });
}

/** How a change begins: of a kind, as its project says, to be decided by the officer or the committee. */
export function changeFacts(terms: Terms, filedAt: string): object {
  return {
    ...{ subjectId: 'change/2026/structured/0001/1', projectId: 'project/2026/structured/0001', no: 1 },
    ...{ companyId: COMPANY, partnerId: NEW_PARTNER, kind: 'institution', importance: 'important' },
    ...{ decidedBy: 'officer', particulars: PARTICULARS['institution'], imposedBy: null },
    ...{ reason: '협력기관이 참여를 그만둡니다.', documentSha256: sha256, filedAt },
    ...{ terms, openedAt: filedAt },
  };
}

const review = (of: string) => officer('RECORD_CLAUSE_REVIEW', { of, documentSha256: sha256, opinion });

export const REVIEWS = [review('roadmap'), review('intellectual-property')] as const;
export const COSIGN = partner('COSIGN_CHANGE').by({ org: NEW_PARTNER });
export const APPROVE = officer('APPROVE_CHANGE', { opinion });
export const REJECT = officer('REJECT_CHANGE', { ground: 'not-needed', opinion });
export const WITHDRAW = applicant('WITHDRAW_CHANGE');
/** The same decision, where it is the committee's. */
export const APPROVED = committee('APPROVE_CHANGE', { opinion });

/** The shortest whole life of a change of agreement. */
export const change: readonly Move[] = [...REVIEWS, COSIGN, APPROVE];

/** A change in which much happens: more time, another review, and a no. */
export const eventfulChange: readonly Move[] = [
  officer('EXTEND_CLOCK', {
    clock: 'change-decision',
    until: '2026-06-30',
    ground: '외부 자문이 필요합니다.',
  }),
  ...[...decidedOn('change-decision'), COSIGN, REVIEWS[1], REVIEWS[0]],
  ...[...comesLate('change-decision'), REJECT],
];
