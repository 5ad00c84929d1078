import { dataOf } from '../payload.js';
import type { Bilingual } from '../kernel/types.js';
import type { ArgsV2, Overruling, PatchV2, Proof, RoadmapCheck } from './context.js';
import { failingIn } from './guards-call.js';

/** What the board of an objection decided; a score only where it scored anew. */
interface ObjectionDecided {
  readonly outcome: 'upheld' | 'dismissed' | 'withdrawn';
  readonly score?: number;
  readonly opinion?: Partial<Bilingual>;
}

function changeCheck({ context }: ArgsV2, change: Partial<RoadmapCheck>): PatchV2 {
  if (!context.roadmapCheck) throw new Error(`${context.subjectId} has no roadmap to check`);
  return { roadmapCheck: { ...context.roadmapCheck, ...change } };
}

/** What the pre-check, objections and the roadmap's check write into the context. */
export const callUpdates = {
  recordPreCheck: ({ event }: ArgsV2): PatchV2 => {
    const { overruled = [] } = dataOf<{ overruled?: readonly Overruling[] }>(event);
    return { preCheck: { failing: failingIn(event), overruled } };
  },
  recordProofs: ({ event }: ArgsV2): PatchV2 => ({
    proofs: dataOf<{ proofs?: readonly Proof[] }>(event).proofs ?? [],
  }),
  countObjection: ({ context }: ArgsV2): PatchV2 => ({ objectionNo: context.objectionNo + 1 }),
  recordRevision: ({ context, event }: ArgsV2): PatchV2 => {
    const { score, opinion } = dataOf<ObjectionDecided>(event);
    if (score === undefined) return {};
    const before = context.evaluation ?? { opinion: {} };
    return { evaluation: { ...before, score, ...(opinion ? { opinion } : {}) } };
  },
  recordOutcome: ({ context, event }: ArgsV2): PatchV2 => {
    if (!context.objection) throw new Error(`no objection was filed in ${context.subjectId}`);
    const { outcome, opinion } = dataOf<ObjectionDecided>(event);
    return { objection: { ...context.objection, outcome, opinion: opinion ?? null } };
  },
  beginRoadmapCheck: (): PatchV2 => ({
    roadmapCheck: { announcedAt: null, progressSha256: null, finding: null, opinion: null },
  }),
  announceRoadmapCheck: (args: ArgsV2): PatchV2 => changeCheck(args, { announcedAt: args.event.at }),
  recordRoadmapProgress: (args: ArgsV2): PatchV2 =>
    changeCheck(args, { progressSha256: dataOf<{ documentSha256: string }>(args.event).documentSha256 }),
  recordRoadmapCheck: (args: ArgsV2): PatchV2 => {
    const { finding, opinion } = dataOf<Pick<RoadmapCheck, 'finding' | 'opinion'>>(args.event);
    return changeCheck(args, { finding, opinion });
  },
};
