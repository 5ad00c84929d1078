import type { Action } from '../../contract/http/actions.js';
import type { CaseBody, CaseLine } from '../../contract/http/cases.js';
import { BESIDE_PLURALS } from '../../contract/names.js';
import { caseAddress } from '../case-address.js';
import { clockLines } from '../clock-lines.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { explainedRefusal, rolesIn } from '../refusal.js';
import { koreanTime, table } from '../text.js';
import type { Terminal } from '../terminal.js';

/** What belongs to a project, in the order in which it is shown. */
const BELONGING = ['tranches', ...Object.values(BESIDE_PLURALS)] as const;

type Read = CaseBody & Partial<Readonly<Record<(typeof BELONGING)[number], readonly CaseLine[]>>>;
type Shown = Read & { readonly actions: readonly Action[] };

/** `rnd show`: a case's state, whose move it is, its deadlines, and what the caller may do next or why not. */
export async function show(context: Context, options: CallerOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  const address = caseAddress(id);
  const [body, { actions }] = await Promise.all([
    client.get<Read>(address),
    client.get<{ actions: Action[] }>(`${address}/actions`),
  ]);
  context.terminal.answer<Shown>({ ...body, actions }, (value) => described(value, context.terminal));
}

function described(value: Shown, terminal: Terminal): string {
  const { say } = terminal;
  const facts: [string, string][] = [
    [say({ ko: '상태', en: 'state' }), `${say(value.stateLabel)} (${value.state})`],
    [say({ ko: '처리할 사람', en: 'who must act' }), rolesIn(value.awaits, terminal) || '—'],
    ...value.deadlines.map(({ name, due }): [string, string] => [
      say({ ko: '기한', en: 'deadline' }),
      `${name} ${koreanTime(due)}`,
    ]),
    [say({ ko: '기업', en: 'company' }), value.company],
    [say({ ko: '협력기관', en: 'partner' }), value.partner ?? '—'],
    [say({ ko: '상태도', en: 'chart' }), value.chart],
    [say({ ko: '접수', en: 'opened' }), koreanTime(value.openedAt)],
    ...(value.closedAt
      ? [[say({ ko: '종결', en: 'closed' }), koreanTime(value.closedAt)] as [string, string]]
      : []),
  ];
  return [
    value.id,
    table(['', ''], facts).split('\n').slice(2).join('\n'),
    ...belonging(
      BELONGING.flatMap((name) => value[name] ?? []),
      terminal,
    ),
    ...clocksPending(value, terminal),
    ...actionLines(value.actions, terminal),
  ].join('\n');
}

function belonging(all: readonly CaseLine[], terminal: Terminal): string[] {
  const { say } = terminal;
  if (all.length === 0) return [];
  const rows = all.map(({ id, stateLabel, state, awaits }) => [
    id,
    `${say(stateLabel)} (${state})`,
    rolesIn(awaits, terminal),
  ]);
  const heads = [
    say({ ko: '딸린 건', en: 'what belongs to it' }),
    say({ ko: '상태', en: 'state' }),
    say({ ko: '처리할 사람', en: 'who must act' }),
  ];
  return ['', table(heads, rows)];
}

function clocksPending({ clocks }: CaseBody, terminal: Terminal): string[] {
  const pending = clocks.filter((clock) => clock.pending);
  return pending.length === 0 ? [] : ['', ...clockLines(pending, terminal)];
}

/** Codes that say nothing about the person: the event belongs to another state, or the case is over. */
const ELSEWHERE = ['notOfferedHere', 'caseIsClosed'];

/** The actions on a case: the allowed ones, then those that this state offers with what blocks each, then the others' names. */
export function actionLines(
  actions: readonly Pick<Action, 'type' | 'label' | 'allowed' | 'refusal'>[],
  terminal: Terminal,
): string[] {
  const { say } = terminal;
  const allowed = actions.filter((action) => action.allowed);
  const refused = actions.filter(({ refusal }) => refusal && !ELSEWHERE.includes(refusal.code));
  const elsewhere = actions.filter(({ refusal }) => refusal && ELSEWHERE.includes(refusal.code));
  return [
    '',
    `${say({ ko: '지금 할 수 있는 일', en: 'You may now' })}:`,
    ...(allowed.length > 0 ? allowed.map(({ type, label }) => `  ${type}  ${say(label)}`) : ['  —']),
    ...(refused.length > 0 ? ['', `${say({ ko: '지금 할 수 없는 일', en: 'Not now' })}:`] : []),
    ...refused.flatMap(({ type, label, refusal }) => [
      `  ${type}  ${say(label)}`,
      ...(refusal ? [indented(explainedRefusal(refusal, terminal))] : []),
    ]),
    ...(elsewhere.length > 0
      ? ['', `${say({ ko: '다른 상태에서 하는 일', en: 'In other states' })}: ${typesOf(elsewhere)}`]
      : []),
  ];
}

function typesOf(actions: readonly Pick<Action, 'type'>[]): string {
  return actions.map(({ type }) => type).join(', ');
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
