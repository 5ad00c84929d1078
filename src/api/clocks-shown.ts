import type { Chart, ChartState } from '../charts/kernel/types.js';
import { pathOf } from '../charts/kernel/step.js';
import type { TendedClock } from '../charts/clockwork/running.js';
import type { ClockShown } from '../contract/http/clocks.js';
import type { ClockName, Terms } from '../program/types.js';
import { explained } from '../rules/counting.js';
import type { ClockDecision, Suspension } from '../rules/counting-types.js';

/** A clock as a context holds it; those of the first charts know no more than from when until when, and by which rule. */
type Kept = Pick<TendedClock, 'from' | 'due' | 'rule'> & Partial<TendedClock>;

const UNTENDED = {
  ...{ provisional: false, suspended: null, extensions: [], corrections: [], said: [] },
  ...{ overdueSince: null, escalations: [] },
} as const;

/** The clocks that were started in a case, in the order of the edition's list, each with its arithmetic. */
export function clocksShown(chart: Chart, state: ChartState): ClockShown[] {
  const { terms, clocks = {} } = state.context as unknown as {
    readonly terms: Terms;
    readonly clocks?: Readonly<Partial<Record<ClockName, Kept>>>;
  };
  const open = state.done ? [] : (chart.pendingIn?.(pathOf(state.value)) ?? []);
  return namesOf(clocks).flatMap((clock): ClockShown[] => {
    const kept = clocks[clock];
    return kept ? [shown(terms, clock, { ...UNTENDED, ...kept }, open.includes(clock))] : [];
  });
}

function namesOf(clocks: Readonly<Partial<Record<ClockName, Kept>>>): ClockName[] {
  return Object.keys(clocks) as ClockName[];
}

function shown(terms: Terms, clock: ClockName, running: TendedClock, pending: boolean): ClockShown {
  const { name, whose, clause } = terms.clocks[clock];
  const { from, due, rule, provisional, suspended, overdueSince } = running;
  return {
    ...{ clock, name: { ...name }, from, due, rule, provisional, pending, whose: [...whose] },
    ...{ overdue: overdueSince !== null, overdueSince, suspended: suspended && suspensionOf(suspended) },
    extensions: running.extensions.map(({ from: before, to, ...decided }) => {
      return { from: before, to, ...decisionOf(decided) };
    }),
    corrections: running.corrections.map(({ from: before, to, dueBefore, dueAfter, ...decided }) => {
      return { from: before, to, dueBefore, dueAfter, ...decisionOf(decided) };
    }),
    escalations: running.escalations.map((each) => ({ ...each })),
    steps: explained(terms, clock, running).map((step) => ({ ...step })),
    clause: { ...clause },
  };
}

function suspensionOf({ at, remaining }: Suspension): NonNullable<ClockShown['suspended']> {
  return { at, remaining: { ...remaining } };
}

function decisionOf({ ground, by, onBehalfOf, at }: ClockDecision) {
  return { ground, by, ...(onBehalfOf === undefined ? {} : { onBehalfOf }), at };
}
