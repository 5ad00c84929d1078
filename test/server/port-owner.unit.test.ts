import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ownerOf, takenPorts } from '../../src/server/port-owner.js';
import { freePort } from '../../src/server/port.js';

async function takePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe('a port that is taken', () => {
  test('is said with the process that has it and how to choose another, in both languages', async () => {
    const [line] = await takenPorts({ rcms: await takePort() });
    expect(line).toContain(`is taken by process ${process.pid} (`);
    expect(line).toContain('RCMS_PORT=<port>, or --port-base');
    expect(line).toContain('다른 프로세스가 사용 중입니다');
  });

  test('is found by its owner, and a free one has none', async () => {
    expect((await ownerOf(await takePort()))?.pid).toBe(process.pid);
    expect(await takenPorts({ api: await freePort() })).toEqual([]);
  });
});
