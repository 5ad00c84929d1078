import { dataOf } from '../payload.js';
import type { ProjectArgs, ProjectContext } from './context.js';

type Patch = Partial<ProjectContext>;

/** What matching and exploration of the MIT ILP track write into the context. */
export const matchUpdates = {
  proposeMatch: ({ event }: ProjectArgs): Patch => ({
    match: { researcherRef: dataOf<{ researcherRef: string }>(event).researcherRef, acceptedBy: [] },
  }),
  acceptMatch: ({ context, event }: ProjectArgs): Patch => {
    if (!context.match) throw new Error(`no match was proposed for ${context.subjectId}`);
    return { match: { ...context.match, acceptedBy: [...context.match.acceptedBy, event.by.role] } };
  },
  dropMatch: (): Patch => ({ match: null }),
  recordExploration: ({ event }: ProjectArgs): Patch => ({
    exploration: dataOf<{ outcome: string }>(event).outcome,
  }),
  recordConfirmation: ({ event }: ProjectArgs): Patch => ({
    confirmedBySha256: dataOf<{ documentSha256: string }>(event).documentSha256,
  }),
};
