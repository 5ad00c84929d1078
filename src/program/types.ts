/** Types only, so that charts, rules and workflows know the edition without pulling zod into their bundle. */
import type { z } from 'zod';
import type { wordsSchema } from './schema-basics.js';
import type { clockNames, clockSchema, holidaySchema, lengthSchema } from './schema-clocks.js';
import type {
  conflictSchema,
  criterionSchema,
  evaluationSchema,
  rankingSchema,
} from './schema-evaluation.js';
import type * as lists from './schema-lists.js';
import type { claimDocumentSchema } from './schema-money.js';
import type {
  clinicalStageIds,
  clinicalStageSchema,
  gateOutcomeIds,
  gateOutcomeSchema,
  roundSchema,
  trackIds,
  trackSchema,
  windowSchema,
} from './schema-tracks.js';
import type { editionSchema } from './schema.js';

/** A whole program edition as this build's schema holds it. */
export type CurrentEdition = z.infer<typeof editionSchema>;
type Later = 'evaluation' | 'ranking' | 'conflicts' | 'claim' | 'payment' | 'recovery' | 'forecast';
type Money = CurrentEdition['money'];
/**
 * A program edition of any version: one from before calls existed has no evaluation, ranking, conflicts or budgets of
 * later years, and says nothing of claims, payments, instalments or forecast days off (nor has it the clocks that came
 * later, or who decides a change).
 */
export type Edition = Omit<CurrentEdition, Later | 'money'> &
  Partial<Pick<CurrentEdition, Later>> & {
    money: Omit<Money, 'yearBudgets'> & Partial<Pick<Money, 'yearBudgets'>>;
  };
/** Words for people in Korean and English. */
export type Words = z.infer<typeof wordsSchema>;
/** "mitIlp" | "structured" | "autonomous" | "ecoBridge". */
export type TrackId = (typeof trackIds)[number];
/** One track's settings: capacity, stages, tranche shares in basis points, default grant in won. */
export type Track = z.infer<typeof trackSchema>;
/** One call for applications. */
export type Round = z.infer<typeof roundSchema>;
/** From `opens` to `closes`, UTC moments, both included. */
export type Window = z.infer<typeof windowSchema>;
/** The names of the program's clocks. */
export type ClockName = (typeof clockNames)[number];
/** One clock as the edition states it. */
export type Clock = z.infer<typeof clockSchema>;
/** A number of months, days, hours or seconds. */
export type Length = z.infer<typeof lengthSchema>;
/** One day off. */
export type Holiday = z.infer<typeof holidaySchema>;
/** Eco-Bridge stage names. */
export type ClinicalStageId = (typeof clinicalStageIds)[number];
/** One Eco-Bridge stage. */
export type ClinicalStage = z.infer<typeof clinicalStageSchema>;
/** Gate answers. */
export type GateOutcomeId = (typeof gateOutcomeIds)[number];
/** One gate outcome with what it opens and needs. */
export type GateOutcome = z.infer<typeof gateOutcomeSchema>;
/** One partner of the register. */
export type Partner = z.infer<typeof lists.partnerSchema>;
/** Shares of the money in basis points. */
export type Ratios = z.infer<typeof lists.ratiosSchema>;
/** One criterion with its weight in basis points. */
export type Criterion = z.infer<typeof criterionSchema>;
/** How panels score. */
export type Evaluation = z.infer<typeof evaluationSchema>;
/** How scores become a ranked list. */
export type RankingSettings = z.infer<typeof rankingSchema>;
/** One reason for which a panel member is left out. */
export type Conflict = z.infer<typeof conflictSchema>;
/** Limits on running projects. */
export type Concurrency = z.infer<typeof lists.concurrencySchema>;
/** One stage evaluation grade. */
export type Grade = z.infer<typeof lists.gradeSchema>;
/** One lawful basis for a stop, cut or change. */
export type LawfulBasis = z.infer<typeof lists.lawfulBasisSchema>;
/** One document that a claim for a tranche takes. */
export type ClaimDocument = z.infer<typeof claimDocumentSchema>;
/** Where a value comes from. */
export type Source = keyof Edition['sources'];
export type {
  Terms,
  TermsClock,
  TermsChange,
  TermsConflict,
  TermsCriterion,
  TermsEvaluation,
  TermsRanking,
} from './terms.js';
