import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ranWith, root } from '../server/own-service.js';
import { temporaryFolder } from '../support/folder.js';

const PROGRAM = join(root, 'dist/src/sandbox/rcms-main.js');

interface Portal {
  readonly url: string;
  kill: () => Promise<void>;
}

/** The portal as a program of its own; `limit` is how large a file it may write, in blocks of 512 bytes. */
async function portal(file: string, limit = 'unlimited'): Promise<Portal> {
  // Beyond the limit a write fails half-way, as on a disk that is full.
  const script = `trap '' XFSZ; ulimit -f ${limit}; exec "$0" "$@"`;
  const env = { ...process.env, RCMS_PORT: '0', RCMS_FILE: file };
  const child = spawn('sh', ['-c', script, process.execPath, PROGRAM], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const url = await new Promise<string>((resolve) =>
    child.stdout.on('data', (text) => resolve(String(text).trim().replace('listening ', ''))),
  );
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  return { url, kill };
}

async function pay(url: string, key: string): Promise<{ status: number; paymentId?: string }> {
  const order = { payee: 'company-0001', amount: '500000000', reference: `project/2026/structured/${key}` };
  const answer = await fetch(`${url}/payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(order),
  });
  return { ...((await answer.json()) as object), status: answer.status };
}

describe('the accounting portal as a program', () => {
  beforeAll(async () => {
    expect((await ranWith(join(root, 'rnd'), ['build'], process.env)).code).toBe(0);
  }, 120_000);

  test('killed right after it answered, it knows every payment that it told of', async () => {
    const file = join(await temporaryFolder(), 'payments.jsonl');
    const first = await portal(file);
    const told = await Promise.all(['0001', '0002', '0003'].map((key) => pay(first.url, key)));
    await first.kill();
    const second = await portal(file);
    const again = await Promise.all(['0001', '0002', '0003'].map((key) => pay(second.url, key)));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(again.map(({ paymentId }) => paymentId)).toEqual(told.map(({ paymentId }) => paymentId));
  });

  test('an order that the disk had no room for was not paid, and leaves nothing that spoils the book', async () => {
    const file = join(await temporaryFolder(), 'payments.jsonl');
    const full = await portal(file, '1');
    const statuses = [];
    for (const key of ['0001', '0002', '0003', '0004']) statuses.push((await pay(full.url, key)).status);
    expect(statuses[0]).toBe(201);
    expect(statuses.at(-1)).toBe(500);
    await full.kill();
    const lines = (await readFile(file, 'utf8')).split('\n');
    expect(lines.pop()).toBe('');
    const next = await portal(file);
    expect((await pay(next.url, '0004')).status).toBe(201);
    expect((await pay(next.url, '0001')).status).toBe(200);
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(lines.length + 1);
  });
});
