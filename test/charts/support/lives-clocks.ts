import type { Clocks } from '../../../src/charts/clockwork/running.js';
import type { ClockName } from '../../../src/program/types.js';
import { dayOf } from '../../../src/rules/calendar.js';
import { administrator, officer, system, tends } from './moves.js';
import type { Move } from './moves.js';

const ground = '담당자 확인';

function running(context: Record<string, unknown>, clock: ClockName) {
  const found = (context['clocks'] as Clocks)[clock];
  if (!found) throw new Error(`no clock ${clock} runs`);
  return found;
}

/** Everything that can be decided on a running clock: more time, another start, a pause, a holiday on its last day. */
export function decidedOn(clock: ClockName): readonly Move[] {
  return [
    officer('EXTEND_CLOCK', { clock, length: { unit: 'days', count: 7 }, ground }),
    officer('CORRECT_CLOCK', (context) => ({ clock, from: dayOf(running(context, clock).from), ground })),
    officer('SUSPEND_CLOCK', { clock, ground }),
    officer('RESUME_CLOCK', { clock }),
    administrator('RECOUNT_CLOCKS', (context) => {
      const day = dayOf(running(context, clock).due);
      const daysAdded = { [day.slice(0, 4)]: [day.slice(5)] };
      return { daysAdded, ground: '임시공휴일 지정', decidedBy: 'person-administrator-2' };
    }),
  ];
}

/** A duty of the agency's is reminded of, becomes late, and goes up to whoever stands in for its desk. */
export function comesLate(clock: ClockName): readonly Move[] {
  const [person, onBehalfOf] = ['person-officer-2', 'person-officer-1'];
  return [
    ...[tends, tends, tends],
    system('CLOCK_ESCALATED', { clock, mark: 'escalate/delegate', person, onBehalfOf }),
  ];
}
