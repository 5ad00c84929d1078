import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { expect } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.js';

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;

/**
 * Records every run of every case of a suite's house, where RECORD_HISTORIES names what is recorded (README.md here).
 * Throws rather than write over a history that is there.
 */
export async function recordIfAsked(client: Client, ledger: Ledger): Promise<void> {
  const label = process.env['RECORD_HISTORIES'];
  if (label === undefined) return;
  const suite = basename(expect.getState().testPath ?? 'suite').replace('.int.test.ts', '');
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'histories', label);
  await mkdir(folder, { recursive: true });
  const { rows } = await ledger.pool.query<{ id: string }>('select id from subject order by id');
  for (const { id } of rows) {
    const runs = await runsOf(client, id);
    for (const [index, run] of runs.entries()) {
      const name = `${suite}.${id.replace(/^project\//, '').replaceAll('/', '-')}.run-${index + 1}.json.gz`;
      // One line of JSON, and no time of packing: the same history is the same file.
      const packed = gzipSync(JSON.stringify(JSON.parse(historyToJSON(run))), { level: 9 });
      await writeFile(join(folder, name), packed, { flag: 'wx' });
    }
  }
}

/** A case's runs, the first one first: each says which it goes on from. */
async function runsOf(client: Client, id: string): Promise<History[]> {
  const runs: History[] = [];
  for (let runId: string | undefined = ''; runId !== undefined;) {
    const run: History = await client.workflow.getHandle(id, runId || undefined).fetchHistory();
    runs.unshift(run);
    runId = run.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  }
  return runs;
}
