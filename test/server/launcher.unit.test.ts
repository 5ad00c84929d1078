import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { withLock } from '../../src/server/lock.mjs';
import { hashOf, isAlreadyInstalled, needs, stampFiles } from '../../src/server/prepare.mjs';
import { countsOf, failuresOf } from '../../src/server/suites.mjs';
import { temporaryFolder } from '../support/folder.js';

const SOURCES = [
  'src',
  'workflows',
  'activities',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];

async function write(root: string, file: string, text: string): Promise<void> {
  await mkdir(join(root, file, '..'), { recursive: true });
  await writeFile(join(root, file), text);
}

async function checkout(): Promise<string> {
  const root = await temporaryFolder();
  await write(root, 'package-lock.json', '{"packages":{"":{},"node_modules/a":{"version":"1.0.0"}}}');
  await write(root, 'src/index.ts', 'export const one = 1;');
  return root;
}

async function stamp(root: string): Promise<void> {
  const { installed, built } = stampFiles(root);
  await write(root, installed.slice(root.length), hashOf(root, ['package-lock.json']));
  await write(root, built.slice(root.length), hashOf(root, SOURCES));
}

describe('a checkout', () => {
  test('that is fresh needs packages and a build; once done it needs nothing', async () => {
    const root = await checkout();
    expect(needs(root, { isBuilt: true })).toEqual(['install', 'build']);
    await stamp(root);
    expect(needs(root, { isBuilt: true })).toEqual([]);
  });

  test('whose sources changed needs a build only', async () => {
    const root = await checkout();
    await stamp(root);
    await write(root, 'src/index.ts', 'export const one = 2;');
    expect(needs(root, { isBuilt: true })).toEqual(['build']);
    expect(needs(root, { isBuilt: false })).toEqual([]);
  });

  test('whose source was only renamed needs a build', async () => {
    const root = await checkout();
    const before = hashOf(root, ['src']);
    await write(root, 'src/other.ts', '');
    expect(hashOf(root, ['src'])).not.toBe(before);
  });

  test('that npm has filled before is not filled again, unless a version differs or a package is no longer wanted', async () => {
    const root = await checkout();
    expect(isAlreadyInstalled(root)).toBe(false);
    await write(
      root,
      'node_modules/.package-lock.json',
      '{"packages":{"node_modules/a":{"version":"1.0.0"}}}',
    );
    expect(isAlreadyInstalled(root)).toBe(true);
    await write(
      root,
      'node_modules/.package-lock.json',
      '{"packages":{"node_modules/a":{"version":"1.0.1"}}}',
    );
    expect(isAlreadyInstalled(root)).toBe(false);
    await write(
      root,
      'node_modules/.package-lock.json',
      '{"packages":{"node_modules/a":{"version":"1.0.0"},"node_modules/a/node_modules/b":{"version":"1.0.0"}}}',
    );
    expect(isAlreadyInstalled(root)).toBe(false);
  });
});

describe('two launchers at once', () => {
  test('a lock whose holder is gone is taken over, and is free afterwards', async () => {
    const file = join(await temporaryFolder(), 'launch.lock');
    await writeFile(file, '999999\n');
    const holder = await withLock(file, () => readFile(file, 'utf8'));
    expect(Number(holder)).toBe(process.pid);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  test('one that is at work is waited for, and nothing is done twice at once', async () => {
    const file = join(await temporaryFolder(), 'launch.lock');
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)', 'launch.mjs'], {
      stdio: 'ignore',
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await writeFile(file, `${holder.pid}\n`);
    let isIn = false;
    const entered = withLock(file, async () => void (isIn = true));
    await sleep(700);
    expect(isIn).toBe(false);
    holder.kill('SIGKILL');
    await entered;
    expect(isIn).toBe(true);
  });
});

describe('the count at the end', () => {
  const report = async (content: unknown): Promise<string> => {
    const file = join(await temporaryFolder(), 'report.json');
    await writeFile(file, JSON.stringify(content));
    return file;
  };
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

  test('is that of the report', async () => {
    expect(countsOf(await report({ ...none, numPassedTests: 7 }), 0)).toEqual({ passed: 7, failed: 0 });
  });

  test('has a failure for a skipped test, a file that could not be loaded, and a run that ended badly', async () => {
    const unloaded = [{ status: 'failed', assertionResults: [] }];
    expect(countsOf(await report({ ...none, numPendingTests: 1 }), 0).failed).toBe(1);
    expect(countsOf(await report({ ...none, testResults: unloaded }), 1).failed).toBe(1);
    expect(countsOf(await report(none), 1).failed).toBe(1);
    expect(countsOf('/nowhere', 0)).toEqual({ passed: 0, failed: 1 });
  });

  test('names each failure with the first line of why', async () => {
    const failing = { status: 'failed', fullName: 'a claim is paid', failureMessages: ['expected 1\n  at'] };
    const testResults = [
      { name: '/project/test/a.ts', status: 'failed', assertionResults: [failing, { status: 'passed' }] },
      { name: '/project/test/b.ts', status: 'failed', message: 'no such file', assertionResults: [] },
    ];
    expect(failuresOf(await report({ ...none, testResults }), '/project')).toEqual([
      'test/a.ts: a claim is paid: expected 1',
      'test/b.ts: not loaded: no such file',
    ]);
  });
});
