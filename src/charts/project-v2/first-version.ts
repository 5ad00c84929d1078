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

/** What the first version's transitions write, unchanged. */
export const selection: Here<typeof selectionUpdates> = selectionUpdates;
export const agreement: Here<typeof agreementUpdates> = agreementUpdates;
export const stage: Here<typeof stageUpdates> = stageUpdates;
export const closing: Here<typeof closingUpdates> = closingUpdates;
export const match: Here<typeof matchUpdates> = matchUpdates;
export const clinical: Here<typeof clinicalUpdates> = clinicalUpdates;
