import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { expect } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.js';
import { fileOf, packed } from './pack.mjs';
import { runsOf } from './runs.js';

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
      const name = `${suite}.${fileOf(id, index + 1)}`;
      await writeFile(join(folder, name), packed(run), { flag: 'wx' });
    }
  }
}
