import { dayOf } from '../../rules/calendar.js';
import type { Evidence } from '../kernel/types.js';
import { whenSent } from '../payload.js';
import { isReached, openConditions, trancheReached } from './clinical-stages.js';
import type { Condition, ProjectArgs, ProjectContext } from './context.js';

/** A gate's decision: what each outcome carries with it (domain.md section 5). */
export interface GateDecision {
  readonly outcome: 'GO' | 'CONDITIONAL_GO' | 'HOLD' | 'RECYCLE' | 'NO_GO';
  readonly conditions?: readonly Pick<Condition, 'id' | 'text' | 'due'>[];
  readonly until?: string;
  readonly basis?: string;
  readonly toStage?: string;
  readonly reason?: string;
}

function passes({ outcome }: GateDecision): boolean {
  return outcome === 'GO' || outcome === 'CONDITIONAL_GO';
}

function needs({ terms }: ProjectContext, { outcome }: GateDecision): string | undefined {
  return terms.ecoBridge?.gateOutcomes.find(({ id }) => id === outcome)?.needs;
}

function hasDates({ event, context }: ProjectArgs, { conditions = [] }: GateDecision): boolean {
  const today = dayOf(event.receivedAt);
  const ids = [...context.conditions, ...conditions].map(({ id }) => id);
  return (
    conditions.length > 0 && new Set(ids).size === ids.length && conditions.every(({ due }) => due > today)
  );
}

/** A guard on a gate's decision that says yes to every outcome that doesn't need this. */
function whereNeeded(need: string, says: (args: ProjectArgs, decision: GateDecision) => boolean) {
  return (args: ProjectArgs): boolean =>
    whenSent<GateDecision>(
      args.event,
      (decision) => needs(args.context, decision) !== need || says(args, decision),
    );
}

const isAtTarget = ({ clinicalStage, targetStage }: ProjectContext): boolean => clinicalStage === targetStage;

/** Guards of the Eco-Bridge stages and gates; a track without stages has none out of order. */
export const clinicalGuards = {
  areStagesInOrder: ({ context }: ProjectArgs): boolean => {
    const { entryStage, targetStage, terms } = context;
    if (entryStage === null || targetStage === null) return terms.ecoBridge === undefined;
    const order: readonly string[] = terms.ecoBridge?.stages ?? [];
    const entry = order.indexOf(entryStage);
    return entry >= 0 && entry <= order.indexOf(targetStage);
  },
  areConditionsMet: ({ context, event }: ProjectArgs): boolean =>
    whenSent<GateDecision>(event, (decision) => !passes(decision) || openConditions(context).length === 0),
  hasStageAhead: ({ context, event }: ProjectArgs): boolean =>
    whenSent<GateDecision>(event, ({ outcome }) => outcome !== 'CONDITIONAL_GO' || !isAtTarget(context)),
  hasConditionsWithDates: whereNeeded('conditions', hasDates),
  hasHoldDate: whereNeeded(
    'date',
    ({ event }, { until: day = '', basis }) => day > dayOf(event.receivedAt) && basis !== undefined,
  ),
  namesEarlierStage: whereNeeded('earlier-stage', ({ context }, { toStage = '' }) =>
    isReached(context, toStage),
  ),
  hasReason: whereNeeded('special-evaluation', (_, { reason }) => reason !== undefined),
  // A project that is past its stages has nothing that a regulator could hold.
  isNotOnHold: ({ context }: ProjectArgs): boolean =>
    context.clinicalHold === null && context.resumeTo !== 'finalReportOverdue',
  isOnHold: ({ context }: ProjectArgs): boolean => context.clinicalHold !== null,
  isOpenCondition: ({ context, event }: ProjectArgs): boolean =>
    openConditions(context).some(({ id }) =>
      whenSent<{ conditionId: string }>(event, ({ conditionId }) => id === conditionId),
    ),
};

/** Guards that only choose between a gate's branches, and never refuse. */
export const clinicalRouting = {
  reachesTarget: ({ context, event }: ProjectArgs): boolean =>
    event.data?.['outcome'] === 'GO' && isAtTarget(context),
  opensTranche: ({ context, event }: ProjectArgs): boolean => {
    const outcome = context.terms.ecoBridge?.gateOutcomes.find(({ id }) => id === event.data?.['outcome']);
    return outcome?.opensNextTranche === true && trancheReached(context) > context.openedTranches;
  },
  wasHeldIn: ({ context }: ProjectArgs, { state }: { readonly state: string }): boolean =>
    context.clinicalHold?.resumeTo === state,
};

/** The facts that the guards above looked at. */
export const clinicalEvidence: Readonly<Record<string, (args: ProjectArgs) => Evidence>> = {
  areStagesInOrder: ({ context }) => ({
    entryStage: context.entryStage ?? '',
    targetStage: context.targetStage ?? '',
  }),
  areConditionsMet: ({ context }) => ({
    open: openConditions(context)
      .map(({ id, due }) => `${id} (${due})`)
      .join(', '),
  }),
  hasStageAhead: ({ context }) => ({ targetStage: context.targetStage ?? '' }),
  hasConditionsWithDates: ({ event }) => ({ receivedOn: dayOf(event.receivedAt) }),
  hasHoldDate: ({ event }) => ({ receivedOn: dayOf(event.receivedAt) }),
  namesEarlierStage: ({ context }) => ({
    entryStage: context.entryStage ?? '',
    clinicalStage: context.clinicalStage ?? '',
  }),
  isOpenCondition: ({ context }) => ({
    open: openConditions(context)
      .map(({ id }) => id)
      .join(', '),
  }),
};
