import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'histories');

/** One run of one case as Temporal kept it: protobuf JSON, as its own tools write it. */
export interface RecordedHistory {
  readonly name: string;
  readonly history: { readonly events: readonly Readonly<Record<string, unknown>>[] };
}

/** Every history that was ever recorded, by name. */
export async function recordedHistories(): Promise<RecordedHistory[]> {
  const files = (await readdir(FOLDER, { recursive: true }))
    .filter((file) => file.endsWith('.json.gz'))
    .sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.replace('.json.gz', ''),
      history: JSON.parse(gunzipSync(await readFile(join(FOLDER, file))).toString()),
    })),
  );
}

/** The workflow type that a history began as. */
export function typeOf({ history }: RecordedHistory): string {
  const started = history.events[0]?.['workflowExecutionStartedEventAttributes'];
  return (started as { workflowType: { name: string } }).workflowType.name;
}

/** The types of a history's events, once each. */
export function eventTypesOf({ history }: RecordedHistory): Set<string> {
  return new Set(history.events.map((event) => String(event['eventType'])));
}
