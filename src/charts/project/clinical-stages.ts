import type { ProjectContext } from './context.js';

type Staged = Pick<
  ProjectContext,
  'terms' | 'subjectId' | 'clinicalStage' | 'entryStage' | 'targetStage' | 'tranches'
>;

function indexOf({ terms, subjectId }: Staged, stage: string | null): number {
  const index = (terms.ecoBridge?.stages as readonly (string | null)[] | undefined)?.indexOf(stage) ?? -1;
  if (index < 0) throw new Error(`${subjectId} names ${String(stage)}, which is no Eco-Bridge stage`);
  return index;
}

/** Whether `stage` lies between the entry stage and the one under way, both included (domain.md section 5). */
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
