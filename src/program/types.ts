/** Types only, so that charts, rules and workflows know the edition without pulling zod into their bundle. */
import type { z } from 'zod';
import type { wordsSchema } from './schema-basics.js';
import type { clockNames, clockSchema, holidaySchema, lengthSchema } from './schema-clocks.js';
import type * as lists from './schema-lists.js';
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

/** A whole programme edition as loaded. */
export type Edition = z.infer<typeof editionSchema>;
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
/** The names of the programme's clocks. */
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
/** Limits on running projects. */
export type Concurrency = z.infer<typeof lists.concurrencySchema>;
/** One stage evaluation grade. */
export type Grade = z.infer<typeof lists.gradeSchema>;
/** One lawful basis for a stop, cut or change. */
export type LawfulBasis = z.infer<typeof lists.lawfulBasisSchema>;
/** Where a value comes from. */
export type Source = keyof Edition['sources'];
export type { Terms, TermsClock } from './terms.js';
