import { randomUUID } from 'node:crypto';
import type { CaseBody } from '../../contract/http/cases.js';
import type { CalendarFeedBody, ClockLine } from '../../contract/http/clocks.js';
import { caseAddress } from '../case-address.js';
import { clockLines } from '../clock-lines.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { usage } from '../failure.js';
import { koreanTime, table } from '../text.js';
import type { Terminal } from '../terminal.js';
import { send } from './act.js';
import type { SendOptions } from './act.js';

/** What a list of clocks is narrowed to. */
export interface ClockListOptions extends CallerOptions {
  readonly dueBefore?: string;
  readonly overdue?: boolean;
  readonly mine?: boolean;
  readonly edition?: string;
  readonly track?: string;
  readonly cursor?: string;
}

/** What is decided about a clock, and why. */
export interface ClockDecisionOptions extends SendOptions {
  readonly until?: string;
  readonly length?: string;
  readonly from?: string;
  readonly ground?: string;
}

interface ClockPage {
  readonly items: readonly ClockLine[];
  readonly next: string | null;
}

/** `rnd clock list`: what is due, the earliest first. */
export async function clockList(context: Context, options: ClockListOptions): Promise<void> {
  const { dueBefore, overdue, mine, edition, track, cursor } = options;
  const client = await clientOf(context, options);
  const page = await client.get<ClockPage>('/v1/clocks', {
    ...{ 'due-before': dueBefore, edition, track, cursor },
    ...{ overdue: overdue ? 'true' : undefined, mine: mine ? 'true' : undefined },
  });
  context.terminal.answer(page, (value) => listed(value, context.terminal));
}

/** `rnd clock show`: the clocks of a case, each with its arithmetic. */
export async function clockShow(context: Context, options: CallerOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  const { clocks } = await client.get<CaseBody>(caseAddress(id));
  context.terminal.answer({ id, clocks }, (value) => clockLines(value.clocks, context.terminal).join('\n'));
}

const EVENTS = {
  extend: 'EXTEND_CLOCK',
  suspend: 'SUSPEND_CLOCK',
  resume: 'RESUME_CLOCK',
  correct: 'CORRECT_CLOCK',
} as const;

/** `rnd clock extend`, `suspend`, `resume` and `correct`: decides something about a clock of a case. */
export async function clockDecide(
  context: Context,
  options: ClockDecisionOptions,
  { what, id, clock }: { readonly what: keyof typeof EVENTS; readonly id: string; readonly clock: string },
): Promise<void> {
  const { until, length, from, ground } = options;
  const data = {
    clock,
    ...(until === undefined ? {} : { until }),
    ...(length === undefined ? {} : { length: lengthIn(length) }),
    ...(from === undefined ? {} : { from }),
    ...(ground === undefined ? {} : { ground }),
  };
  await send(context, options, { address: caseAddress(id), type: EVENTS[what], data });
}

const UNITS: Readonly<Record<string, string>> = { mo: 'months', d: 'days', h: 'hours', s: 'seconds' };

/** A length of time such as `14d`, `6mo`, `12h` or `30s`. Throws a usage failure. */
function lengthIn(text: string): { readonly unit: string; readonly count: number } {
  const [, count, unit = ''] = /^(\d{1,4})(mo|d|h|s)$/.exec(text) ?? [];
  if (count !== undefined) return { unit: UNITS[unit] ?? 'days', count: Number(count) };
  throw usage({
    ko: `기간이 아닙니다: ${text} (예: 14d, 6mo)`,
    en: `${text} is no length; one looks like 14d or 6mo`,
  });
}

function listed({ items, next }: ClockPage, { say }: Terminal): string {
  if (items.length === 0) return say({ ko: '남은 기한이 없습니다.', en: 'Nothing is due.' });
  const heads = [
    say({ ko: '기한', en: 'due' }),
    say({ ko: '건', en: 'case' }),
    say({ ko: '무엇', en: 'what' }),
    say({ ko: '이행할 쪽', en: 'whose duty' }),
    '',
  ];
  const rows = items.map(({ due, case: id, name, whose, overdue, suspended, provisional }) => [
    ...[koreanTime(due), id, say(name), whose.join(', ')],
    [
      ...(overdue ? [say({ ko: '지남', en: 'overdue' })] : []),
      ...(suspended ? [say({ ko: '정지', en: 'suspended' })] : []),
      ...(provisional ? [say({ ko: '잠정', en: 'provisional' })] : []),
    ].join(', '),
  ]);
  const more =
    next === null
      ? []
      : ['', say({ ko: `다음 쪽: --cursor ${next}`, en: `The next page: --cursor ${next}` })];
  return [table(heads, rows), ...more].join('\n');
}

/** `rnd calendar make`: a calendar of what is the caller's to do, at a secret address that is told once. */
export async function calendarMake(context: Context, options: CallerOptions): Promise<void> {
  const client = await clientOf(context, options);
  const headers = { 'idempotency-key': randomUUID() };
  const { body } = await client.post<CalendarFeedBody>('/v1/calendar-feeds', { headers });
  const address = `${client.base}${body.href ?? ''}`;
  const { say } = context.terminal;
  context.terminal.answer({ ...body, address }, () =>
    say({
      ko: `${address}\n이 주소를 아는 사람은 누구나 볼 수 있습니다. 폐기: rnd calendar close ${body.id}`,
      en: `${address}\nWhoever knows this address can read it. To close it: rnd calendar close ${body.id}`,
    }),
  );
}

/** `rnd calendar list`: the caller's calendars. */
export async function calendarList(context: Context, options: CallerOptions): Promise<void> {
  const client = await clientOf(context, options);
  const page = await client.get<{ readonly items: readonly CalendarFeedBody[] }>('/v1/calendar-feeds');
  const { say } = context.terminal;
  context.terminal.answer(page, ({ items }) =>
    items.length === 0
      ? say({ ko: '구독 주소가 없습니다.', en: 'There is no calendar.' })
      : items
          .map(
            ({ id, role, madeAt, revokedAt }) =>
              `${revokedAt ? '✗' : '✓'} ${id} ${role} ${koreanTime(madeAt)}`,
          )
          .join('\n'),
  );
}

/** `rnd calendar close`: closes a calendar for ever. */
export async function calendarClose(context: Context, options: CallerOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  await client.send('DELETE', `/v1/calendar-feeds/${id}`);
  const { say } = context.terminal;
  context.terminal.answer({ id }, () =>
    say({ ko: '구독 주소를 폐기했습니다.', en: 'The calendar is closed.' }),
  );
}
