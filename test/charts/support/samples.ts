import { addDays, dayOf } from '../../../src/rules/calendar.js';
import { CALL_SAMPLES } from './samples-call.js';
import { CLOCK_SAMPLES } from './samples-clocks.js';
import { CLOSING_SAMPLES } from './samples-closing.js';
import { LIFE_SAMPLES } from './samples-life.js';
import { COMPETING_SAMPLES } from './samples-competing.js';
import { TRANCHE_SAMPLES } from './samples-tranche.js';

/** What samples are made from: the context as it is and the instant of the event. */
export interface Asked {
  readonly context: Readonly<Record<string, unknown>>;
  readonly at: string;
}

type Data = Readonly<Record<string, unknown>>;
type Samples = readonly Data[] | ((asked: Asked) => readonly Data[]);

const sha256 = 'a'.repeat(64);
const opinion = { ko: '의견', en: 'An opinion' };
const document = [{ documentSha256: sha256 }];
const reason = [{ reason: '사유' }];
const grant = [{ grant: '1000000000' }];
const refused = [{ ground: 'below-threshold', opinion }];
const extremelyPoor = {
  grade: 'extremely-poor',
  basis: 'stage-evaluation',
  findings: ['process-inadequate', 'far-below-plan'],
};

function told({ context }: Asked): Data[] {
  const tranches = context['tranches'] as readonly { no: number; amount: string }[];
  const [first] = tranches;
  if (!first) return [{ no: 1, state: 'scheduled', released: '0' }];
  return [
    { no: 1, state: 'scheduled', released: '0' },
    { no: 1, state: 'claimed', released: '0' },
    { no: 1, state: 'released', released: first.amount },
  ];
}

function conditions({ context, at }: Asked): Data {
  const count = (context['conditions'] as readonly unknown[]).length;
  const due = addDays(dayOf(at), 30);
  return { conditions: [{ id: `condition-${count + 1}`, text: opinion, due }] };
}

function gates(asked: Asked): Data[] {
  return [
    { outcome: 'GO' },
    { outcome: 'CONDITIONAL_GO', ...conditions(asked) },
    { outcome: 'HOLD', until: addDays(dayOf(asked.at), 30), basis: '추가 자료' },
    { outcome: 'RECYCLE', toStage: asked.context['entryStage'] },
    { outcome: 'NO_GO', reason: '효능 부족' },
  ];
}

function openConditions({ context }: Asked): Data[] {
  const all = context['conditions'] as readonly { id: string; metBySha256: string | null }[];
  const open = all.find((one) => one.metBySha256 === null);
  return [{ conditionId: open?.id ?? 'none', documentSha256: sha256 }];
}

/** Payloads that somebody could really send, the ordinary one first; events that need nothing are left out. */
export const SAMPLES: Readonly<Record<string, Samples>> = {
  FAIL_PRECHECK: [{ ground: 'participation-ban' }],
  CONFIRM_PRIORITY: [{ preferences: ['tips'], proofs: [{ preference: 'tips', documentSha256: sha256 }] }],
  RECORD_EVALUATION: [{ score: 81.5, opinion }],
  SELECT: grant,
  PASS_ROADMAP: grant,
  REJECT: refused,
  FAIL_ROADMAP: refused,
  FILE_OBJECTION: [{ ground: 'misreading', statement: '제출자료를 잘못 읽었습니다.' }],
  DISMISS_OBJECTION: [{ ground: 'unfounded' }],
  SUBMIT_ROADMAP: document,
  RETURN_ROADMAP: reason,
  SIGN_AGREEMENT: [{ documentSha256: sha256, foreignBenefitsDisclosed: true }],
  REQUEST_PLAN_REVISION: reason,
  SUBMIT_PLAN_REVISION: document,
  CANCEL_SELECTION: [{ ground: 'not-signed' }],
  SUBMIT_STAGE_REPORT: document,
  RETURN_STAGE_REPORT: reason,
  EVALUATE_STAGE: [{ grade: 'average' }, extremelyPoor],
  OPEN_SPECIAL_EVALUATION: [{ ground: 'breach' }],
  REQUEST_TERMINATION: reason,
  SUBMIT_EXPLANATION: document,
  SUBMIT_FINAL_REPORT: document,
  EVALUATE_FINAL: [{ grade: 'average' }],
  CONFIRM_REPAYMENT: ({ context }) => [
    { amount: (context['settlement'] as { toReturn: string } | null)?.toReturn ?? '1' },
  ],
  PROPOSE_MATCH: [{ researcherRef: 'researcher-17' }],
  DECLINE_MATCH: reason,
  SUBMIT_AGENDA: document,
  RETURN_AGENDA: reason,
  SUBMIT_EXPLORATION_REPORT: document,
  RETURN_EXPLORATION_REPORT: reason,
  CONCLUDE_EXPLORATION: [
    { outcome: 'none' },
    { outcome: 'technologyTransfer' },
    { outcome: 'longerTermCollaboration' },
  ],
  CONFIRM_TRANSFER: document,
  CONFIRM_COLLABORATION: document,
  FREEZE_CRITERIA: [{ criteriaSha256: sha256 }],
  SUBMIT_GATE_DATA: document,
  DECIDE_GATE: gates,
  MEET_CONDITION: openConditions,
  CLINICAL_HOLD: [{ authority: 'MFDS', reference: 'hold-2027-3' }],
  LIFT_CLINICAL_HOLD: [{ authority: 'MFDS', reference: 'hold-2027-3' }],
  TRANCHE_CHANGED: told,
  ...TRANCHE_SAMPLES,
  ...CALL_SAMPLES,
  ...CLOCK_SAMPLES,
  ...CLOSING_SAMPLES,
  ...COMPETING_SAMPLES,
  ...LIFE_SAMPLES,
};

/** The sample payloads of an event in a context; an event that needs nothing has the empty one. */
export function samplesOf(type: string, asked: Asked): readonly Data[] {
  const samples = SAMPLES[type] ?? [{}];
  return typeof samples === 'function' ? samples(asked) : samples;
}
