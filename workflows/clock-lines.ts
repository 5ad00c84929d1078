import type { Clocked, TendedClock } from '../src/charts/clockwork/running.js';
import { pathOf } from '../src/charts/kernel/step.js';
import type { Chart, ChartState } from '../src/charts/kernel/types.js';
import type { ClockLine } from '../src/contract/messages.js';

/** A subject's clocks as the books list them; undefined for a chart that doesn't say which of them somebody's move is waited for. */
export function clockLinesOf(chart: Chart, { value, context, done }: ChartState): ClockLine[] | undefined {
  if (!chart.pendingIn) return undefined;
  const pending = done ? [] : chart.pendingIn(pathOf(value));
  const { clocks, terms } = context as unknown as Clocked;
  const running = Object.entries(clocks) as [keyof typeof clocks, TendedClock][];
  return running.map(([clock, { from, due, rule, provisional, suspended, overdueSince }]) => ({
    ...{ clock, from, due, rule, whose: terms.clocks[clock].whose, isPending: pending.includes(clock) },
    ...{ isProvisional: provisional, suspendedAt: suspended?.at ?? null, overdueSince },
  }));
}
