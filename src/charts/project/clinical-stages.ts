import { endOfDay, msOf } from '../../rules/calendar.js';
import { sharesOver } from '../../rules/money.js';
import type { Condition, ProjectArgs, ProjectContext } from './context.js';

type Staged = Pick<
  ProjectContext,
  'terms' | 'subjectId' | 'clinicalStage' | 'entryStage' | 'targetStage' | 'tranches'
>;

function indexOf({ terms, subjectId }: Staged, stage: string | null): number {
  const index = (terms.ecoBridge?.stages as readonly (string | null)[] | undefined)?.indexOf(stage) ?? -1;
  if (index < 0) throw new Error(`${subjectId} names ${String(stage)}, which is no Eco-Bridge stage`);
  return index;
}

/** The stages that the agreement defines: the edition's, or with Eco-Bridge those from entry to target. */
function stagesAgreed(context: Staged): number {
  if (!context.terms.ecoBridge) return context.terms.settings.stages;
  return indexOf(context, context.targetStage) - indexOf(context, context.entryStage) + 1;
}

/** The shares of the grant, and of the firm's cash, that fall on the project's tranches; basis points. */
export function sharesOf(context: Staged): readonly number[] {
  return sharesOver(context.terms.settings.trancheShares, stagesAgreed(context));
}

/**
 * Whether `stage` lies between the entry stage and the one whose gate this is, both included (domain.md section 5): a
 * gate stands behind its stage, so that stage too is one to go back to.
 */
export function isReached(context: Staged, stage: string): boolean {
  const stages: readonly string[] = context.terms.ecoBridge?.stages ?? [];
  if (!stages.includes(stage)) return false;
  const index = indexOf(context, stage);
  return indexOf(context, context.entryStage) <= index && index <= indexOf(context, context.clinicalStage);
}

/** The stage after the one under way; none is ever skipped. */
export function stageAfter(context: Staged): string {
  const next = context.terms.ecoBridge?.stages[indexOf(context, context.clinicalStage) + 1];
  if (!next) throw new Error(`no stage follows ${String(context.clinicalStage)}`);
  return next;
}

/** The number of the tranche that passing this gate opens: one for each stage left behind, so a RECYCLE opens none again. */
export function trancheReached(context: Staged): number {
  const passed = indexOf(context, context.clinicalStage) - indexOf(context, context.entryStage) + 1;
  return Math.min(passed + 1, context.tranches.length);
}

/** The conditions that nobody has shown to be met, late ones among them. */
export function openConditions({ conditions }: Pick<ProjectContext, 'conditions'>): Condition[] {
  return conditions.filter(({ metBySha256 }) => metBySha256 === null);
}

/** The milliseconds from the event until the next open condition's day is over; Infinity where none is waited for. */
export function untilNextCondition({ context, event }: ProjectArgs): number {
  const waitedFor = openConditions(context).filter(({ lapsedAt }) => lapsedAt === null);
  return Math.min(...waitedFor.map(({ due }) => msOf(endOfDay(due)) - msOf(event.at)));
}
