import type { ClockName, Length, Terms, Words } from '../program/types.js';
import type { Day } from './calendar.js';
import type { DaysAdded } from './days-off.js';

/** What counting needs of the terms; `daysAdded`: days off that were decided after the edition. */
export type CountingTerms = Pick<Terms, 'clocks' | 'holidays' | 'forecast'> & {
  readonly daysAdded?: DaysAdded;
};

/**
 * How a clock is counted: `civil` leaves out the first day and rolls off days off, `duty` counts the first day and stays
 * (domain.md section 4), `exact` runs from the moment, `stated` is the date that a notice names, `resumed` is what was left.
 */
export type CountingRule = 'civil' | 'duty' | 'exact' | 'stated' | 'resumed';

/** What a clock was given beside its edition: a length of its own, a stated date (Korean day or UTC moment), days off. */
export interface Given {
  readonly length?: Length;
  readonly statedDue?: string;
  readonly daysAdded?: DaysAdded;
}

/** `allowForecast`: a year without an official table is counted by the forecast, and the count is provisional. */
export interface CountOptions extends Given {
  readonly allowForecast?: boolean;
}

/**
 * A counted clock. `from`, `due`: UTC moments; `due` is the last millisecond that is still in time, `lastDay` its Korean
 * day; `provisional`: a forecast of days off was looked at; `steps`: the arithmetic, for people to read.
 */
export interface Counted {
  readonly clock: ClockName;
  readonly from: string;
  readonly due: string;
  readonly lastDay: Day;
  readonly rule: CountingRule;
  readonly provisional: boolean;
  readonly steps: readonly Words[];
  readonly clause: Words;
}

/** Who decided something about a clock, for whom where a delegation covers an absence, when it was received, and why. */
export interface ClockDecision {
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly ground: string;
  readonly at: string;
}

/** More time: until a Korean day (or a UTC moment), or by a length from the old due. */
export type MoreTime = { readonly until: string } | { readonly length: Length };

/** An extension as it is kept: the due before (`from`) and after (`to`), UTC moments, and how it was said. */
export interface Extension extends ClockDecision {
  readonly from: string;
  readonly to: string;
  readonly until?: string;
  readonly length?: Length;
}

/**
 * A correction as it is kept: the start before (`from`) and after (`to`), and the due before and after; UTC moments. For
 * a day off that was added both starts are the same.
 */
export interface Correction extends ClockDecision {
  readonly from: string;
  readonly to: string;
  readonly dueBefore: string;
  readonly dueAfter: string;
}

/** What is left of a suspended clock: whole Korean days after the one on which it was stopped, or milliseconds. */
export interface Remaining {
  readonly unit: 'days' | 'ms';
  readonly count: number;
}

/** A clock that stands still since a UTC moment, and what is left of it. */
export interface Suspension {
  readonly at: string;
  readonly remaining: Remaining;
}

/** A suspension that is over. */
export interface Pause extends Suspension {
  readonly resumedAt: string;
}

/**
 * A clock as a case carries it; plain JSON. `due`: the UTC moment that is the last in time (while it is suspended, the one
 * that no longer counts). `said`: the marks that were said of this due ("remind/7d", "overdue"); `given`: what it was
 * counted with beside the edition; `pauses`: its suspensions that are over.
 */
export interface RunningClock {
  readonly from: string;
  readonly due: string;
  readonly rule: CountingRule;
  readonly provisional: boolean;
  readonly suspended: Suspension | null;
  readonly extensions: readonly Extension[];
  readonly corrections: readonly Correction[];
  readonly said: readonly string[];
  readonly overdueSince: string | null;
  readonly given?: Given;
  readonly pauses?: readonly Pause[];
}
