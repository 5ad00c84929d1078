import { clinicalUpdates } from '../project/updates-clinical.js';
import { agreementUpdates, closingUpdates, selectionUpdates, stageUpdates } from '../project/updates-life.js';
import { matchUpdates } from '../project/updates-match.js';
import type { ArgsV2, PatchV2 } from './context.js';

/** Updates that look at a context which knows more than they ask for. */
type Here<Updates> = {
  readonly [Name in keyof Updates]: Updates[Name] extends (args: never, params: infer Params) => unknown
    ? (args: ArgsV2, params: Params) => PatchV2
    : never;
};

// What the first version writes of clocks and special evaluations lacks what this one knows of them: those updates have
// their own version here, and these are never called for that.
function here<Updates>(updates: Updates): Here<Updates> {
  return updates as unknown as Here<Updates>;
}

/** What the first version's transitions write, unchanged. */
export const selection = here(selectionUpdates);
export const agreement = here(agreementUpdates);
export const stage = here(stageUpdates);
export const closing = here(closingUpdates);
export const match = here(matchUpdates);
export const clinical = here(clinicalUpdates);
