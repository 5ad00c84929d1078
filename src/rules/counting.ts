/** The engine of the program's clocks: counting them, and what happens to one while it runs (domain.md section 4). */
export { countClock } from './count.js';
export type {
  ClockDecision,
  Correction,
  Counted,
  CountingRule,
  CountingTerms,
  CountOptions,
  Extension,
  Given,
  MoreTime,
  Pause,
  Remaining,
  RunningClock,
  Suspension,
} from './counting-types.js';
export { NoTableOfDaysOff } from './days-off.js';
export type { DaysAdded } from './days-off.js';
export {
  explained,
  extended,
  extendedDue,
  latestExtension,
  recounted,
  recountedDue,
  resumed,
  started,
  suspended,
} from './running.js';
