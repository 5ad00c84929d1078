import { z } from 'zod';
import {
  bilingual,
  day,
  documentSha256,
  line,
  listedId,
  nothing,
  opaqueRef,
  opinion,
  positiveWonText,
  prose,
  wonText,
} from './events-basics.js';
import { changeShape } from './events-change.js';

const documented = z.strictObject({ documentSha256 });
const reasoned = z.strictObject({ reason: prose });
const grant = z.strictObject({ grant: positiveWonText.describe("All of the government's money, in won") });
const refused = z.strictObject({ ground: listedId, opinion });
const finding = z.enum(['process-inadequate', 'far-below-plan']);

const overruling = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][A-Za-z]{0,59}$/)
    .describe("The pre-check's code that failed"),
  ground: prose.describe('Why it does not stand in the way'),
});

/** Screening, selection and objection (domain.md section 2); what a later version of a chart takes among it. */
export const selectionPayloads = {
  WITHDRAW: z.strictObject({ reason: prose.optional() }),
  PASS_PRECHECK: z.strictObject({ overruled: z.array(overruling).max(30).optional() }),
  FAIL_PRECHECK: z.strictObject({ ground: listedId, opinion: opinion.optional() }),
  CONFIRM_PRIORITY: z.strictObject({
    preferences: z.array(listedId).max(20),
    proofs: z
      .array(z.strictObject({ preference: listedId, documentSha256 }))
      .max(20)
      .optional()
      .describe('What proves each preference; needed where firms compete in a call'),
  }),
  RECORD_EVALUATION: z.strictObject({ score: z.number().min(0).max(100), opinion }),
  SELECT: grant,
  REJECT: refused,
  FILE_OBJECTION: z.strictObject({ ground: listedId, statement: prose }),
  UPHOLD_OBJECTION: nothing,
  DISMISS_OBJECTION: z.strictObject({ ground: listedId, opinion: opinion.optional() }),
};

/** Roadmap and agreement. */
export const agreementPayloads = {
  DECLINE_SELECTION: reasoned,
  SUBMIT_ROADMAP: documented,
  COSIGN_ROADMAP: nothing,
  RETURN_ROADMAP: reasoned,
  PASS_ROADMAP: grant,
  FAIL_ROADMAP: refused,
  SIGN_AGREEMENT: z.strictObject({
    documentSha256,
    foreignBenefitsDisclosed: z
      .boolean()
      .describe('Whether benefits from abroad (국외수혜정보) are disclosed, also that there are none'),
  }),
  COUNTERSIGN_AGREEMENT: nothing,
  REQUEST_PLAN_REVISION: reasoned,
  SUBMIT_PLAN_REVISION: documented,
  CANCEL_SELECTION: z.strictObject({ ground: listedId, opinion: opinion.optional() }),
};

/** Stages, special evaluation, final evaluation and settlement. */
export const lifePayloads = {
  SUBMIT_STAGE_REPORT: documented,
  RETURN_STAGE_REPORT: reasoned,
  EVALUATE_STAGE: z.strictObject({
    grade: listedId,
    basis: listedId.optional().describe('The lawful basis, where the grade stops the project'),
    findings: z.array(finding).max(2).optional().describe('What was found, where the grade needs it'),
    opinion: opinion.optional(),
  }),
  OPEN_SPECIAL_EVALUATION: z.strictObject({
    ground: listedId,
    reason: prose.optional(),
    institution: z
      .enum(['firm', 'partner'])
      .optional()
      .describe('Whom it concerns, and who alone may spend nothing meanwhile; without it the firm'),
    explainBy: day.optional().describe('The last day of the explanation, as the notice states it'),
    statement: prose.optional().describe('What the notice says'),
  }),
  REQUEST_TERMINATION: reasoned,
  SUBMIT_EXPLANATION: documented,
  DECIDE_SPECIAL_EVALUATION: z.strictObject({
    outcome: z.enum(['continue', 'stop', 'cut', 'change']),
    basis: listedId.optional().describe('The lawful basis of a stop, a cut or a change'),
    grant: positiveWonText
      .optional()
      .describe("With a cut: all of the government's money from then on, in won"),
    change: changeShape.optional().describe('With a change: what of the agreement changes'),
    opinion: opinion.optional(),
  }),
  TERMINATE_AGREEMENT: z.strictObject({ basis: listedId, ground: prose }),
  CUT_GRANT: z.strictObject({
    basis: listedId,
    grant: positiveWonText.describe("All of the government's money from then on, in won"),
    ground: prose,
  }),
  PROPOSE_SANCTION: z.strictObject({
    kind: z.enum(['ban', 'recovery', 'levy']),
    months: z.int().min(1).max(600).optional().describe('For a ban: how long'),
    amount: positiveWonText.optional().describe('For a recovery or a levy, in won'),
    ground: prose,
  }),
  ORDER_RECOVERY: z.strictObject({ amount: positiveWonText, basis: listedId, ground: prose }),
  SUBMIT_FINAL_REPORT: documented,
  EVALUATE_FINAL: z.strictObject({ grade: listedId, opinion: opinion.optional() }),
  REPORT_COSTS: z.strictObject({ spent: wonText }),
  SETTLE: z.strictObject({ disallowed: wonText }),
  CONFIRM_REPAYMENT: z.strictObject({ amount: positiveWonText }),
};

/** The MIT ILP track's matching, agenda and exploration. */
export const matchPayloads = {
  PROPOSE_MATCH: z.strictObject({ researcherRef: opaqueRef }),
  ACCEPT_MATCH: nothing,
  DECLINE_MATCH: reasoned,
  SUBMIT_AGENDA: documented,
  COSIGN_AGENDA: nothing,
  RETURN_AGENDA: reasoned,
  SUBMIT_EXPLORATION_REPORT: documented,
  RETURN_EXPLORATION_REPORT: reasoned,
  CONCLUDE_EXPLORATION: z.strictObject({
    outcome: z.enum(['technologyTransfer', 'longerTermCollaboration', 'none']),
    opinion: opinion.optional(),
  }),
  CONFIRM_TRANSFER: documented,
  CONFIRM_COLLABORATION: documented,
};

const condition = z.strictObject({ id: listedId, text: bilingual, due: day });

const announcement = z.strictObject({ authority: line, reference: opaqueRef });

/**
 * Eco-Bridge's gates and the regulator's hold (domain.md section 5). What an outcome needs besides is asked for by the
 * chart's guards, which can say why; here everything else that it may carry is left out.
 */
export const clinicalPayloads = {
  FREEZE_CRITERIA: z.strictObject({ criteriaSha256: documentSha256 }),
  SUBMIT_GATE_DATA: documented,
  DECIDE_GATE: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('GO') }),
    z.strictObject({
      outcome: z.literal('CONDITIONAL_GO'),
      conditions: z.array(condition).max(20).optional(),
    }),
    z.strictObject({ outcome: z.literal('HOLD'), until: day.optional(), basis: prose.optional() }),
    z.strictObject({ outcome: z.literal('RECYCLE'), toStage: listedId.optional() }),
    z.strictObject({ outcome: z.literal('NO_GO'), reason: prose.optional() }),
  ]),
  MEET_CONDITION: z.strictObject({ conditionId: listedId, documentSha256 }),
  CLINICAL_HOLD: announcement,
  LIFT_CLINICAL_HOLD: announcement,
};
