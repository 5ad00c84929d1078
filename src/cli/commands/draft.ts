import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { AcceptedAnswer, DecidedAnswer } from '../../contract/http/actions.js';
import type { DraftBody } from '../../contract/http/drafts.js';
import { objectIn } from '../action-data.js';
import type { ActionData } from '../action-data.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { usage } from '../failure.js';
import { koreanTime, table } from '../text.js';
import type { Terminal } from '../terminal.js';
import { answered } from './act.js';

/** What a draft is to say; `file` holds as much of an application as there is, as JSON. */
export interface DraftOptions extends CallerOptions {
  readonly track: string;
  readonly edition?: string;
  readonly file?: string;
  readonly version?: string;
}

/** Under which idempotency key a draft is sent. */
export interface SubmitOptions extends CallerOptions {
  readonly key?: string;
}

/** `rnd draft keep`: keeps a new draft. */
export async function draftKeep(context: Context, options: DraftOptions): Promise<void> {
  const { track, edition } = options;
  const client = await clientOf(context, options);
  const json = {
    track,
    application: await applicationIn(options),
    ...(edition === undefined ? {} : { edition }),
  };
  const { body } = await client.post<DraftBody>('/v1/drafts', { json });
  context.terminal.answer(body, (draft) => described(draft, context.terminal));
}

/** `rnd draft change`: replaces what a draft says. */
export async function draftChange(context: Context, options: DraftOptions, id: string): Promise<void> {
  const { track, version } = options;
  const client = await clientOf(context, options);
  const at = version === undefined ? {} : { version: Number(version) };
  const json = { track, application: await applicationIn(options), ...at };
  const { body } = await client.send<DraftBody>('PUT', `/v1/drafts/${id}`, { json });
  context.terminal.answer(body, (draft) => described(draft, context.terminal));
}

/** `rnd draft list`: the company's drafts. */
export async function draftList(context: Context, options: CallerOptions): Promise<void> {
  const client = await clientOf(context, options);
  const page = await client.get<{ items: DraftBody[]; next: string | null }>('/v1/drafts', { limit: '200' });
  context.terminal.answer(page, ({ items }) => listed(items, context.terminal));
}

/** `rnd draft show`: a draft, and what it lacks. */
export async function draftShow(context: Context, options: CallerOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  const draft = await client.get<DraftBody>(`/v1/drafts/${id}`);
  context.terminal.answer(draft, (value) => described(value, context.terminal));
}

/** `rnd draft drop`: throws a draft away. */
export async function draftDrop(context: Context, options: CallerOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  await client.send('DELETE', `/v1/drafts/${id}`);
  const { say } = context.terminal;
  context.terminal.answer({ id }, () => say({ ko: '초안을 취소했습니다.', en: 'The draft is gone.' }));
}

/** `rnd draft submit`: sends a draft as an application. */
export async function draftSubmit(context: Context, options: SubmitOptions, id: string): Promise<void> {
  const client = await clientOf(context, options);
  const key = options.key ?? randomUUID();
  const { status, body } = await client.post<DecidedAnswer | AcceptedAnswer>(`/v1/drafts/${id}/submission`, {
    headers: { 'idempotency-key': key },
  });
  context.terminal.answer({ status, key, ...body }, (answer) => answered(answer, key, context.terminal));
}

async function applicationIn({ file }: DraftOptions): Promise<ActionData> {
  if (file === undefined) return {};
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw usage({
      ko: `초안 파일을 읽을 수 없습니다: ${String(error)}`,
      en: `The draft's file can't be read: ${String(error)}`,
    });
  });
  const { track: _track, edition: _edition, ...application } = objectIn(text);
  return application;
}

function described(draft: DraftBody, { say }: Terminal): string {
  const { id, track, edition, version, closes, missing, submittedAs } = draft;
  return [
    `${id} (${edition} ${track}, ${say({ ko: '판', en: 'version' })} ${version})`,
    `${say({ ko: '접수 마감', en: 'the window closes' })}: ${koreanTime(closes)}`,
    ...(submittedAs ? [`${say({ ko: '제출됨', en: 'submitted as' })}: ${submittedAs}`] : []),
    ...missing.map(({ path, message }) => `· ${path || '/'}: ${message}`),
  ].join('\n');
}

function listed(drafts: readonly DraftBody[], terminal: Terminal): string {
  const { say } = terminal;
  if (drafts.length === 0) return say({ ko: '초안이 없습니다.', en: 'There is no draft.' });
  const heads = [
    say({ ko: '초안', en: 'draft' }),
    say({ ko: '유형', en: 'track' }),
    say({ ko: '빠진 항목', en: 'still missing' }),
    say({ ko: '접수 마감', en: 'closes' }),
    say({ ko: '제출', en: 'submitted' }),
  ];
  const rows = drafts.map(({ id, track, missing, closes, submittedAs }) => [
    ...[id, track, String(missing.length), koreanTime(closes), submittedAs ?? ''],
  ]);
  return table(heads, rows);
}
