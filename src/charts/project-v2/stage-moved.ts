import type { Length, Terms } from '../../program/types.js';
import { msOf } from '../../rules/calendar.js';
import { extended, resumed, suspended } from '../../rules/counting.js';
import type { RunningClock } from '../../rules/counting.js';
import { decision, tended } from '../clockwork/changes.js';
import { counting } from '../clockwork/running.js';
import { movedClock } from '../clockwork/updates.js';
import { projectDuties } from './clocks.js';
import type { ArgsV2, PatchV2, ProjectContextV2 } from './context.js';

const MONTHS_A_YEAR = 12;

/** Whether a stage is running whose end could still be moved: it has begun, and isn't concluded. */
export function hasRunningStage(context: ProjectContextV2): boolean {
  const { clocks, stage, grades, terms, criteriaSha256, exploration } = context;
  if (!clocks.stage || clocks['final-report']) return false;
  if (terms.ecoBridge) return criteriaSha256 !== null;
  return exploration === null && !grades.some((one) => one.stage === stage);
}

// An edition in which a year of research takes seconds has its months in proportion.
function lengthOf({ clocks }: Terms, months: number): Length {
  const { unit, count } = clocks.stage.length;
  if (unit === 'months') return { unit, count: months };
  return { unit, count: Math.max(1, Math.round((count * months) / MONTHS_A_YEAR)) };
}

/** What an extension of the running stage by calendar months writes; throws a plain Error where no stage runs. */
export function moveStage(args: ArgsV2, months: number): PatchV2 {
  const { context } = args;
  const { stage } = context.clocks;
  if (!stage) throw new Error(`${context.subjectId} has no stage to make longer`);
  const longer = tended(stage, longerBy(args, stage, months));
  const { clinicalHold: hold } = context;
  const left = hold?.remainingMs ?? null;
  const more = msOf(longer.due) - msOf(stage.due);
  return {
    clocks: movedClock(projectDuties, args, { clock: 'stage', running: longer, ground: 'agreed-change' }),
    ...(hold && left !== null ? { clinicalHold: { ...hold, remainingMs: left + more } } : {}),
  };
}

// A stage that stands still under a regulator's hold is longer when it goes on.
function longerBy(args: ArgsV2, stage: RunningClock, months: number): RunningClock {
  const terms = counting(args.context);
  const length = lengthOf(args.context.terms, months);
  const why = decision(args, 'agreed-change');
  const stop = stage.suspended;
  if (stop === null) return extended(terms, 'stage', stage, { length }, why);
  const going = resumed(terms, 'stage', stage, stop.at);
  return suspended(extended(terms, 'stage', going, { length }, why), stop.at);
}
