import { randomUUID } from 'node:crypto';
import type { BulkAnswer } from '../../contract/http/bulk.js';
import { actionData } from '../action-data.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { table } from '../text.js';
import type { Terminal } from '../terminal.js';

/** Under which key a bulk is sent; made up where it isn't given. */
export interface BulkOptions extends CallerOptions {
  readonly key?: string;
}

/** `rnd bulk`: many actions from a file, each with what became of it. */
export async function bulk(context: Context, options: BulkOptions, file: string): Promise<void> {
  const json = await actionData([], `@${file}`);
  const client = await clientOf(context, options);
  const key = options.key ?? randomUUID();
  const { body } = await client.post<BulkAnswer>('/v1/bulk', { json, headers: { 'idempotency-key': key } });
  context.terminal.answer({ key, ...body }, (answer) => described(answer, key, context.terminal));
}

/** How many of a bulk's items came to what. */
export function counted({ counts, href }: BulkAnswer, { say }: Terminal): string {
  const { applied, refused, ignored, pending } = counts;
  return say({
    ko: `반영 ${applied}, 거부 ${refused}, 반영되지 않음 ${ignored}, 처리 중 ${pending} (${href})`,
    en: `${applied} applied, ${refused} refused, ${ignored} not taken, ${pending} under way (${href})`,
  });
}

function described(answer: BulkAnswer, key: string, terminal: Terminal): string {
  const { say } = terminal;
  const heads = [
    say({ ko: '건', en: 'case' }),
    say({ ko: '요청', en: 'event' }),
    say({ ko: '결과', en: 'outcome' }),
    '',
  ];
  const rows = answer.items.map(({ case: id, type, outcome, state, refusal }) => [
    ...[id, type, outcome, state ?? (refusal ? `${refusal.code}: ${say(refusal.titles)}` : '')],
  ]);
  const again = answer.counts.pending > 0 ? [`--key ${key}`] : [];
  return [table(heads, rows), '', counted(answer, terminal), ...again].join('\n');
}
