import type { z } from 'zod';
import type { RankedListBody, callPlacesSchema } from '../../contract/http/lists.js';
import { actionData } from '../action-data.js';
import { callAddress } from '../case-address.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { koreanTime, table, won } from '../text.js';
import type { Terminal } from '../terminal.js';

/** What a ranked list is made with: the exceptions that the committee makes, as JSON or @file. */
export interface RankOptions extends CallerOptions {
  readonly data?: string;
  readonly dryRun?: boolean;
}

type Places = z.infer<typeof callPlacesSchema>;

/** `rnd call rank`: makes a ranked list of what the books say, or only shows it. */
export async function callRank(context: Context, options: RankOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  const json = await actionData([], options.data);
  const address = `${callAddress(id)}/lists?dryRun=${options.dryRun ?? false}`;
  const { body } = await client.post<RankedListBody>(address, { json });
  context.terminal.answer(body, (list) => described(list, context.terminal));
}

/** `rnd call places`: how the places of a call stand now. */
export async function callPlaces(context: Context, options: CallerOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  const places = await client.get<Places>(`${callAddress(id)}/places`);
  context.terminal.answer(places, ({ items }) => standing(items, context.terminal));
}

function described(list: RankedListBody, terminal: Terminal): string {
  const { say } = terminal;
  const { selected, reserve, rejected, capacity, budget, money, clocks, sha256, isStored } = list;
  const heads = [
    say({ ko: '순위', en: 'rank' }),
    say({ ko: '과제', en: 'project' }),
    say({ ko: '총점', en: 'total' }),
    say({ ko: '결과', en: 'outcome' }),
    say({ ko: '지원금', en: 'grant' }),
    say({ ko: '사유', en: 'ground' }),
  ];
  const rows = list.places.map(({ rank, id, total, outcome, reserveRank, grant, ground }) => [
    ...[String(rank), id, (total / 100).toFixed(2)],
    ...[reserveRank === null ? outcome : `${outcome} ${reserveRank}`, won(grant), ground ?? ''],
  ]);
  const limit = budget === null ? '—' : won(budget);
  return [
    table(heads, rows),
    '',
    say({
      ko: `선정 ${selected} / ${capacity}, 예비 ${reserve}, 미선정 ${rejected}`,
      en: `${selected} of ${capacity} selected, ${reserve} in reserve, ${rejected} not selected`,
    }),
    say({
      ko: `1차 연도 ${won(money.firstYear)}원 (예산 ${limit}), 전체 ${won(money.committed)}원`,
      en: `First year ${won(money.firstYear)} won (budget ${limit}), in all ${won(money.committed)} won`,
    }),
    ...clocks.map(({ name, due }) => `  ${name} ${koreanTime(due)}`),
    isStored
      ? say({ ko: `순위명부 ${sha256}`, en: `List ${sha256}` })
      : say({ ko: '저장하지 않았습니다.', en: 'Nothing was stored.' }),
  ].join('\n');
}

function standing(items: Places['items'], { say }: Terminal): string {
  if (items.length === 0)
    return say({ ko: '아직 통보된 결과가 없습니다.', en: 'Nothing has been notified yet.' });
  const heads = [
    say({ ko: '순위', en: 'rank' }),
    say({ ko: '과제', en: 'project' }),
    say({ ko: '명부의 결과', en: 'on the list' }),
    say({ ko: '현재', en: 'now' }),
    say({ ko: '변경 시각', en: 'changed' }),
  ];
  const rows = items.map(({ rank, project, outcome, state, changedAt }) => [
    ...[String(rank), project, outcome, state, koreanTime(changedAt)],
  ]);
  return table(heads, rows);
}
