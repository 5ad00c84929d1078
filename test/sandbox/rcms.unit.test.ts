import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

async function pay(url: string, body: unknown = order, under: string = key) {
  const answer = await fetch(`${url}/payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': under },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
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
