import type { Parts, Script, Turn } from '../script.js';
import {
  agreed,
  finished,
  released,
  screened,
  selected,
  settledWith,
  stageDone,
  withDocument,
} from '../turns.js';

const GRANT = '100000000';

/** The proposal of a partner that a firm answers, and the months with it. */
function roadmap({ applicant, partner }: Parts): Turn[] {
  return [
    withDocument(
      {
        ...{ at: 'roadmap.drafting', who: applicant, send: 'SUBMIT_ROADMAP' },
        leadsTo: 'roadmap.awaitingCoSignature',
      },
      '공동 R&D 로드맵 / Joint R&D roadmap',
    ),
    {
      ...{ at: 'roadmap.awaitingCoSignature', who: partner, send: 'COSIGN_ROADMAP' },
      leadsTo: 'roadmapEvaluation.unassigned',
    },
    {
      ...{
        at: 'roadmapEvaluation.unassigned',
        who: 'committee',
        send: 'PASS_ROADMAP',
        data: { grant: GRANT },
      },
      leadsTo: 'agreementPending.open',
    },
  ];
}

// Without its cash share a firm can't claim; and whoever approved first can't approve again.
function firstTranche(parts: Parts): Turn[] {
  const [cashShare, claim, first, second, ...rest] = released(parts, 1);
  if (!cashShare || !claim || !first || !second) throw new Error('a tranche is released in fewer turns');
  return [
    { ...claim, refusedWith: 'isCashShareReceived' },
    cashShare,
    claim,
    first,
    { ...second, who: 'approver', refusedWith: 'isFinance' },
    second,
    ...rest,
  ];
}

/** The structured track: roadmap with the partner, three stages, three tranches, closed with nothing to give back. */
export const structured: Script = {
  name: 'structured',
  track: 'structured',
  partnerId: 'partner-tno',
  application: {},
  turns: (parts) => [
    ...screened('underEvaluation.unassigned'),
    selected(GRANT, 'roadmap.drafting'),
    ...roadmap(parts),
    ...agreed(parts, 'research.underWay'),
    ...firstTranche(parts),
    ...stageDone(parts, 'average', 'research.underWay'),
    ...settledWith(parts, 1),
    ...released(parts, 2),
    ...stageDone(parts, 'excellent', 'research.underWay'),
    ...settledWith(parts, 2),
    ...released(parts, 3),
    ...stageDone(parts, 'excellent', 'finalReport.open'),
    ...finished(parts),
    ...settledWith(parts, 3),
    { until: 'closed' },
  ],
  ends: {
    state: 'closed',
    tranches: ['released', 'released', 'released'],
    ...{ released: GRANT, returned: '0' },
  },
};

/** The structured track again: the roadmap is never handed in, and its window runs out. */
export const expiring: Script = {
  name: 'roadmap expires',
  track: 'structured',
  partnerId: 'partner-csem',
  application: { proposalId: 'CSEM-2026-004' },
  turns: () => [
    ...screened('underEvaluation.unassigned'),
    selected(GRANT, 'roadmap.drafting'),
    { until: 'expired' },
  ],
  ends: { state: 'expired', tranches: [], released: '0', returned: '0' },
};
