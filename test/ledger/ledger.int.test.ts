import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLedger } from '../../src/ledger/ledger.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { emptyBooks } from './books.js';

/** A way to a server on which everything can get lost: nothing is closed, nothing is answered. */
async function lossyWay(url: string): Promise<{ url: string; isLossy: (lossy: boolean) => void }> {
  const sockets = new Set<Socket>();
  const { port, hostname } = new URL(url);
  let loses = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => void (loses || to.write(bytes)));
      from.on('error', () => undefined).on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const way = new URL(url);
  way.port = String((server.address() as AddressInfo).port);
  return { url: way.href, isLossy: (lossy) => void (loses = lossy) };
}

async function limitsOf(ledger: Ledger): Promise<Record<string, string>> {
  const { rows } = await ledger.pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('statement_timeout', 'idle_in_transaction_session_timeout')`,
  );
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

describe('When books are opened', () => {
  test('no statement holds a lock for ever, and no transaction that its caller has left', async () => {
    const { ledger } = await emptyBooks();
    expect(await limitsOf(ledger)).toEqual({
      ...{ statement_timeout: '30000', idle_in_transaction_session_timeout: '30000' },
    });
  });

  test('a migration takes as long as it takes', async () => {
    const { url } = await emptyBooks();
    const patient = openLedger(url, 1, { isPatient: true });
    onTestFinished(() => patient.close());
    expect(await limitsOf(patient)).toEqual({
      ...{ statement_timeout: '0', idle_in_transaction_session_timeout: '0' },
    });
  });

  test.each([
    ['a query', (ledger: Ledger) => ledger.pool.query('select 1')],
    [
      'a transaction',
      (ledger: Ledger) => ledger.db.transaction().execute((trx) => trx.selectFrom('bulk').execute()),
    ],
  ])('%s whose server is silently gone fails, and the next one finds it again', async (_, ask) => {
    const { url } = await emptyBooks();
    const way = await lossyWay(url);
    const ledger = openLedger(way.url, 1, { silenceMs: 400 });
    onTestFinished(() => ledger.close());
    await ask(ledger);
    way.isLossy(true);
    await expect(ask(ledger)).rejects.toThrow();
    way.isLossy(false);
    await ask(ledger);
  });

  test('a server that works on something for long is no silent one', async () => {
    const { url } = await emptyBooks();
    const ledger = openLedger(url, 1);
    onTestFinished(() => ledger.close());
    const { rows } = await ledger.pool.query('select pg_sleep(2), 1 as done');
    expect(rows).toMatchObject([{ done: 1 }]);
  });
});
