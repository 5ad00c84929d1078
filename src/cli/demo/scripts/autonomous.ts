import type { Parts, Script, Turn } from '../script.js';
import {
  OPINION,
  agreed,
  finished,
  refusal,
  released,
  repaid,
  screened,
  selected,
  settledWith,
  stageDone,
  withDocument,
} from '../turns.js';

const GRANT = '100000000';
const DISALLOWED = '1500000';

/** Refused at first; another board upholds the objection and the committee decides again. */
function objected({ applicant }: Parts): Turn[] {
  return [
    { at: 'deliberation', who: 'committee', send: 'REJECT', data: refusal, leadsTo: 'notSelected' },
    {
      ...{ at: 'notSelected', who: applicant, send: 'FILE_OBJECTION', leadsTo: 'objection' },
      data: { ground: 'misreading', statement: '제출한 시험성적서를 다른 과제의 것으로 읽었습니다.' },
    },
    {
      ...{ on: 'objection/1', at: 'filed', who: 'officer', send: 'ASSIGN_BOARD', leadsTo: 'underReview' },
      data: { members: ['person-panel-member-7', 'person-panel-member-8'] },
    },
    {
      ...{ on: 'objection/1', at: 'underReview', who: 'officer', send: 'UPHOLD_OBJECTION' },
      ...{ data: { opinion: OPINION }, leadsTo: 'upheld' },
    },
    { until: 'deliberation' },
  ];
}

/** A special evaluation freezes the tranche, and the project goes on when it is explained. */
function questioned({ applicant }: Parts): Turn[] {
  const at = 'specialEvaluation.awaitingExplanation';
  const decided = 'specialEvaluation.awaitingDecision';
  return [
    {
      ...{ at: 'research.underWay', who: 'officer', send: 'OPEN_SPECIAL_EVALUATION', leadsTo: at },
      data: { ground: 'changed-environment', reason: '핵심 부품의 공급이 중단되었습니다.' },
    },
    { on: 2, until: 'held' },
    withDocument(
      { at, who: applicant, send: 'SUBMIT_EXPLANATION', leadsTo: decided },
      '소명서 / Explanation',
    ),
    {
      ...{ at: decided, who: 'committee', send: 'DECIDE_SPECIAL_EVALUATION', leadsTo: 'research.underWay' },
      data: { outcome: 'continue' },
    },
    { on: 2, until: 'claimable' },
  ];
}

/** The autonomous track: an objection upheld, a special evaluation survived, and some costs given back. */
export const autonomous: Script = {
  name: 'autonomous',
  track: 'autonomous',
  partnerId: 'partner-fraunhofer',
  application: { preferences: ['tips'] },
  turns: (parts) => [
    ...screened('priorityCheck'),
    ...objected(parts),
    selected(GRANT, 'agreementPending.open'),
    ...agreed(parts, 'research.underWay'),
    ...released(parts, 1),
    ...stageDone(parts, 'average', 'research.underWay'),
    ...settledWith(parts, 1),
    ...questioned(parts),
    ...released(parts, 2),
    ...stageDone(parts, 'poor', 'research.underWay'),
    ...settledWith(parts, 2),
    ...released(parts, 3),
    ...stageDone(parts, 'excellent', 'finalReport.open'),
    ...finished(parts),
    ...settledWith(parts, 3, DISALLOWED),
    ...repaid(parts, 3, DISALLOWED),
    { until: 'closed' },
  ],
  ends: {
    state: 'closed',
    tranches: ['released', 'released', 'released'],
    ...{ released: GRANT, returned: DISALLOWED },
  },
};
