import { dataOf } from '../payload.js';
import type { ArgsV2, PatchV2, ProjectContextV2 } from './context.js';

/**
 * Where a call's list put the project: the call, what that came to, its rank and, on the reserve list, the rank there.
 * `released`: the reserve list ended before its turn came.
 */
export interface Place {
  readonly callId: string;
  readonly outcome: 'selected' | 'reserve' | 'rejected' | 'released';
  readonly rank: number;
  readonly reserveRank: number | null;
  readonly listSha256: string;
}

/** The competition in which a project is decided on: the second one over the roadmap, once there is one. */
export function competitionOf({ resumeTo }: Pick<ProjectContextV2, 'resumeTo'>): 'selection' | 'roadmap' {
  return resumeTo === 'roadmapEvaluation' ? 'roadmap' : 'selection';
}

/** The call that decides on the project now, such as `call/2026/structured/roadmap`; null outside of a call. */
export function ownCall(context: Pick<ProjectContextV2, 'callId' | 'resumeTo'>): string | null {
  return context.callId === null ? null : context.callId.replace(/[^/]+$/, competitionOf(context));
}

function placed(outcome: Place['outcome']) {
  return ({ event }: ArgsV2): PatchV2 => {
    const { callId, rank, reserveRank, listSha256 } = dataOf<Omit<Place, 'outcome'>>(event);
    const place = { callId, outcome, rank, reserveRank: reserveRank ?? null, listSha256 };
    return { place };
  };
}

/** What a call's decision writes of the project's place. */
export const placeUpdates = {
  takePlace: placed('selected'),
  takeReserve: placed('reserve'),
  takeRefusal: placed('rejected'),
  leaveReserve: ({ context: { place, subjectId } }: ArgsV2): PatchV2 => {
    if (!place) throw new Error(`${subjectId} is released from a list that it is not on`);
    return { place: { ...place, outcome: 'released' } };
  },
};
