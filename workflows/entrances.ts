import { ApplicationFailure } from '@temporalio/common';
import { refusalOf, refuse } from '../src/charts/kernel/refusal.js';
import type { Refusal } from '../src/charts/kernel/refusal.js';
import type { Chart, ChartEvent, ChartState, EventSource } from '../src/charts/kernel/types.js';
import { REFUSAL } from '../src/contract/names.js';

/** The way by which an event comes to a subject. */
export type Way = 'decision' | 'announcement' | 'reply' | 'deadline';

/** Whose events each way lets in, so that a caller can't forge a reply; a deadline is known by its due instant instead. */
const LETS_IN: Readonly<Record<Exclude<Way, 'deadline'>, readonly (EventSource | undefined)[]>> = {
  decision: ['public'],
  announcement: ['announced', 'internal'],
  reply: ['reply'],
};

/** Why a subject doesn't take what comes by a way, or null: it may not come that way, or the chart says no. */
export function refusalAt(way: Way, chart: Chart, state: ChartState, event: ChartEvent): Refusal | null {
  const isLetIn =
    way === 'deadline'
      ? state.deadlines[event.type]?.due === event.receivedAt
      : LETS_IN[way].includes(chart.events[event.type]?.source);
  return isLetIn ? refusalOf(chart, state, event) : refuse('unknownEvent', state, event.type);
}

/**
 * A refusal as an Update throws it: not to be retried, with the `Refusal` as its first detail. Before the Update was
 * accepted the second says at which row it was judged: after a crash that can be behind the books, and is then no answer.
 */
export function failureOf(refusal: Refusal, seq?: number): ApplicationFailure {
  const judgedAt = seq === undefined ? [] : [seq];
  return ApplicationFailure.nonRetryable(refusal.code, REFUSAL, refusal, ...judgedAt);
}
