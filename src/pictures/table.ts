import type { Bilingual, EventSource } from '../charts/kernel/types.js';
import { statesToDraw } from './graph.js';
import type { ChartGraph, DrawnTransition } from './graph.js';

/** One transition as a row of the table that stands beside every picture. */
export interface TransitionRow {
  readonly from: string;
  readonly event: string;
  readonly to: string;
  readonly who: Bilingual;
  readonly guards: string;
}

const WHO: Readonly<Record<EventSource | 'deadline', Bilingual>> = {
  public: { ko: '사람 (API)', en: 'a person (API)' },
  announced: { ko: '외부 시스템', en: 'an outside system' },
  reply: { ko: '서비스의 회신', en: "the service's reply" },
  internal: { ko: '관련 건 (과제·공고·이의신청·지급 단계)', en: 'a neighbouring subject' },
  deadline: { ko: '기한 경과', en: 'a deadline' },
};

/** The transitions of a chart as rows: from, event, to, who sends it, and the guards that may block it. */
export function rowsOf(graph: ChartGraph): TransitionRow[] {
  return graph.transitions.map(({ from, to, event, source, guards }) => ({
    from,
    event,
    to,
    who: WHO[source],
    guards: guards.join(', '),
  }));
}

/** The page about a chart: its picture, its states and its transitions, as Markdown; `svg` is the picture's file name. */
export function pageOf(graph: ChartGraph, svg: string): string {
  const { ko, en } = graph.label;
  return [
    `# ${en} / ${ko} (\`${graph.id}\`)`,
    '',
    `Drawn from the chart by \`./rnd chart show ${graph.id}\`. 상태도에서 자동으로 만든 문서입니다.`,
    '',
    `![${en} / ${ko}](${svg})`,
    '',
    '## States / 상태',
    '',
    ...markdown(['state', '한국어', 'English', 'awaits', 'kind'], statesToDraw(graph).map(stateCells)),
    '',
    '## Transitions / 전이',
    '',
    ...markdown(
      ['from', 'event', '한국어', 'English', 'to', 'who / 주체', 'guards'],
      graph.transitions.map(cellsOf),
    ),
    '',
  ].join('\n');
}

function stateCells({ path, label, awaits, kind, isInitial }: ChartGraph['states'][number]): string[] {
  const what = { state: '', group: 'group', final: 'final' }[kind];
  return [
    code(path),
    label.ko,
    label.en,
    awaits.join(', '),
    [isInitial ? 'initial' : '', what].filter(Boolean).join(', '),
  ];
}

function cellsOf({ from, to, event, label, source, guards }: DrawnTransition): string[] {
  const { ko, en } = WHO[source];
  return [code(from), code(event), label.ko, label.en, code(to), `${en} / ${ko}`, guards.map(code).join(' ')];
}

function code(text: string): string {
  return `\`${text}\``;
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
