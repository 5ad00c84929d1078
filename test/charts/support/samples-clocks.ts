import type { Clocks, TendedClock } from '../../../src/charts/clockwork/running.js';
import type { ClockName, Terms } from '../../../src/program/types.js';
import { dayOf } from '../../../src/rules/calendar.js';
import type { Asked } from './samples.js';

type Named = readonly [clock: ClockName, running: TendedClock];

const ground = '담당자 확인';
const decidedBy = 'person-administrator-2';

// What is open is among what began last; the rest would only be refused, again and again.
const LATEST = 3;

/** Clocks that stand still only in these suites' walks: one for each kind of case, or every state would be walked twice. */
export const SUSPENDED: readonly ClockName[] = [
  ...(['agreement', 'objection-decision', 'change-decision', 'cost-report', 'repayment'] as const),
  'sanction-decision',
];

function clocksOf({ context }: Asked): Named[] {
  const clocks = Object.entries((context['clocks'] ?? {}) as Clocks) as Named[];
  return clocks.toSorted(([, a], [, b]) => b.from.localeCompare(a.from)).slice(0, LATEST);
}

function extensions(asked: Asked) {
  const { clocks } = asked.context['terms'] as Terms;
  return clocksOf(asked)
    .filter(([clock, { suspended }]) => clocks[clock].extendable && suspended === null)
    .map(([clock]) => ({ clock, length: { unit: 'days', count: 6 }, ground }));
}

function recounts(asked: Asked) {
  const moving = clocksOf(asked)
    .filter(([, { due, rule }]) => rule === 'civil' && due > asked.at)
    .map(([, { due }]) => dayOf(due));
  const [day = '2031-03-05'] = moving;
  const days = clocksOf(asked).length === 0 ? [] : [day];
  return days.map((one) => ({
    daysAdded: { [one.slice(0, 4)]: [one.slice(5)] },
    ...{ ground, decidedBy },
  }));
}

/** Payloads of the clocks' events that somebody could really send. */
export const CLOCK_SAMPLES = {
  EXTEND_CLOCK: extensions,
  SUSPEND_CLOCK: (asked: Asked) =>
    clocksOf(asked)
      .filter(([clock]) => SUSPENDED.includes(clock))
      .map(([clock]) => ({ clock, ground })),
  RESUME_CLOCK: (asked: Asked) =>
    clocksOf(asked)
      .filter(([, { suspended }]) => suspended)
      .map(([clock]) => ({ clock })),
  CORRECT_CLOCK: (asked: Asked) =>
    clocksOf(asked).map(([clock]) => ({ clock, from: dayOf(asked.at), ground })),
  RECOUNT_CLOCKS: recounts,
  CLOCK_ESCALATED: (asked: Asked) =>
    clocksOf(asked)
      .slice(0, 1)
      .map(([clock]) => ({ clock, mark: 'escalate/head', person: 'person-head', onBehalfOf: 'person-away' })),
};
