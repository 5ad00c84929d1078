import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startRcms } from '../../src/sandbox/rcms.js';
import { temporaryFolder } from '../support/folder.js';

const project = 'project/2026/structured/0001';
const reference = `${project}/tranche/1`;
const firm = 'company-0001';
const draw = { drawId: 'draw-1', reference, institution: firm, amount: '300000000' };

/** A portal whose clock stands at an instant, with one payment of 500 million won in its book. */
async function paidPortal({ at = '2026-08-03T02:00:00.000Z', file = '' } = {}) {
  const book = file || join(await temporaryFolder(), 'portal.jsonl');
  const portal = await startRcms({ host: '127.0.0.1', port: 0, file: book, clock: () => Date.parse(at) });
  onTestFinished(portal.stop);
  const headers = { 'idempotency-key': reference };
  await call(portal.url, 'POST', '/payments', { payee: firm, amount: '500000000', reference }, headers);
  return { ...portal, file: book };
}

async function call(url: string, method: string, path: string, body?: unknown, headers = {}) {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

describe('a draw at the accounting portal', () => {
  test('is made on its Korean day, and told to whoever asks for what is new', async () => {
    const { url } = await paidPortal({ at: '2026-08-03T15:30:00.000Z' });
    expect((await call(url, 'POST', '/draws', draw)).status).toBe(201);
    await call(url, 'POST', '/draws', { ...draw, drawId: 'draw-2', amount: '1' });
    expect((await call(url, 'GET', '/draws')).body.draws).toMatchObject([
      { no: 1, ...draw, drawnOn: '2026-08-04' },
      { no: 2, drawId: 'draw-2', amount: '1' },
    ]);
    expect((await call(url, 'GET', '/draws?since=1')).body.draws).toMatchObject([{ no: 2 }]);
    expect((await call(url, 'GET', '/draws?since=yesterday')).status).toBe(400);
  });

  test('is made once for each id: the same again is known, another under its id refused', async () => {
    const { url, draws } = await paidPortal();
    const [first, again] = [await call(url, 'POST', '/draws', draw), await call(url, 'POST', '/draws', draw)];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect((await call(url, 'POST', '/draws', { ...draw, amount: '1' })).status).toBe(409);
    expect(draws()).toHaveLength(1);
  });

  test('never goes above what was released, however many draw at once', async () => {
    const { url, draws } = await paidPortal();
    const at = (index: number) => ({ ...draw, drawId: `draw-${index}`, amount: '200000000' });
    const answers = await Promise.all([1, 2, 3, 4].map((index) => call(url, 'POST', '/draws', at(index))));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 201, 409, 409]);
    expect(draws()).toHaveLength(2);
    expect((await call(url, 'POST', '/draws', { ...draw, reference: `${project}/tranche/2` })).status).toBe(
      409,
    );
  });

  test.each([
    ['nothing', { ...draw, amount: '0' }],
    ['a float', { ...draw, amount: '1.5' }],
    ['for nobody', { ...draw, institution: '' }],
  ])('of %s is refused', async (_what, order) => {
    const { url, draws } = await paidPortal();
    expect((await call(url, 'POST', '/draws', order)).status).toBe(400);
    expect(draws()).toEqual([]);
  });
});

describe('a hold at the accounting portal', () => {
  const hold = `/holds/${project}/firm`;

  test('stops the institution concerned, and nobody else, until it is lifted', async () => {
    const { url } = await paidPortal();
    expect((await call(url, 'PUT', hold, { project, institution: firm })).status).toBe(200);
    expect(await call(url, 'POST', '/draws', draw)).toMatchObject({ status: 409 });
    const partner = { ...draw, drawId: 'draw-2', institution: 'tno', amount: '1' };
    expect((await call(url, 'POST', '/draws', partner)).status).toBe(201);
    expect((await call(url, 'DELETE', hold)).status).toBe(204);
    expect((await call(url, 'POST', '/draws', draw)).status).toBe(201);
  });

  test('of one project says nothing about another whose number begins alike', async () => {
    const { url } = await paidPortal();
    await call(url, 'PUT', '/holds/x', { project: 'project/2026/structured/000', institution: firm });
    expect((await call(url, 'POST', '/draws', draw)).status).toBe(201);
  });

  test('put on or lifted twice is put on or lifted once, and stands over a restart with the draws', async () => {
    const first = await paidPortal();
    await call(first.url, 'POST', '/draws', draw);
    const once = await call(first.url, 'PUT', hold, { project, institution: firm });
    expect(await call(first.url, 'PUT', hold, { project, institution: firm })).toEqual(once);
    await call(first.url, 'PUT', '/holds/lifted', { project, institution: 'tno' });
    await call(first.url, 'DELETE', '/holds/lifted');
    expect((await call(first.url, 'DELETE', '/holds/lifted')).status).toBe(204);
    await first.stop();
    const second = await paidPortal({ file: first.file });
    expect((await call(second.url, 'GET', '/holds')).body.holds).toEqual([once.body]);
    expect(second.draws()).toMatchObject([draw]);
    expect(second.payments()).toHaveLength(1);
  });
});

describe('what goes wrong on purpose', () => {
  const start = async (nodeEnv: string | undefined) => {
    const file = join(await temporaryFolder(), 'portal.jsonl');
    const portal = await startRcms({ host: '127.0.0.1', port: 0, file, nodeEnv });
    onTestFinished(portal.stop);
    return portal.url;
  };

  test('is set while the portal runs, all of it at once, and can be looked at', async () => {
    const url = await start(undefined);
    await call(url, 'PUT', '/faults', { failBefore: 2 });
    expect((await call(url, 'PUT', '/faults', { reject: 1 })).status).toBe(200);
    expect((await call(url, 'GET', '/faults')).body).toEqual({ reject: 1 });
    expect((await call(url, 'PUT', '/faults', { explode: 1 })).status).toBe(400);
  });

  test('is not set in production, nor by a name that only points at this machine', async () => {
    expect((await call(await start('production'), 'PUT', '/faults', { reject: 1 })).status).toBe(403);
    const url = await start(undefined);
    const { hostname, port } = new URL(url);
    const status = await new Promise((resolve) => {
      const headers = { host: 'evil.example', 'content-type': 'application/json' };
      request({ hostname, port, method: 'PUT', path: '/faults', headers }, ({ statusCode }) =>
        resolve(statusCode),
      ).end('{"reject":1}');
    });
    expect(status).toBe(403);
    expect((await call(url, 'GET', '/faults')).body).toEqual({});
  });
});
