import type { ClockName } from '../../program/types.js';
import { dueOf, isWithin, opensAt } from '../../rules/clocks.js';
import { msOf } from '../../rules/calendar.js';
import type { Evidence } from '../kernel/types.js';
import type { ProjectArgs, ProjectContext, RunningClock } from './context.js';

/**
 * Which clock to start and from when: `now` the event as it is applied, `receipt` as it was received, `stageEnd` the end
 * of the running stage, `stageOver` the first instant after it, `afterStage` that end or now, whichever is later.
 */
export interface Starting {
  readonly clock: ClockName;
  readonly from?: 'now' | 'receipt' | 'stageEnd' | 'stageOver' | 'afterStage';
}

/** A clock that is running; throws a plain Error where the chart looks at one that was never started. */
export function running({ clocks, subjectId }: ProjectContext, clock: ClockName): RunningClock {
  const found = clocks[clock];
  if (!found) throw new Error(`the clock ${clock} of ${subjectId} was never started`);
  return found;
}

function instantOf({ context, event }: ProjectArgs, from: Starting['from']): string {
  if (from === 'receipt') return event.receivedAt;
  if (from === undefined || from === 'now') return event.at;
  const { due } = running(context, 'stage');
  if (from === 'stageOver') return new Date(msOf(due) + 1).toISOString();
  return from === 'afterStage' && msOf(event.at) > msOf(due) ? event.at : due;
}

/** Puts a clock into the context, counted by the edition's rule for it (domain.md section 4). */
export function startClock(args: ProjectArgs, { clock, from }: Starting): Partial<ProjectContext> {
  const { context } = args;
  const counted = dueOf(context.terms, clock, instantOf(args, from));
  const { due, rule } = counted;
  return { clocks: { ...context.clocks, [clock]: { from: counted.from, due, rule } } };
}

/** The delay of a clock's name: from the event until the clock runs out, in milliseconds. */
export function until(clock: ClockName) {
  return ({ context, event }: ProjectArgs): number => msOf(running(context, clock).due) - msOf(event.at);
}

/** A guard that holds while a clock runs, by the time of receipt. */
export function within(clock: ClockName) {
  return ({ context, event }: ProjectArgs): boolean =>
    isWithin(running(context, clock).due, event.receivedAt);
}

/** When something was received, and when its clock ran out. */
export function windowSeen(clock: ClockName) {
  return ({ context, event }: ProjectArgs): Evidence => ({
    receivedAt: event.receivedAt,
    due: context.clocks[clock]?.due ?? '',
  });
}

/** The first instant (UTC) at which the running stage's report is accepted. */
export function reportOpens(context: ProjectContext): string {
  return opensAt(context.terms, 'stage-report', running(context, 'stage').due);
}
