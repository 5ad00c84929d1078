import type { Length } from '../program/types.js';
import { msOf } from './calendar.js';
import { countClock } from './count.js';
import type { CountingTerms } from './counting-types.js';

/** When a stage starts and its last UTC moment; `no` counts from 1. */
export interface StageDates {
  readonly no: number;
  readonly from: string;
  readonly due: string;
}

/**
 * The dates of stages that follow one another from the UTC moment `start`, each as long as its `length` (the edition's
 * stage where it is null) and the next one beginning as it ends.
 */
export function stageDates(
  terms: CountingTerms,
  start: string,
  lengths: readonly (Length | null)[],
): StageDates[] {
  const stages: StageDates[] = [];
  let from = start;
  for (const [index, length] of lengths.entries()) {
    const { due } = countClock(terms, 'stage', from, length === null ? {} : { length });
    stages.push({ no: index + 1, from, due });
    from = new Date(msOf(due) + 1).toISOString();
  }
  return stages;
}
