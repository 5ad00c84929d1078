import { z } from 'zod';
import {
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

const summary = z.strictObject({ summary: prose });
const fromTo = { from: wonText, to: wonText };

/**
 * What each kind of change says besides. Which kinds there are, and which of them need approval first, the edition says
 * (`changes`); what a kind has to say is the same in every edition.
 */
const particulars = {
  institution: z.strictObject({
    replaces: listedId.describe('The partner that leaves'),
    by: listedId.describe('The partner that comes instead'),
  }),
  'principal-investigator': z.strictObject({ personRef: opaqueRef }),
  goals: summary,
  period: z.strictObject({
    months: z.int().min(1).max(60).describe('By how many calendar months the running stage is longer'),
  }),
  'total-money': z.strictObject({
    grant: positiveWonText.describe("All of the government's money from then on, in won"),
  }),
  'year-split': z.strictObject({
    amounts: z
      .array(positiveWonText)
      .min(1)
      .max(20)
      .describe('The tranches that were never opened, in their order, in won; the same sum as before'),
  }),
  equipment: z.strictObject({ amount: positiveWonText, item: line.optional() }),
  'commissioned-cost': z.strictObject(fromTo),
  'international-cost': z.strictObject({
    ...fromTo,
    exchangeRateOnly: z.boolean().describe('Whether nothing but the exchange rate changes it'),
  }),
  termination: summary.describe('The agreement is to end before its time; the committee then terminates it'),
  method: summary,
  researchers: summary,
  contacts: summary,
} as const;

type Kind = keyof typeof particulars;

/** Every kind of change with what it says, and with what is said `besides`, whichever kind it is. */
function ofEachKind<Besides extends z.core.$ZodShape>(besides: Besides) {
  function one<Name extends Kind>(kind: Name) {
    return z.strictObject({ kind: z.literal(kind), particulars: particulars[kind], ...besides });
  }
  return z.discriminatedUnion('kind', [
    one('institution'),
    one('principal-investigator'),
    one('goals'),
    one('period'),
    one('total-money'),
    one('year-split'),
    one('equipment'),
    one('commissioned-cost'),
    one('international-cost'),
    one('termination'),
    one('method'),
    one('researchers'),
    one('contacts'),
  ]);
}

/** A change of agreement by its kind, with what that kind says. */
export const changeShape = ofEachKind({});

/** A project's part in changes of its agreement (협약변경, domain.md section 2). */
export const projectChangePayloads = {
  REQUEST_CHANGE: ofEachKind({
    reason: prose,
    documentSha256: documentSha256.describe('The request, signed by the firm'),
  }),
};

/** The events of a change of agreement that people send. */
export const changePayloads = {
  RECORD_CLAUSE_REVIEW: z.strictObject({
    of: z.enum(['roadmap', 'intellectual-property']).describe('Which clauses were looked at again'),
    documentSha256,
    opinion,
  }),
  COSIGN_CHANGE: nothing,
  APPROVE_CHANGE: z.strictObject({ opinion }),
  REJECT_CHANGE: z.strictObject({ ground: listedId, opinion }),
  WITHDRAW_CHANGE: nothing,
};
