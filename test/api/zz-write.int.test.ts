import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, test } from 'vitest';
import { Client, Connection } from '@temporalio/client';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Service } from './service.js';
import { receive } from '../../src/ledger/inbox.js';
import { getSubject } from '../../src/ledger/reads/subjects.js';
import { nextActionsFor } from '../../src/api/offered.js';
let service: Service;
let tranche: string;
beforeAll(async () => {
  service = await startService();
  const href = await the.apply(service);
  tranche = await the.agree(service, href);
  while ((await service.get(tranche, { as: the.OFFICER })).body.state !== 'claimable')
    await new Promise((r) => setTimeout(r, 50));
});
afterAll(() => service.stop());
const med = async (name: string, n: number, f: () => Promise<unknown>) => {
  const t: number[] = [];
  const c0 = process.cpuUsage();
  for (let i = 0; i < n; i++) {
    const a = performance.now();
    await f();
    t.push(performance.now() - a);
  }
  const c = process.cpuUsage(c0);
  t.sort((a, b) => a - b);
  console.log(
    name.padEnd(24),
    'p50',
    t[Math.floor(n / 2)]!.toFixed(2),
    'p95',
    t[Math.floor(n * 0.95)]!.toFixed(2),
    'min',
    t[0]!.toFixed(2),
    'cpu/call',
    ((c.user + c.system) / 1000 / n).toFixed(2),
  );
};
test('write', async () => {
  const token = await service.token(the.OFFICER);
  const id = tranche.replace('/v1/tranches', 'project').replace(/\/(\d)$/, '/tranche/$1');
  const body = JSON.stringify({ type: 'CONFIRM_CASH_SHARE', data: { amount: '1' } });
  const act = async () => {
    const r = await fetch(`${service.url}${tranche}/actions`, {
      method: 'POST',
      body,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
    });
    const t = await r.text();
    if (r.status !== 200) throw new Error(t);
  };
  const by = { person: the.OFFICER, role: 'officer', org: 'agency' } as const;
  const connection = await Connection.connect({
    address: (await import('vitest')).inject('temporalAddress'),
  });
  for (let i = 0; i < 30; i++) await act();

  for (const conc of (process.env['CONC'] ?? '2').split(',').map(Number)) {
    const n = Number(process.env['N'] ?? 100);
    let i = 0;
    const a = performance.now();
    const codes: Record<string, number> = {};
    const lat: number[] = [];
    await Promise.all(
      Array.from({ length: conc }, async () => {
        while (i++ < n) {
          const b = performance.now();
          await act().catch((e) => {
            codes[String(e).slice(0, 30)] = (codes[String(e).slice(0, 30)] ?? 0) + 1;
          });
          lat.push(performance.now() - b);
        }
      }),
    );
    console.log(
      'conc',
      conc,
      ((n * 1000) / (performance.now() - a)).toFixed(1),
      '/s (one tranche)',
      codes,
      'max',
      Math.max(...lat).toFixed(0),
    );
  }
  void Client;
  await connection.close();
}, 200000);
