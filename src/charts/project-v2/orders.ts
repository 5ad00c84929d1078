import { order } from '../effects.js';
import { dataOf } from '../payload.js';
import { orderActions, scheduleTranches } from '../project/orders.js';
import type { ArgsV2, ProjectContextV2 } from './context.js';
import { competitionOf, ownCall } from './place.js';

/** The charts that the neighbours of these projects follow, as long as they live. */
const TRANCHE_CHART = 'tranche.v2';
const OBJECTION_CHART = 'objection.v1';

/** Something that a call is told, by its id. */
interface TellingCall {
  readonly to: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The orders that these projects give, for their setup. */
export const orderActionsV2 = {
  ...orderActions,
  startObjection: order<{
    readonly chartId: string;
    readonly no: number;
    readonly facts: Readonly<Record<string, unknown>>;
  }>(),
  tellCall: order<TellingCall>(),
};

/** Starts the tranches that the agreement fixed, each to be held against the budget of its year. */
export const scheduleTranchesV2 = {
  type: 'scheduleTranches',
  params: (args: ArgsV2) => ({ ...scheduleTranches.params(args), chartId: TRANCHE_CHART }),
} as const;

/** Tells the call that gave the project its place that the place is free. */
export function placeFreed(reason: 'declined' | 'cancelled' | 'withdrawn' | 'expired') {
  const params = ({ context: { place, subjectId } }: ArgsV2): TellingCall => {
    if (!place) throw new Error(`${subjectId} gives up a place that it hasn't`);
    return { to: place.callId, event: 'PLACE_FREED', data: { projectId: subjectId, reason } };
  };
  return { type: 'tellCall', params } as const;
}

function callOf(context: ProjectContextV2): string {
  const call = ownCall(context);
  if (call === null) throw new Error(`${context.subjectId} tells a call and belongs to none`);
  return call;
}

/** Tells the own call that an objection succeeded, so that it finds the project its place. */
export const objectionUpheld = {
  type: 'tellCall',
  params: ({ context }: ArgsV2): TellingCall => ({
    ...{ to: callOf(context), event: 'OBJECTION_UPHELD' },
    data: { projectId: context.subjectId },
  }),
} as const;

/** Starts the objection as a subject of its own; it names the panel, which is not to decide on it (domain.md section 2). */
export const startObjection = {
  type: 'startObjection',
  params: ({ context, event }: ArgsV2) => {
    const { subjectId: projectId, companyId, partnerId, panel, objectionNo: no } = context;
    const { ground, statement } = dataOf<{ ground: string; statement: string }>(event);
    return {
      ...{ chartId: OBJECTION_CHART, no },
      facts: {
        ...{ projectId, companyId, partnerId, callId: ownCall(context), ground, statement },
        decidedOn: competitionOf(context),
        filedAt: event.receivedAt,
        panel: (panel?.members ?? []).map(({ person }) => person),
      },
    };
  },
} as const;
