import type { Materials, Move, Parts, Turn } from './script.js';

/** A move whose payload names one document that its sender stores. */
export function withDocument(move: Omit<Move, 'data'>, title: string): Move {
  return { ...move, data: async ({ put }) => ({ documentSha256: await put(title) }) };
}

/** What is said where an opinion is asked for. */
export const OPINION = { ko: '시연용 평가 의견입니다.', en: 'An opinion for the demonstration.' };

/** What the panel says, which every selection has. */
export const evaluation = { score: 86, opinion: OPINION };

/** A refusal by the committee, with its reason. */
export const refusal = { ground: 'below-threshold', opinion: OPINION };

/** The pre-check and the panel's evaluation. */
export function screened(first: 'underEvaluation.unassigned' | 'priorityCheck'): Turn[] {
  return [
    { at: 'submitted', who: 'officer', send: 'PASS_PRECHECK', leadsTo: first },
    ...(first === 'priorityCheck'
      ? [
          {
            ...{ at: first, who: 'officer', send: 'CONFIRM_PRIORITY', leadsTo: 'underEvaluation.unassigned' },
            data: { preferences: ['tips'] },
          },
        ]
      : []),
    {
      ...{
        at: 'underEvaluation.unassigned',
        who: 'officer',
        send: 'RECORD_EVALUATION',
        leadsTo: 'deliberation',
      },
      data: evaluation,
    },
  ];
}

/** Selected by the committee with a grant in whole won. */
export function selected(grant: string, leadsTo: string): Move {
  return { at: 'deliberation', who: 'committee', send: 'SELECT', data: { grant }, leadsTo };
}

/** The agreement, signed by the firm and then by the agency. */
export function agreed({ applicant }: Parts, inForce: string): Turn[] {
  return [
    {
      ...{ at: 'agreementPending.open', who: applicant, send: 'SIGN_AGREEMENT' },
      leadsTo: 'agreementPending.signed',
      data: async ({ put }) => ({
        documentSha256: await put('협약서 / Agreement'),
        foreignBenefitsDisclosed: true,
      }),
    },
    { at: 'agreementPending.signed', who: 'officer', send: 'COUNTERSIGN_AGREEMENT', leadsTo: inForce },
  ];
}

function cashShareDue({ facts }: Materials): { amount: string } {
  return { amount: String(facts['cashShareDue']) };
}

/** A tranche from its opening to its release: claimed by the firm, approved by two people. */
export function released({ applicant }: Parts, on: number): Turn[] {
  return [
    {
      ...{ on, at: 'claimable', who: 'officer', send: 'CONFIRM_CASH_SHARE', leadsTo: 'claimable' },
      data: cashShareDue,
    },
    {
      ...{ on, at: 'claimable', who: applicant, send: 'CLAIM', leadsTo: 'checking' },
      data: async ({ put }) => ({ documentSha256s: [await put('연구개발비 청구서 / Claim')] }),
    },
    { on, at: 'claimed', who: 'approver', send: 'APPROVE_FIRST', leadsTo: 'firstApproved' },
    { on, at: 'firstApproved', who: 'finance', send: 'APPROVE_SECOND', leadsTo: 'reserving' },
    { on, until: 'released' },
  ];
}

/** A stage's report and its evaluation. */
export function stageDone({ applicant }: Parts, grade: string, leadsTo: string): Turn[] {
  const at = 'research.stageEvaluation';
  return [
    withDocument(
      { at: 'research.underWay', who: applicant, send: 'SUBMIT_STAGE_REPORT', leadsTo: at },
      '단계보고서 / Stage report',
    ),
    { at, who: 'officer', send: 'EVALUATE_STAGE', data: { grade }, leadsTo },
  ];
}

/** The final report, the final evaluation and the costs; `spent` in whole won. */
export function finished({ applicant }: Parts, spent: string): Turn[] {
  return [
    withDocument(
      { at: 'finalReport.open', who: applicant, send: 'SUBMIT_FINAL_REPORT', leadsTo: 'finalEvaluation' },
      '최종보고서 / Final report',
    ),
    {
      ...{ at: 'finalEvaluation', who: 'committee', send: 'EVALUATE_FINAL' },
      ...{ data: { grade: 'excellent' }, leadsTo: 'settlement.awaitingCosts' },
    },
    {
      ...{ at: 'settlement.awaitingCosts', who: applicant, send: 'REPORT_COSTS', data: { spent } },
      leadsTo: 'settlement.costsReported',
    },
  ];
}

/** The settlement: what is not accepted of the costs (whole won) decides whether the firm gives something back. */
export function settledWith(disallowed: string, leadsTo: string): Move {
  return { at: 'settlement.costsReported', who: 'officer', send: 'SETTLE', data: { disallowed }, leadsTo };
}
