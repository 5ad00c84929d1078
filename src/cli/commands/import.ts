import type { ImportReport } from '../../contract/http/imports.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { EXIT, Failure } from '../failure.js';
import { sendTable } from '../files.js';
import { table } from '../text.js';
import type { Terminal } from '../terminal.js';

/** How a file is imported; as the API names it. */
export interface ImportOptions extends CallerOptions {
  readonly edition?: string;
  readonly track?: string;
  readonly dryRun?: boolean;
  readonly mode: string;
  readonly rows?: string;
  readonly column?: readonly string[];
}

/** `rnd import`: imports a file, or with --dry-run says what it would do; faulty rows are told one by one. */
export async function importFile(
  context: Context,
  options: ImportOptions,
  kind: string,
  file: string,
): Promise<void> {
  const client = await clientOf(context, options);
  const { edition, track, dryRun, mode, rows, column = [] } = options;
  const query = [
    ['edition', edition],
    ['track', track],
    ['dryRun', dryRun ? 'true' : undefined],
    ['mode', mode],
    ['rows', rows],
    ...column.map((pair) => ['column', pair] as const),
  ] as const;
  const report = await sendTable<ImportReport>(client, { path: `/v1/imports/${kind}`, file, query });
  context.terminal.answer(report, (value) => reported(value, context.terminal));
  if (report.rejected > 0) throw faulty(report);
}

function reported(report: ImportReport, { say }: Terminal): string {
  const { rows, accepted, rejected, duplicates, dryRun, errors, errorCount, columns } = report;
  const passed = columns.filter(({ field }) => field === null).map(({ header }) => header);
  const head = dryRun
    ? say({ ko: '시험 실행: 아무것도 반영하지 않았습니다.', en: 'A trial: nothing was imported.' })
    : say({ ko: '반영했습니다.', en: 'Imported.' });
  const counts = say({
    ko: `전체 ${rows}행, 반영 ${accepted}행, 오류 ${rejected}행, 이미 있음 ${duplicates}행`,
    en: `${rows} rows: ${accepted} taken, ${rejected} faulty, ${duplicates} known already`,
  });
  return [
    ...[head, counts],
    ...(passed.length === 0
      ? []
      : [say({ ko: '쓰지 않은 열', en: 'columns passed over' }) + `: ${passed.join(', ')}`]),
    ...(errors.length === 0 ? [] : ['', errorTable(errors, { say })]),
    ...(errorCount > errors.length
      ? [
          say({
            ko: `오류 ${errorCount}건 중 ${errors.length}건`,
            en: `${errors.length} of ${errorCount} faults`,
          }),
        ]
      : []),
  ].join('\n');
}

/** Faulty rows as a table: the row, its column, the value, and what to do. */
export function errorTable(errors: ImportReport['errors'], { say }: Pick<Terminal, 'say'>): string {
  const heads = [
    say({ ko: '행', en: 'row' }),
    say({ ko: '열', en: 'column' }),
    say({ ko: '값', en: 'value' }),
    say({ ko: '오류', en: 'fault' }),
  ];
  return table(
    heads,
    errors.map(({ row, column, value, message }) => [String(row), column ?? '', value, say(message)]),
  );
}

function faulty({ rejected, dryRun }: ImportReport): Failure {
  const words = dryRun
    ? { ko: `오류가 있는 행: ${rejected}`, en: `Rows that are faulty: ${rejected}` }
    : { ko: `반영하지 않은 행: ${rejected}`, en: `Rows that were left out: ${rejected}` };
  return new Failure(EXIT.failed, words, { rejected });
}
