import { addDays, dayOf } from '../../rules/calendar.js';
import type { ActionData } from '../action-data.js';
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

/** A Korean calendar day some days on, such as 2026-12-24. */
export function dayAfter(now: string, days: number): string {
  return addDays(dayOf(now), days);
}

/** What the edition asks to be handed in with a claim. */
async function claim({ put, now }: Materials): Promise<ActionData> {
  return {
    documents: [
      { kind: 'claim-form', sha256: await put('연구개발비 지급신청서 / Claim form') },
      {
        kind: 'tax-clearance',
        sha256: await put('납세증명서 / Tax clearance'),
        expiresOn: dayAfter(now, 20),
      },
    ],
  };
}

/** What two people approve: exactly what stands, by its hash. */
function whatStands({ facts }: Materials): ActionData {
  return { sha256: (facts['approval'] as { readonly sha256: string }).sha256 };
}

/** A tranche from its opening to its release: claimed by the firm, approved by two people. */
export function released({ applicant }: Parts, on: number): Turn[] {
  const approving = { on, data: whatStands };
  return [
    {
      ...{ on, at: 'claimable', who: 'officer', send: 'CONFIRM_CASH_SHARE', leadsTo: 'claimable' },
      data: cashShareDue,
    },
    { on, at: 'claimable', who: applicant, send: 'CLAIM', leadsTo: 'checking', data: claim },
    { ...approving, at: 'claimed', who: 'approver', send: 'APPROVE_FIRST', leadsTo: 'firstApproved' },
    { ...approving, at: 'firstApproved', who: 'finance', send: 'APPROVE_SECOND', leadsTo: 'reserving' },
    { on, until: 'released', heard: true },
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

/** The final report and the final evaluation; the project ends once its stages are settled. */
export function finished({ applicant }: Parts): Turn[] {
  return [
    withDocument(
      { at: 'finalReport.open', who: applicant, send: 'SUBMIT_FINAL_REPORT', leadsTo: 'finalEvaluation' },
      '최종보고서 / Final report',
    ),
    {
      ...{ at: 'finalEvaluation', who: 'committee', send: 'EVALUATE_FINAL' },
      ...{ data: { grade: 'excellent' }, leadsTo: 'settling' },
    },
  ];
}

/** All that was released of a stage was spent, and the firm's own cash with it. */
async function costs({ facts, put }: Materials): Promise<ActionData> {
  const [all, partner] = [BigInt(String(facts['released'])), BigInt(String(facts['partnerReleased']))];
  const spent = { government: String(all - partner), partner: String(partner) };
  return {
    spent: { ...spent, cash: String(facts['cashShare']), inKind: '0' },
    documentSha256: await put('사용실적보고서 / Cost report'),
  };
}

/** A stage's settlement: what is not accepted of its costs (whole won) decides whether the firm gives something back. */
export function settledWith({ applicant }: Parts, no: number, disallowed = '0'): Turn[] {
  const on = `settlement/${no}` as const;
  const leadsTo = disallowed === '0' ? 'settled' : 'notified';
  return [
    { on, at: 'awaitingCosts', who: applicant, send: 'REPORT_COSTS', data: costs, leadsTo: 'underReview' },
    { on, at: 'underReview', who: 'officer', send: 'SETTLE', data: { disallowed }, leadsTo },
  ];
}

/** The firm accepts its settlement and gives back what was not accepted, in whole won. */
export function repaid({ applicant }: Parts, no: number, amount: string): Turn[] {
  const on = `settlement/${no}` as const;
  return [
    { on, at: 'notified', who: applicant, send: 'ACCEPT_SETTLEMENT', leadsTo: 'awaitingReturn' },
    {
      ...{ on: 'recovery/1', at: 'owed', who: 'finance', send: 'RECORD_RECEIPT', leadsTo: 'recovered' },
      data: ({ now }) => ({ amount, reference: 'bank-2027-0001', receivedOn: dayAfter(now, 0) }),
    },
    { on, until: 'settled' },
  ];
}
