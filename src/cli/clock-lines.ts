import type { ClockShown } from '../contract/http/clocks.js';
import { koreanTime } from './text.js';
import type { Terminal } from './terminal.js';

/** The clocks of a case for its reader: until when each runs, and how that was counted. */
export function clockLines(clocks: readonly ClockShown[], { say }: Terminal): string[] {
  return clocks.flatMap(({ clock, name, due, rule, steps, clause, pending, suspended, overdue }) => [
    [
      `${say(name)} (${clock}): ${koreanTime(due)} (${rule})`,
      ...(overdue ? [say({ ko: '지남', en: 'overdue' })] : []),
      ...(suspended ? [say({ ko: '정지 중', en: 'suspended' })] : []),
      ...(pending ? [] : [say({ ko: '이행됨 또는 해당 없음', en: 'nothing is waited for' })]),
    ].join(', '),
    ...steps.map((step) => `    ${say(step)}`),
    `    ${say(clause)}`,
  ]);
}
