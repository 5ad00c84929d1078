import { z } from 'zod';
import {
  countSchema,
  pointerSchema,
  slugSchema,
  wonSchema,
  wordsSchema,
  yearSchema,
} from './schema-basics.js';
import { clocksSchema, holidaysSchema } from './schema-clocks.js';
import { conflictSchema, evaluationSchema, rankingSchema } from './schema-evaluation.js';
import * as lists from './schema-lists.js';
import { claimSchema, paymentSchema, recoverySchema } from './schema-money.js';
import { ecoBridgeSchema, roundSchema, tracksSchema } from './schema-tracks.js';

/**
 * The program edition: every number, list and name of one year's program, as staff maintain it (domain.md 1–5).
 * Money is whole won as digits, shares are basis points, days are Korean calendar days, moments are UTC.
 * `yearBudgets`: what may be released in each calendar year, `yearBudget` the edition's own year's.
 * `holidays` are gazetted; `forecast` stands in for the years after them, and what is counted by it is provisional.
 * `sources` says where each value comes from, by JSON pointer: the most specific pointer counts.
 * What one field can't say alone (sums, references, order) is held by `inconsistenciesOf` in consistency.ts.
 */
export const editionSchema = z.strictObject({
  id: slugSchema,
  version: countSchema,
  title: wordsSchema,
  year: z.int().min(2020).max(2100),
  newProjects: countSchema,
  money: z.strictObject({
    yearBudget: wonSchema,
    yearBudgets: z.record(yearSchema, wonSchema),
    companyCeiling: wonSchema,
  }),
  rounds: z.record(slugSchema, roundSchema),
  tracks: tracksSchema,
  sectors: lists.sectorsSchema,
  partners: z.array(lists.partnerSchema).min(1),
  unnamedPartners: z.int().min(0),
  pharmaPartners: z.array(lists.partnerSchema),
  ratios: lists.ratiosSchema,
  preferences: z.array(lists.preferenceSchema),
  evaluation: evaluationSchema,
  ranking: rankingSchema,
  conflicts: z.array(conflictSchema).min(1),
  concurrency: lists.concurrencySchema,
  clocks: clocksSchema,
  ecoBridge: ecoBridgeSchema,
  grades: z.array(lists.gradeSchema).min(1),
  lawfulBases: z.array(lists.lawfulBasisSchema).min(1),
  specialEvaluationGrounds: z.array(lists.specialGroundSchema).min(1),
  objectionGrounds: lists.objectionGroundsSchema,
  changes: lists.changesSchema,
  claim: claimSchema,
  payment: paymentSchema,
  recovery: recoverySchema,
  holidays: holidaysSchema,
  forecast: holidaysSchema,
  sources: z.strictObject({
    seed: z.array(pointerSchema),
    law: z.array(pointerSchema),
    press: z.array(pointerSchema),
    assumed: z.array(pointerSchema),
  }),
});
