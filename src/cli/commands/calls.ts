import { randomUUID } from 'node:crypto';
import type { AcceptedAnswer, DecidedAnswer } from '../../contract/http/actions.js';
import type { CallLine, EntrantLine, PreCheckLine } from '../../contract/http/calls.js';
import { callAddress } from '../case-address.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { usage } from '../failure.js';
import { koreanTime, table } from '../text.js';
import type { Terminal } from '../terminal.js';
import { answered } from './act.js';

/** What a call is planned with; instants with an offset, money in won. */
export interface PlanOptions extends CallerOptions {
  readonly track: string;
  readonly competition: string;
  readonly edition?: string;
  readonly opens?: string;
  readonly closes?: string;
  readonly capacity?: string;
  readonly budget?: string;
  readonly key?: string;
}

/** What a list of calls is narrowed to. */
export interface CallListOptions extends CallerOptions {
  readonly edition?: string;
}

/** Which page of a call's applications. */
export interface EntrantsOptions extends CallerOptions {
  readonly state?: string;
  readonly cursor?: string;
}

/** A page of something of a call's. */
interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** `rnd call plan`: begins a call. */
export async function callPlan(context: Context, options: PlanOptions): Promise<void> {
  const { track, competition, edition, opens, closes, capacity, budget } = options;
  if ((opens === undefined) !== (closes === undefined))
    throw usage({
      ko: '--opens와 --closes는 함께 적습니다.',
      en: '--opens and --closes are given together.',
    });
  const key = options.key ?? randomUUID();
  const client = await clientOf(context, options);
  const { status, body } = await client.post<DecidedAnswer | AcceptedAnswer>('/v1/calls', {
    json: {
      ...{ track, competition, edition },
      ...(opens === undefined ? {} : { window: { opens, closes } }),
      ...(capacity === undefined ? {} : { capacity: Number(capacity) }),
      ...(budget === undefined ? {} : { budget: budget === 'none' ? null : budget }),
    },
    headers: { 'idempotency-key': key },
  });
  context.terminal.answer({ status, key, ...body }, (answer) => answered(answer, key, context.terminal));
}

/** `rnd call list`: which calls there are. */
export async function callList(context: Context, options: CallListOptions): Promise<void> {
  const client = await clientOf(context, options);
  const { edition } = options;
  const page = await client.get<{ readonly items: readonly CallLine[] }>('/v1/calls', { edition });
  context.terminal.answer(page, ({ items }) => lines(items, context.terminal));
}

/** `rnd call applications`: how the applications of a call stand. */
export async function callEntrants(context: Context, options: EntrantsOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  const { state, cursor } = options;
  const page = await client.get<Page<EntrantLine>>(`${callAddress(id)}/applications`, { state, cursor });
  context.terminal.answer(page, (value) => entrants(value, context.terminal));
}

/** `rnd call pre-check`: what the pre-check finds wrong with each application. */
export async function callPreCheck(context: Context, options: EntrantsOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  const { cursor } = options;
  const page = await client.get<Page<PreCheckLine>>(`${callAddress(id)}/pre-check`, { cursor });
  context.terminal.answer(page, (value) => preChecks(value, context.terminal));
}

function lines(items: readonly CallLine[], { say }: Terminal): string {
  if (items.length === 0) return say({ ko: '공고가 없습니다.', en: 'There is no call.' });
  const heads = [
    say({ ko: '공고', en: 'call' }),
    say({ ko: '상태', en: 'state' }),
    say({ ko: '접수 시작', en: 'opens' }),
    say({ ko: '접수 마감', en: 'closes' }),
    say({ ko: '선정 규모', en: 'capacity' }),
  ];
  const rows = items.map(({ id, stateLabel, window, capacity }) => [
    ...[id, say(stateLabel), koreanTime(window.opens), koreanTime(window.closes), String(capacity)],
  ]);
  return table(heads, rows);
}

function entrants({ items, next }: Page<EntrantLine>, terminal: Terminal): string {
  const { say } = terminal;
  const heads = [
    say({ ko: '과제', en: 'project' }),
    say({ ko: '기업', en: 'company' }),
    say({ ko: '상태', en: 'state' }),
    say({ ko: '점수', en: 'score' }),
    say({ ko: '평가 (채점/배정)', en: 'panel (scored/seats)' }),
    say({ ko: '부적격 항목', en: 'failing' }),
  ];
  const rows = items.map(({ id, company, stateLabel, score, panel, failing }) => [
    ...[id, company, say(stateLabel), score === null ? '—' : String(score)],
    ...[`${panel.scored}/${panel.seats}`, failing === null ? '—' : String(failing)],
  ]);
  return [table(heads, rows), ...nextPage(next, terminal)].join('\n');
}

function preChecks({ items, next }: Page<PreCheckLine>, terminal: Terminal): string {
  const { say } = terminal;
  const told = items.map(({ id, company, verdicts }) => {
    const failing = verdicts.filter(({ ok }) => !ok);
    const facts = (evidence: Readonly<Record<string, string>>): string =>
      Object.entries(evidence)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ');
    return [
      `${failing.length === 0 ? '✓' : '✗'} ${id} (${company})`,
      ...failing.map(({ code, words, evidence }) => `    ${code}: ${say(words)} ${facts(evidence)}`),
    ].join('\n');
  });
  return [...told, ...nextPage(next, terminal)].join('\n');
}

function nextPage(next: string | null, { say }: Terminal): string[] {
  if (next === null) return [];
  return ['', say({ ko: `다음 쪽: --cursor ${next}`, en: `The next page: --cursor ${next}` })];
}
