import { randomUUID } from 'node:crypto';
import type { HolidayBody } from '../../contract/http/holidays.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { table } from '../text.js';
import type { Terminal } from '../terminal.js';

/** A day off to propose: what it is called, and by what it was declared. */
export interface HolidayOptions extends CallerOptions {
  readonly nameKo: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly ground: string;
  readonly key?: string;
}

/** `rnd holiday propose`: proposes a day off that the government declared. */
export async function holidayPropose(context: Context, options: HolidayOptions, date: string): Promise<void> {
  const { nameKo: ko, nameEn: en, kind, ground } = options;
  const client = await clientOf(context, options);
  const { body } = await client.post<HolidayBody>('/v1/holidays', {
    json: { date, name: { ko, en }, kind, ground },
    headers: { 'idempotency-key': options.key ?? randomUUID() },
  });
  context.terminal.answer(body, (value) => holidays([value], context.terminal));
}

/** `rnd holiday approve`: puts a proposed day off in force, by another administrator; open cases count anew. */
export async function holidayApprove(context: Context, options: CallerOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  const path = `/v1/holidays/${id}/approval`;
  const { body } = await client.post<{ readonly holiday: HolidayBody; readonly cases: number }>(path, {});
  const { terminal } = context;
  terminal.answer(body, ({ holiday, cases }) =>
    [
      holidays([holiday], terminal),
      terminal.say({
        ko: `진행 중인 ${cases}건에 기한 재산정을 요청했습니다.`,
        en: `${cases} open cases are told to count their clocks anew.`,
      }),
    ].join('\n'),
  );
}

/** `rnd holiday refuse`: does not add a proposed day off. */
export async function holidayRefuse(context: Context, options: CallerOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  const { body } = await client.post<HolidayBody>(`/v1/holidays/${id}/refusal`, {});
  context.terminal.answer(body, (value) => holidays([value], context.terminal));
}

/** `rnd holiday list`: the days off that were added, or are proposed. */
export async function holidayList(context: Context, options: CallerOptions): Promise<void> {
  const client = await clientOf(context, options);
  const page = await client.get<{ readonly items: readonly HolidayBody[] }>('/v1/holidays');
  context.terminal.answer(page, ({ items }) => holidays(items, context.terminal));
}

function holidays(items: readonly HolidayBody[], { say }: Terminal): string {
  if (items.length === 0) return say({ ko: '추가된 휴일이 없습니다.', en: 'No day off was added.' });
  const heads = [
    '',
    say({ ko: '날짜', en: 'date' }),
    say({ ko: '이름', en: 'name' }),
    say({ ko: '상태', en: 'state' }),
    say({ ko: '제안', en: 'proposed by' }),
    say({ ko: '결정', en: 'decided by' }),
  ];
  const rows = items.map(({ id, date, name, state, proposedBy, decidedBy }) => [
    ...[id, date, say(name), state, proposedBy, decidedBy ?? '—'],
  ]);
  return table(heads, rows);
}
