import { pathOf } from '../src/charts/kernel/step.js';
import type { Chart, ChartState } from '../src/charts/kernel/types.js';
import type { ClockLine } from '../src/contract/messages.js';
import type { ClockName, Terms } from '../src/program/types.js';

/** As much of a chart's context as says something of its clocks. */
interface Keeping {
  readonly clocks: Readonly<Record<string, Running>>;
  readonly terms: Terms;
}

interface Running {
  readonly from: string;
  readonly due: string;
  readonly rule: string;
  readonly provisional?: boolean;
  readonly suspended?: { readonly at: string } | null;
  readonly overdueSince?: string | null;
}

/** A subject's clocks as the books list them; undefined for a chart that doesn't say which of them somebody's move is waited for. */
export function clockLinesOf(chart: Chart, { value, context, done }: ChartState): ClockLine[] | undefined {
  if (!chart.pendingIn || !('clocks' in context)) return undefined;
  const { clocks, terms } = context as unknown as Keeping;
  const pending = done ? [] : chart.pendingIn(pathOf(value));
  return Object.entries(clocks).map(([clock, running]) => ({
    ...{ clock, from: running.from, due: running.due, rule: running.rule },
    whose: terms.clocks[clock as ClockName]?.whose ?? [],
    isPending: pending.includes(clock),
    isProvisional: running.provisional ?? false,
    suspendedAt: running.suspended?.at ?? null,
    overdueSince: running.overdueSince ?? null,
  }));
}
