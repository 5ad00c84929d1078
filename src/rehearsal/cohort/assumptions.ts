import type { Track } from '../../contract/names.js';

/**
 * What the rehearsal assumes of people, who are no part of the program's rules: how many apply for each place, and how
 * often things go otherwise than planned. Rates are of 1. Nothing here is a number of the program.
 */
export const ASSUMED = {
  /** Applications for each place of a track's selection. */
  applicantsPerPlace: { mitIlp: 3.6, structured: 2.1, autonomous: 3.1, ecoBridge: 2.8 } satisfies Record<
    Track,
    number
  >,
  /** Members of each call's panel, and of the largest one of all. */
  panel: { mitIlp: 14, structured: 60, autonomous: 40, ecoBridge: 14, roadmap: 60 },
  /** How applications come in: the rest on some day before the last. */
  arrival: { inLastMinute: 0.25, byDraft: 0.06, byFile: 0.08, tooLate: 0.012 },
  /** What is wrong with an application: as found in the pre-check. */
  flaws: {
    firmBanned: 0.012,
    tooManyRunning: 0.015,
    tooManyLed: 0.015,
    ratio: 0.02,
    sector: 0.006,
    proposal: 0.012,
  },
  overrules: 0.5,
  /** Second applications of the same firm to the same call. */
  twice: 0.012,
  withdraws: { beforeScreening: 0.01, inDeliberation: 0.008 },
  panelists: { conflict: 0.2, absent: 0.03, recuses: 0.012, farApart: 0.02 },
  objects: {
    notSelected: 0.09,
    reserved: 0.05,
    inadmissible: 0.15,
    upheld: 0.3,
    takesBack: 0.06,
    late: 0.08,
  },
  selected: { declines: 0.025, revisesPlan: 0.06, signsLate: 0.05, neverSigns: 0.03 },
  roadmap: { missed: 0.04, returned: 0.08, atRisk: 0.15, silentAtCheck: 0.15 },
  stages: { reportLate: 0.06, reportReturned: 0.04, extremelyPoor: 0.008, poor: 0.06, excellent: 0.25 },
  special: { byAgency: 0.012, byFirm: 0.008, explains: 0.7, goesOn: 0.6, sanctioned: 0.6 },
  changes: { asked: 0.06, period: 0.25, equipment: 0.25, refused: 0.1 },
  /** Money, and won: what is much to repay at once. */
  money: {
    ...{ cashInParts: 0.08, claimReturned: 0.03, costsLate: 0.04, costsNever: 0.008, repaysLate: 0.06 },
    ...{ disallows: 0.15, objects: 0.05, instalments: 0.25, muchToRepay: 10_000_000 },
  },
  final: { reportLate: 0.05 },
  mitIlp: { declined: 0.15, transfer: 0.4, collaboration: 0.3 },
  ecoBridge: { conditional: 0.2, hold: 0.12, recycle: 0.08, noGo: 0.06, late: 0.1, clinicalHold: 0.1 },
} as const;
