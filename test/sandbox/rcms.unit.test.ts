import { appendFile, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startRcms } from '../../src/sandbox/rcms.js';
import type { RcmsFaults } from '../../src/sandbox/rcms.js';
import { temporaryFolder } from '../support/folder.js';

const order = {
  payee: 'company-0001',
  amount: '500000000',
  reference: 'project/2026/structured/0001/tranche/1',
};
const key = `${order.reference}/release`;

async function rcms(faults: RcmsFaults = {}, file?: string) {
  const book = file ?? join(await temporaryFolder(), 'payments.jsonl');
  const started = await startRcms({ host: '127.0.0.1', port: 0, file: book, faults });
  onTestFinished(started.stop);
  return { ...started, file: book };
}

async function pay(url: string, body: unknown = order, under: string = key, patienceMs = 10_000) {
  const answer = await fetch(`${url}/payments`, {
    method: 'POST',
    signal: AbortSignal.timeout(patienceMs),
    headers: { 'content-type': 'application/json', 'idempotency-key': under },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

/** Everything that the portal says on one connection in answer to one order, to the byte. */
async function bytesAfterPaying(url: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const body = JSON.stringify(order);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  let said = '';
  socket.on('data', (bytes) => (said += String(bytes)));
  socket.write(
    `POST /payments HTTP/1.1\r\nhost: portal\r\ncontent-type: application/json\r\nidempotency-key: ${key}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  await expect.poll(() => said.split('"status":"paid"').length).toBeGreaterThan(2);
  return said;
}

describe('the accounting portal', () => {
  test('pays a new key, and answers the same order again with the first payment', async () => {
    const { url, payments } = await rcms();
    const first = await pay(url);
    const again = await pay(url);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(first.body).toMatchObject({ key, status: 'paid', amount: '500000000' });
    expect(payments()).toHaveLength(1);
  });

  test('refuses another order under a key that has paid', async () => {
    const { url, payments } = await rcms();
    await pay(url);
    expect((await pay(url, { ...order, amount: '500000001' })).status).toBe(409);
    expect(payments()).toHaveLength(1);
  });

  test('pays once when the same key is asked for many times at once', async () => {
    const { url, payments } = await rcms();
    const answers = await Promise.all(Array.from({ length: 20 }, () => pay(url)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body['paymentId'])).size).toBe(1);
    expect(payments()).toHaveLength(1);
  });

  test('has paid although its answer was lost, and says so when asked again or by key', async () => {
    const { url, payments } = await rcms({ dropAnswers: 1 });
    await expect(pay(url)).rejects.toThrow();
    expect((await pay(url)).status).toBe(200);
    expect(await (await fetch(`${url}/payments/${key}`)).json()).toMatchObject({ key, amount: order.amount });
    await pay(url, order, 'another');
    const asked = await fetch(`${url}/payments?key=${encodeURIComponent(key)}`);
    expect(await asked.json()).toMatchObject({ payments: [{ key }] });
    expect(payments()).toHaveLength(2);
  });

  test('has paid nothing when it failed before accepting', async () => {
    const { url, payments } = await rcms({ failBefore: 1 });
    expect((await pay(url)).status).toBe(500);
    expect(payments()).toHaveLength(0);
    expect((await pay(url)).status).toBe(201);
  });

  test('remembers its payments over a restart, and never an order cut off in the middle of being written', async () => {
    const first = await rcms();
    const { body } = await pay(first.url);
    await first.stop();
    await appendFile(first.file, '{"paymentId":"rcms-0000');
    const second = await rcms({}, first.file);
    expect((await pay(second.url)).body).toEqual(body);
    expect((await pay(second.url, order, 'another')).status).toBe(201);
    expect((await readFile(first.file, 'utf8')).trim().split('\n')).toHaveLength(2);
  });

  test('refuses an order for good, and pays nothing, when it is told to', async () => {
    const { url, payments } = await rcms({ reject: 1 });
    expect((await pay(url)).status).toBe(422);
    expect(payments()).toHaveLength(0);
    expect((await pay(url)).status).toBe(201);
  });

  test('has paid although it answered with an error', async () => {
    const { url, payments } = await rcms({ failAfter: 1 });
    expect((await pay(url)).status).toBe(500);
    expect(payments()).toHaveLength(1);
    expect((await pay(url)).status).toBe(200);
  });

  test('has paid although its answer comes only after the caller has given up', async () => {
    const { url, payments } = await rcms({ answerLate: 1, lateMs: 2_000 });
    await expect(pay(url, order, key, 200)).rejects.toThrow();
    expect(payments()).toHaveLength(1);
    expect((await pay(url)).status).toBe(200);
  });

  test('takes an order and says nothing at all when it hangs, and pays nothing', async () => {
    const { url, payments } = await rcms({ hang: 1 });
    await expect(pay(url, order, key, 200)).rejects.toThrow();
    expect(payments()).toHaveLength(0);
  });

  test('says one answer twice on the same connection', async () => {
    const { url } = await rcms({ answerTwice: 1 });
    const said = await bytesAfterPaying(url);
    expect(said.split('HTTP/1.1 201 Created')).toHaveLength(3);
    expect(said.split('"paymentId":"rcms-00000001"')).toHaveLength(3);
  });

  test('carries out an order out of its turn, behind one that came after it, and once', async () => {
    const { url, payments } = await rcms({ queue: 1, queueMs: 200 });
    expect(await pay(url)).toMatchObject({ status: 202, body: { key, status: 'queued' } });
    expect((await fetch(`${url}/payments/${key}`)).status).toBe(404);
    expect((await pay(url, order, 'another')).status).toBe(201);
    await expect.poll(() => payments().map((made) => made.key)).toEqual(['another', key]);
    expect((await pay(url)).status).toBe(200);
  });

  test('an order that is asked for again before its turn is paid then, and not a second time in its turn', async () => {
    const { url, payments } = await rcms({ queue: 1, queueMs: 100 });
    await pay(url);
    expect((await pay(url)).status).toBe(201);
    await sleep(200);
    expect(payments()).toHaveLength(1);
  });

  test('carries out after a restart what it had accepted before', async () => {
    const first = await rcms({ queue: 1, queueMs: 60_000 });
    await pay(first.url);
    await first.stop();
    const second = await rcms({ queueMs: 0 }, first.file);
    await expect.poll(() => second.payments()).toMatchObject([{ key, amount: order.amount }]);
  });

  test('each order of a key meets what was named for it, in turn, and no other key does', async () => {
    const { url, payments } = await rcms({ ofKey: { [key]: ['failBefore', 'dropAnswers'] } });
    expect((await pay(url)).status).toBe(500);
    expect((await pay(url, order, 'another')).status).toBe(201);
    await expect(pay(url)).rejects.toThrow();
    expect((await pay(url)).status).toBe(200);
    expect(payments()).toHaveLength(2);
  });

  test.each([
    ['no amount', { payee: 'a', reference: 'b' }],
    ['a float', { ...order, amount: '1.5' }],
    ['a negative amount', { ...order, amount: '-1' }],
    ['a number', { ...order, amount: 5 }],
  ])('refuses %s', async (_what, body) => {
    const { url, payments } = await rcms();
    expect((await pay(url, body)).status).toBe(400);
    expect(payments()).toHaveLength(0);
  });

  test('refuses an order without a key', async () => {
    const { url } = await rcms();
    expect((await pay(url, order, '')).status).toBe(400);
  });
});
