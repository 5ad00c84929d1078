import type { Parts, Script, Turn } from '../script.js';
import { agreed, finished, released, screened, selected, settledWith, withDocument } from '../turns.js';

const GRANT = '100000000';

function matched({ applicant, partner }: Parts): Turn[] {
  const at = 'matching.proposed';
  return [
    {
      ...{ at: 'matching.searching', who: 'officer', send: 'PROPOSE_MATCH', leadsTo: at },
      data: { researcherRef: 'MIT-R-0042' },
    },
    { at, who: applicant, send: 'ACCEPT_MATCH', leadsTo: at },
    { at, who: partner, send: 'ACCEPT_MATCH', leadsTo: 'agenda.drafting' },
  ];
}

function explored({ applicant, partner }: Parts): Turn[] {
  const agenda = 'agenda.awaitingCoSignature';
  return [
    withDocument(
      { at: 'agenda.drafting', who: applicant, send: 'SUBMIT_AGENDA', leadsTo: agenda },
      '공동 연구의제 / Joint research agenda',
    ),
    { at: agenda, who: partner, send: 'COSIGN_AGENDA', leadsTo: 'exploration.underWay' },
    ...released({ applicant, partner }, 1),
    withDocument(
      {
        ...{ at: 'exploration.underWay', who: applicant, send: 'SUBMIT_EXPLORATION_REPORT' },
        leadsTo: 'exploration.concluding',
      },
      '예비연구 보고서 / Exploration report',
    ),
    {
      ...{ at: 'exploration.concluding', who: 'committee', send: 'CONCLUDE_EXPLORATION' },
      ...{ data: { outcome: 'technologyTransfer' }, leadsTo: 'transfer' },
    },
    withDocument(
      { at: 'transfer', who: partner, send: 'CONFIRM_TRANSFER', leadsTo: 'finalReport.open' },
      '기술이전 계약서 / Technology transfer contract',
    ),
  ];
}

/** The MIT ILP track: matched, an agenda agreed, explored, and the technology transferred. */
export const mitIlp: Script = {
  name: 'MIT ILP',
  track: 'mitIlp',
  partnerId: 'partner-mit-ilp',
  application: {},
  turns: (parts) => [
    ...screened('underEvaluation.unassigned'),
    selected(GRANT, 'agreementPending.open'),
    ...agreed(parts, 'matching.searching'),
    ...matched(parts),
    ...explored(parts),
    ...finished(parts),
    ...settledWith(parts, 1),
    { until: 'closed' },
  ],
  ends: { state: 'closed', tranches: ['released'], released: GRANT, returned: '0' },
};
