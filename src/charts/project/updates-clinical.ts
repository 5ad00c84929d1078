import { endOfDay, msOf } from '../../rules/calendar.js';
import { dataOf } from '../payload.js';
import { stageAfter, trancheReached } from './clinical-stages.js';
import type { Condition, ProjectArgs, ProjectContext } from './context.js';
import type { GateDecision } from './guards-clinical.js';

type Patch = Partial<ProjectContext>;

function remaining({ context, event }: ProjectArgs): number | null {
  const { stage } = context.clocks;
  return context.resumeTo === 'underWay' && stage ? msOf(stage.due) - msOf(event.at) : null;
}

/** What the clinical stages and their gates write into the context (domain.md section 5). */
export const clinicalUpdates = {
  freezeCriteria: ({ event }: ProjectArgs): Patch => ({
    criteriaSha256: dataOf<{ criteriaSha256: string }>(event).criteriaSha256,
  }),
  recordGateData: ({ event }: ProjectArgs): Patch => ({
    gateDataSha256: dataOf<{ documentSha256: string }>(event).documentSha256,
  }),
  advance: ({ context }: ProjectArgs): Patch => ({
    ...{ clinicalStage: stageAfter(context), criteriaSha256: null, gateDataSha256: null },
  }),
  openReached: ({ context }: ProjectArgs): Patch => ({ openedTranches: trancheReached(context) }),
  addConditions: ({ context, event }: ProjectArgs): Patch => {
    const { conditions = [] } = dataOf<GateDecision>(event);
    const unmet = conditions.map((one): Condition => ({ ...one, metBySha256: null, lapsedAt: null }));
    return { conditions: [...context.conditions, ...unmet] };
  },
  meetCondition: ({ context, event }: ProjectArgs): Patch => {
    const { conditionId, documentSha256 } = dataOf<{ conditionId: string; documentSha256: string }>(event);
    const met = (one: Condition): Condition => ({ ...one, metBySha256: documentSha256 });
    return { conditions: context.conditions.map((one) => (one.id === conditionId ? met(one) : one)) };
  },
  // A lapsed condition stays open: it can still be met, and no gate is passed before it is.
  lapseConditions: ({ context, event }: ProjectArgs): Patch => {
    const isOver = ({ due }: Condition): boolean => msOf(endOfDay(due)) <= msOf(event.at);
    const isWaitedFor = (one: Condition): boolean => one.metBySha256 === null && one.lapsedAt === null;
    const lapsed = (one: Condition): Condition =>
      isWaitedFor(one) && isOver(one) ? { ...one, lapsedAt: event.at } : one;
    return { conditions: context.conditions.map(lapsed) };
  },
  holdGate: ({ context, event }: ProjectArgs): Patch => {
    const { until: day = '' } = dataOf<GateDecision>(event);
    const hold = { from: event.at, due: endOfDay(day), rule: 'stated' as const };
    return { clocks: { ...context.clocks, 'gate-hold': hold } };
  },
  recycle: ({ event }: ProjectArgs): Patch => ({
    clinicalStage: dataOf<GateDecision>(event).toStage ?? null,
    ...{ criteriaSha256: null, gateDataSha256: null },
  }),
  // The stage's clock stops with the hold: what was left of it is kept and goes on when the hold is lifted.
  holdStage: (args: ProjectArgs): Patch => {
    const { authority, reference } = dataOf<{ authority: string; reference: string }>(args.event);
    const resumeTo = args.context.resumeTo ?? 'criteria';
    return { clinicalHold: { authority, reference, remainingMs: remaining(args), resumeTo } };
  },
  rememberHeld: ({ context }: ProjectArgs): Patch => ({
    resumeTo: context.clinicalHold?.resumeTo ?? context.resumeTo,
  }),
  liftHold: ({ context, event }: ProjectArgs): Patch => {
    const left = context.clinicalHold?.remainingMs ?? null;
    if (left === null) return { clinicalHold: null };
    const due = new Date(msOf(event.at) + left).toISOString();
    const stage = { from: event.at, due, rule: 'resumed' as const };
    return { clinicalHold: null, clocks: { ...context.clocks, stage } };
  },
};
