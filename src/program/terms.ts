import { competitionTerms } from './terms-evaluation.js';
import type { CompetitionTerms } from './terms-evaluation.js';
import { moneyTerms } from './terms-money.js';
import type { MoneyTerms } from './terms-money.js';
import type { Clock, ClockName, Edition, Track, TrackId, Window } from './types.js';

export type { TermsChange, TermsDocument } from './terms-money.js';
export type { TermsConflict, TermsCriterion, TermsEvaluation, TermsRanking } from './terms-evaluation.js';

/** A clock as a workflow carries it: enough to count and to explain the count. */
export type TermsClock = Omit<Clock, 'from' | 'ifLate'>;

/**
 * The slice of an edition that one project lives by, copied into its workflow's input at start.
 * `editionHash`: SHA-256 hex of the whole edition; `holidays`: gazetted days off as "MM-DD" under each year, `forecast`
 * those of the years after them, absent in an edition that didn't tell the two apart;
 * `ecoBridge` is there for that track only; `evaluation`, `ranking` and `conflicts` since calls exist.
 */
export interface Terms extends CompetitionTerms, MoneyTerms {
  readonly editionId: string;
  readonly editionHash: string;
  readonly year: number;
  readonly track: TrackId;
  readonly settings: Track;
  readonly window: Window;
  readonly money: Edition['money'];
  readonly ratios: Edition['ratios'];
  readonly concurrency: Edition['concurrency'];
  readonly preferences: readonly { readonly id: string; readonly points: number }[];
  readonly partners: readonly string[];
  readonly sectors: readonly string[];
  readonly clocks: Readonly<Record<ClockName, TermsClock>>;
  readonly grades: readonly Pick<
    Edition['grades'][number],
    'id' | 'mayStop' | 'opensNextTranche' | 'needs'
  >[];
  readonly lawfulBases: readonly Pick<Edition['lawfulBases'][number], 'id' | 'allows'>[];
  readonly specialEvaluationGrounds: readonly { readonly id: string; readonly mayBringSanction: boolean }[];
  readonly objectionGrounds: {
    readonly admissible: readonly string[];
    readonly inadmissible: readonly string[];
  };
  readonly ecoBridge?: {
    readonly stages: readonly Edition['ecoBridge']['stages'][number]['id'][];
    readonly gateOutcomes: readonly Pick<
      Edition['ecoBridge']['gateOutcomes'][number],
      'id' | 'opensNextTranche' | 'needs'
    >[];
  };
  readonly holidays: Readonly<Record<string, readonly string[]>>;
  readonly forecast?: Readonly<Record<string, readonly string[]>>;
}

function termsClocks(edition: Edition): Record<ClockName, TermsClock> {
  const entries = Object.entries(edition.clocks).map(([id, clock]) => {
    const { from: _from, ifLate: _ifLate, ...carried } = clock;
    return [id, carried];
  });
  // Object.fromEntries forgets the key type; the schema has just held every clock name.
  return Object.fromEntries(entries) as Record<ClockName, TermsClock>;
}

function ecoBridgeTerms(edition: Edition): NonNullable<Terms['ecoBridge']> {
  return {
    stages: edition.ecoBridge.stages.map((stage) => stage.id),
    gateOutcomes: edition.ecoBridge.gateOutcomes.map(({ id, opensNextTranche, needs }) => ({
      id,
      opensNextTranche,
      needs,
    })),
  };
}

function compactHolidays(table: Edition['holidays']): Record<string, string[]> {
  const years = Object.entries(table.years);
  return Object.fromEntries(years.map(([year, days]) => [year, days.map((day) => day.date.slice(5))]));
}

function lists(
  edition: Edition,
): Pick<Terms, 'preferences' | 'partners' | 'sectors' | 'grades' | 'lawfulBases'> {
  return {
    preferences: edition.preferences.map(({ id, points }) => ({ id, points })),
    partners: [...edition.partners, ...edition.pharmaPartners].map((partner) => partner.id),
    sectors: edition.sectors.emerging.map((sector) => sector.code),
    grades: edition.grades.map(({ id, mayStop, opensNextTranche, needs }) => ({
      id,
      mayStop,
      opensNextTranche,
      needs,
    })),
    lawfulBases: edition.lawfulBases.map(({ id, allows }) => ({ id, allows })),
  };
}

/** Cuts the terms of one track out of an edition; `hash` is the edition's SHA-256 hex. Throws if its round is unknown. */
export function cutTerms(edition: Edition, track: TrackId, hash: string): Terms {
  const settings = edition.tracks[track];
  const round = edition.rounds[settings.round];
  if (round === undefined)
    throw new Error(`Track ${track} names round ${settings.round}, which the edition lacks`);
  const { objectionGrounds } = edition;
  return {
    editionId: edition.id,
    editionHash: hash,
    year: edition.year,
    track,
    settings,
    window: round.window,
    money: edition.money,
    ratios: edition.ratios,
    concurrency: edition.concurrency,
    ...lists(edition),
    clocks: termsClocks(edition),
    specialEvaluationGrounds: edition.specialEvaluationGrounds.map(({ id, mayBringSanction }) => ({
      id,
      mayBringSanction,
    })),
    objectionGrounds: {
      admissible: objectionGrounds.admissible.map((ground) => ground.id),
      inadmissible: objectionGrounds.inadmissible.map((ground) => ground.id),
    },
    ...competitionTerms(edition, track),
    ...(track === 'ecoBridge' ? { ecoBridge: ecoBridgeTerms(edition) } : {}),
    ...moneyTerms(edition),
    holidays: compactHolidays(edition.holidays),
    ...(edition.forecast ? { forecast: compactHolidays(edition.forecast) } : {}),
  };
}
