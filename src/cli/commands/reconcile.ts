import type { ReconciliationBody } from '../../contract/http/imports.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { sendTable } from '../files.js';
import { table } from '../text.js';
import type { Terminal } from '../terminal.js';
import { errorTable } from './import.js';

/** Which of IRIS's lists is compared. */
export interface ReconcileOptions extends CallerOptions {
  readonly edition?: string;
  readonly track: string;
  readonly column?: readonly string[];
}

/** `rnd reconcile`: what IRIS has and this service hasn't, the other way round, and what differs. */
export async function reconcile(context: Context, options: ReconcileOptions, file: string): Promise<void> {
  const client = await clientOf(context, options);
  const { edition, track, column = [] } = options;
  const query = [
    ['edition', edition],
    ['track', track],
    ...column.map((pair) => ['column', pair] as const),
  ] as const;
  const body = await sendTable<ReconciliationBody>(client, { path: '/v1/reconciliations', file, query });
  context.terminal.answer(body, (value) => compared(value, context.terminal));
}

function compared(body: ReconciliationBody, terminal: Terminal): string {
  const { say } = terminal;
  const { inIris, here, same, inIrisNotHere, hereNotInIris, different, unreadable } = body;
  const counts = say({
    ko: `IRIS ${inIris}건, 이 서비스 ${here}건, 일치 ${same}건`,
    en: `${inIris} in IRIS, ${here} here, ${same} the same`,
  });
  const [number, firm, title] = [
    say({ ko: '접수번호', en: 'IRIS number' }),
    say({ ko: '사업자등록번호', en: 'business number' }),
    say({ ko: '과제명', en: 'title' }),
  ];
  const only = inIrisNotHere.map((one) => [one.irisNumber, one.businessNumber, say(one.title)]);
  const ours = hereNotInIris.map((one) => [
    one.id,
    one.irisNumber ?? '',
    one.businessNumber ?? '',
    say(one.title),
  ]);
  const fields = different.map((one) => [one.irisNumber, one.id, say(one.fieldLabel), one.iris, one.here]);
  const project = say({ ko: '과제', en: 'project' });
  return [
    counts,
    ...section(say({ ko: 'IRIS에만 있음', en: 'In IRIS only' }), [number, firm, title], only),
    ...section(say({ ko: 'IRIS에 없음', en: 'Here only' }), [project, number, firm, title], ours),
    ...section(
      say({ ko: '다름', en: 'Different' }),
      [number, project, say({ ko: '항목', en: 'field' }), 'IRIS', say({ ko: '이 서비스', en: 'here' })],
      fields,
    ),
    ...(unreadable.length === 0
      ? []
      : [
          '',
          say({ ko: '읽지 못한 행', en: 'Rows that could not be read' }),
          errorTable(unreadable, terminal),
        ]),
  ].join('\n');
}

function section(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : ['', `${title} (${rows.length})`, table(heads, rows)];
}
