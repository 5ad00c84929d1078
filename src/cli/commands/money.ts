import { randomUUID } from 'node:crypto';
import type { Collection, MoneyStatement, TrialBalanceBody } from '../../contract/http/money.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { usage } from '../failure.js';
import { download, keep } from '../files.js';
import { table, won } from '../text.js';
import type { Terminal } from '../terminal.js';

/** What a statement or a trial balance is narrowed to, and whether it is wanted as a file. */
export interface MoneyOptions extends CallerOptions {
  readonly by?: string;
  readonly edition?: string;
  readonly company?: string;
  readonly track?: string;
  readonly year?: string;
  readonly project?: string;
  readonly format?: string;
  readonly out?: string;
  readonly lines?: boolean;
}

/** After which of the portal's draws it is asked. */
export interface DrawsOptions extends CallerOptions {
  readonly since?: string;
}

/** `rnd money trial-balance`: every account with its two sides; both come to the same, or something is wrong. */
export async function moneyTrialBalance(context: Context, options: MoneyOptions): Promise<void> {
  const { edition, company, project } = options;
  const query = { edition, company, project };
  if (options.format !== undefined) return asFile(context, options, '/v1/trial-balance', query);
  const client = await clientOf(context, options);
  const balance = await client.get<TrialBalanceBody>('/v1/trial-balance', query);
  context.terminal.answer(balance, (value) => balanced(value, context.terminal));
}

/** `rnd money statement`: what was committed, released, drawn and came back, by company, track, year or project. */
export async function moneyStatement(context: Context, options: MoneyOptions): Promise<void> {
  const { by, edition, company, track, year, project } = options;
  const query = { edition, company, track, year, project };
  const path = options.lines ? '/v1/statements/lines' : '/v1/statements';
  const asked = options.lines ? query : { ...query, by };
  if (options.format !== undefined || options.lines)
    return asFile(context, { format: 'csv', ...options }, path, asked);
  const client = await clientOf(context, options);
  const statement = await client.get<MoneyStatement>(path, asked);
  context.terminal.answer(statement, (value) => summed(value, context.terminal));
}

/** `rnd money draws`: brings what firms drew at the portal into the books. */
export async function moneyDraws(context: Context, options: DrawsOptions): Promise<void> {
  const client = await clientOf(context, options);
  const { body } = await client.post<Collection>('/v1/draws/collection', {
    json: { since: Number(options.since ?? 0) },
    headers: { 'idempotency-key': randomUUID() },
  });
  context.terminal.answer(body, (value) => drawn(value, context.terminal));
}

async function asFile(
  context: Context,
  options: MoneyOptions,
  path: string,
  query: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { format, out } = options;
  if (format === 'xlsx' && out === undefined)
    throw usage({ ko: 'XLSX는 --out 파일로 저장하십시오.', en: 'Name a file for XLSX with --out.' });
  const client = await clientOf(context, options);
  const bytes = await download(client, path, [...Object.entries(query), ['format', format]]);
  if (out === undefined) return context.terminal.out(new TextDecoder().decode(bytes).trimEnd());
  await keep(bytes, out);
  context.terminal.answer({ format, out, bytes: bytes.length }, () => out);
}

function balanced({ accounts, debit, credit, isBalanced }: TrialBalanceBody, { say }: Terminal): string {
  const heads = [
    say({ ko: '계정', en: 'account' }),
    say({ ko: '차변', en: 'debit' }),
    say({ ko: '대변', en: 'credit' }),
    say({ ko: '잔액', en: 'balance' }),
  ];
  const rows = accounts.map((each) => [each.account, won(each.debit), won(each.credit), won(each.balance)]);
  const total = [say({ ko: '합계', en: 'total' }), won(debit), won(credit), ''];
  const verdict = isBalanced
    ? say({ ko: '✓ 차변과 대변이 일치합니다.', en: '✓ Both sides come to the same.' })
    : say({ ko: '✗ 차변과 대변이 일치하지 않습니다.', en: '✗ The two sides differ.' });
  return [table(heads, [...rows, total]), '', verdict].join('\n');
}

function summed({ items }: MoneyStatement, { say }: Terminal): string {
  if (items.length === 0) return say({ ko: '기장된 내역이 없습니다.', en: 'Nothing has been posted.' });
  const heads = [
    '',
    say({ ko: '협약', en: 'committed' }),
    say({ ko: '협약 해제', en: 'decommitted' }),
    say({ ko: '지급', en: 'released' }),
    say({ ko: '미지급', en: 'open' }),
    say({ ko: '인출', en: 'drawn' }),
    say({ ko: '반납', en: 'returned' }),
    say({ ko: '환수', en: 'recovered' }),
    say({ ko: '기업부담 현금', en: 'cash share' }),
  ];
  const rows = items.map((each) => [
    ...[each.group, won(each.committed), won(each.decommitted), won(each.released), won(each.open)],
    ...[won(each.drawn), won(each.returned), won(each.recovered), won(each.cashShare)],
  ]);
  return table(heads, rows);
}

function drawn({ found, known, items }: Collection, { say }: Terminal): string {
  const head = say({
    ko: `포털 인출 ${found}건, 이미 기장된 ${known}건, 이번에 보낸 ${items.length}건`,
    en: `${found} draws at the portal, ${known} in the books already, ${items.length} sent now`,
  });
  const lines = items.map(({ drawId, project, institution, amount, outcome, refusal }) => {
    const why = refusal ? ` (${refusal.code}: ${say(refusal.titles)})` : '';
    return `  ${drawId} ${project} ${institution} ${won(amount)}: ${outcome}${why}`;
  });
  return [head, ...lines].join('\n');
}
