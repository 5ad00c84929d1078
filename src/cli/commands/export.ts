import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { usage } from '../failure.js';
import { download, keep } from '../files.js';

/** Which register is exported, and how; without `out` a CSV goes to stdout. */
export interface ExportOptions extends CallerOptions {
  readonly edition?: string;
  readonly format: string;
  readonly out?: string;
}

/** `rnd export`: a whole register as a file that can be imported again. */
export async function exportRegister(
  context: Context,
  options: ExportOptions,
  register: string,
): Promise<void> {
  const { edition, format, out } = options;
  if (format === 'xlsx' && out === undefined)
    throw usage({ ko: 'XLSX는 --out 파일로 저장하십시오.', en: 'Name a file for XLSX with --out.' });
  const client = await clientOf(context, options);
  // Only proposals are an edition's.
  const query = [
    ['format', format],
    ['edition', register === 'proposals' ? edition : undefined],
  ] as const;
  const bytes = await download(client, `/v1/${register}`, query);
  if (out === undefined) return context.terminal.out(new TextDecoder().decode(bytes).trimEnd());
  await keep(bytes, out);
  context.terminal.answer({ register, format, out, bytes: bytes.length }, () => out);
}
