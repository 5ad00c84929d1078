import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { AcceptedAnswer, DecidedAnswer } from '../../contract/http/actions.js';
import type { Track } from '../../contract/names.js';
import { objectIn } from '../action-data.js';
import type { ActionData } from '../action-data.js';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { usage } from '../failure.js';
import { sampleApplication } from '../sample-application.js';
import { answered } from './act.js';

/** What is applied for; `file` holds the application as JSON, `key` is its idempotency key, made up where it isn't given. */
export interface ApplyOptions extends CallerOptions {
  readonly track: Track;
  readonly file?: string;
  readonly title?: string;
  readonly edition?: string;
  readonly key?: string;
}

/** `rnd apply`: hands in an application; what the file leaves out is a sample's, so that a first try needs no file. */
export async function apply(context: Context, options: ApplyOptions): Promise<void> {
  const { track, edition, title, file } = options;
  const client = await clientOf(context, options);
  const own = {
    ...(file === undefined ? {} : await applicationIn(file, track)),
    ...(title === undefined ? {} : { title: { ko: title, en: title } }),
  };
  const application = await sampleApplication(client, track, own);
  const key = options.key ?? randomUUID();
  const { status, body } = await client.post<DecidedAnswer | AcceptedAnswer>('/v1/applications', {
    json: { ...application, ...(edition === undefined ? {} : { edition }) },
    headers: { 'idempotency-key': key },
  });
  context.terminal.answer({ status, key, ...body }, (answer) => answered(answer, key, context.terminal));
}

async function applicationIn(file: string, track: Track): Promise<ActionData> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw usage({
      ko: `신청서 파일을 읽을 수 없습니다: ${String(error)}`,
      en: `The application's file can't be read: ${String(error)}`,
    });
  });
  const application = objectIn(text);
  const said = application['track'];
  if (said === undefined || said === track) return application;
  throw usage({
    ko: `파일의 유형은 ${String(said)}인데 --track은 ${track}입니다. 둘을 맞추십시오.`,
    en: `The file says track ${String(said)} and --track says ${track}; make them the same.`,
  });
}
