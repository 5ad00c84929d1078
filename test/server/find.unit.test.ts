import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { presentTemporal } from '../../src/server/find-temporal.js';
import { presentTestServer } from '../../src/server/find-test-server.js';
import { temporaryFolder } from '../support/folder.js';

async function program(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '#!/bin/sh\n');
  await chmod(path, 0o755);
  return path;
}

describe('a Temporal that is on this machine already', () => {
  let home: string;

  beforeEach(async () => {
    home = await temporaryFolder();
    vi.stubEnv('PATH', join(home, 'bin'));
    vi.stubEnv('XDG_CACHE_HOME', join(home, 'cache'));
    vi.stubEnv('TEMPORAL_CLI_PATH', '');
    vi.stubEnv('TEMPORAL_TEST_SERVER_PATH', '');
    return () => vi.unstubAllEnvs();
  });

  test('is found in the order: named, on PATH, built into the cache, downloaded by the SDK', async () => {
    expect(await presentTemporal()).toBeUndefined();
    const downloaded = await program(join(home, 'cache/rnd-tracks/sdk/temporal-cli-1.7.0'));
    expect(await presentTemporal()).toBe(downloaded);
    const built = await program(join(home, 'cache/rnd-tracks/temporal/temporal'));
    expect(await presentTemporal()).toBe(built);
    const onPath = await program(join(home, 'bin/temporal'));
    expect(await presentTemporal()).toBe(onPath);
    const named = await program(join(home, 'elsewhere/temporal'));
    vi.stubEnv('TEMPORAL_CLI_PATH', named);
    expect(await presentTemporal()).toBe(named);
  });

  test('is not taken for found while its download is unfinished, and one that is named and missing is said', async () => {
    await program(join(home, 'cache/rnd-tracks/sdk/temporal-cli-1.7.0.downloading'));
    expect(await presentTemporal()).toBeUndefined();
    vi.stubEnv('TEMPORAL_CLI_PATH', join(home, 'nowhere'));
    await expect(presentTemporal()).rejects.toThrow(
      /TEMPORAL_CLI_PATH is .*nowhere, which is no executable file/,
    );
  });

  test('is looked for in the same way where it is the test server', async () => {
    expect(await presentTestServer()).toBeUndefined();
    const downloaded = await program(join(home, 'cache/rnd-tracks/sdk/temporal-test-server-1.32.0'));
    expect(await presentTestServer()).toBe(downloaded);
    const fetched = await program(join(home, 'cache/rnd-tracks/test-server-1.32.0/test-server'));
    expect(await presentTestServer()).toBe(fetched);
  });
});
