import type { WhatIf } from '../../contract/http/what-if.js';
import type { ActionData } from '../action-data.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { EXIT, Failure } from '../failure.js';
import { explainedRefusal } from '../refusal.js';
import { koreanTime, table, won } from '../text.js';
import type { Terminal } from '../terminal.js';

/** An action that is only played through: of which case's address, which event, with which data. */
export interface Supposed {
  readonly address: string;
  readonly type: string;
  readonly data: ActionData;
}

/** `rnd act --dry-run`: what would happen; ends with 1 where it would be refused, with the refusal. */
export async function suppose(context: Context, options: CallerOptions, supposed: Supposed): Promise<void> {
  const { address, type, data } = supposed;
  const client = await clientOf(context, options);
  const { body } = await client.post<WhatIf>(`${address}/actions?dryRun=true`, { json: { type, data } });
  const { terminal } = context;
  terminal.answer(body, (value) => described(value, terminal));
  if (body.allowed) return;
  throw new Failure(EXIT.failed, NOTHING, { code: body.refusal?.code ?? 'refused' });
}

const NOTHING = {
  ko: '이 요청은 거부됩니다. 아무것도 바뀌지 않았습니다.',
  en: 'It would be refused. Nothing has changed.',
};

function described(told: WhatIf, terminal: Terminal): string {
  const { say } = terminal;
  if (told.refusal) return explainedRefusal({ ...told.refusal, errors: told.errors }, terminal);
  const { fromLabel, toLabel, to } = told.state;
  return [
    `${say({ ko: '상태', en: 'state' })}: ${fromLabel ? `${say(fromLabel)} → ` : ''}${say(toLabel)} (${to})`,
    ...section({ ko: '기한', en: 'clocks' }, clockLines(told, terminal), terminal),
    ...section({ ko: '자금', en: 'money' }, moneyLines(told, terminal), terminal),
    ...section(
      { ko: '통지', en: 'letters' },
      told.letters.map(({ to: whom, text }) => `${whom}: ${say(text)}`),
      terminal,
    ),
    ...section(
      { ko: '관련 건', en: 'neighbours' },
      told.neighbours.map(({ id, label, state }) => `${id}: ${say(label)} → ${say(state.toLabel)}`),
      terminal,
    ),
    ...section(
      { ko: '이어지는 처리', en: 'what would be asked of others' },
      told.effects.map(({ label, case: id }) => `${say(label)} (${id})`),
      terminal,
    ),
    '',
    say({
      ko: '미리 보기일 뿐 아무것도 바뀌지 않았습니다.',
      en: 'This is only what would happen; nothing has changed.',
    }),
  ].join('\n');
}

function section(title: WhatIf['state']['toLabel'], lines: readonly string[], { say }: Terminal): string[] {
  return lines.length === 0 ? [] : ['', `${say(title)}:`, ...lines.map((line) => `  ${line}`)];
}

function clockLines({ clocks }: WhatIf, { say }: Terminal): string[] {
  const due = (clock: WhatIf['clocks'][number]['after']): string => (clock ? koreanTime(clock.due) : '—');
  return clocks.flatMap(({ clock, before, after }) => [
    `${say((after ?? before)?.name ?? { ko: clock, en: clock })}: ${due(before)} → ${due(after)}`,
    ...(after?.steps ?? []).map((step) => `  ${say(step)}`),
  ]);
}

function moneyLines({ money }: WhatIf, { say }: Terminal): string[] {
  const postings = money.postings.map(({ kind, debit, credit, amount }) => [
    kind,
    debit,
    credit,
    won(amount),
  ]);
  const heads = [
    say({ ko: '구분', en: 'kind' }),
    say({ ko: '차변', en: 'debit' }),
    say({ ko: '대변', en: 'credit' }),
    say({ ko: '금액(원)', en: 'won' }),
  ];
  const tranches = money.tranches.map(({ no, before, after }) => {
    const one = (side: typeof before): string => (side ? `${side.state} ${won(side.amount)}` : '—');
    return `${say({ ko: '단계별 지급', en: 'tranche' })} ${no}: ${one(before)} → ${one(after)}`;
  });
  return [...(postings.length === 0 ? [] : table(heads, postings).split('\n')), ...tranches];
}
