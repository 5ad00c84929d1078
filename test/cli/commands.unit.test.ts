import { execFile } from 'node:child_process';
import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
// A port on which nothing listens: 1 is reserved.
const nobody = ['--api', 'http://127.0.0.1:1', '--issuer', 'http://127.0.0.1:1'];
const env = {
  ...process.env,
  LC_ALL: 'en_US.UTF-8',
  RND_DIR: join(tmpdir(), 'rnd-nothing-here'),
  RND_TOKEN: '',
};

function rnd(...args: string[]): Promise<{ code: number; out: string; err: string; tookMs: number }> {
  const began = performance.now();
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env }, (error, out, err) => {
      const code = error ? Number(error.code) : 0;
      resolve({ code, out, err, tookMs: performance.now() - began });
    });
  });
}

describe('a service that nobody answers for', () => {
  it('is said, with how to start it, and the command ends with 3', async () => {
    const { code, out, err } = await rnd('list', '--token', 'x', ...nobody);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('http://127.0.0.1:1');
    expect(err).toContain('npm start');
  });

  it('is said in Korean where Korean is asked for', async () => {
    const { code, err } = await rnd(
      'show',
      'project/2026/structured/0001',
      '--as',
      'officer',
      '--lang',
      'ko',
      ...nobody,
    );
    expect(code).toBe(3);
    expect(err).toContain('연결할 수 없습니다');
  });

  it('is said as JSON on stderr with --json, and stdout stays empty', async () => {
    const { code, out, err } = await rnd('token', '--as', 'officer', '--json', ...nobody);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(JSON.parse(err)).toMatchObject({ code: 'unreachable', url: 'http://127.0.0.1:1' });
  });

  it('ends the demonstration with 3 as well', async () => {
    const { code, out, err } = await rnd('demo', '--json', ...nobody);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(JSON.parse(err)).toMatchObject({ code: 'unreachable' });
  });
});

describe('a command line that can not be followed ends with 2', () => {
  it.each([
    ['an unknown command', ['nonsense'], /unknown command/],
    ['an unknown option', ['list', '--nonsense'], /unknown option/],
    ['a missing argument', ['show'], /missing required argument/],
    ['a track that is none', ['apply', '--track', 'other'], /Allowed choices are/],
    ['a language that is none', ['list', '--lang', 'de'], /Allowed choices are/],
    ['nobody who asks', ['list'], /Say who you are/],
    ['an id that is none', ['show', '0042', '--token', 'x'], /is no case/],
    ['data that are no JSON', ['act', '2026/structured/0001', 'X', '--data', '{', '--token', 'x'], /no JSON/],
    ['a chart that is none', ['chart', 'show', 'nothing.v1'], /Name a chart/],
    ['a state that is none', ['chart', 'show', 'structuredProject.v1', '--at', 'nowhere'], /has no state/],
    ['a clock that is none', ['clock', 'explain', '--clock', 'x', '--from', '2026-01-01'], /is no clock/],
    ['a file that is not there', ['edition', 'check', 'nothing.json'], /can't be read/],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await rnd(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});

describe('the commands that need no service', () => {
  it('check the editions on board and count their assumed values', async () => {
    const { code, out } = await rnd('edition', 'check', '--json');
    expect(code).toBe(0);
    const checked = JSON.parse(out) as { id: string; ok: boolean; assumed: string[] }[];
    expect(checked.map(({ id, ok }) => ({ id, ok }))).toEqual([
      { id: '2026', ok: true },
      { id: '2026-pocket', ok: true },
    ]);
    expect(checked[0]!.assumed.length).toBeGreaterThan(0);
  });

  it('name each field of an edition that is wrong, and end with 1', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'rnd-')), 'edition.json');
    writeFileSync(file, '{"id":"2027","year":"next"}');
    const { code, out } = await rnd('edition', 'check', file);
    expect(code).toBe(1);
    expect(out).toContain('/year:');
    expect(out).toContain('/money:');
  });

  it('explain a deadline with its arithmetic', async () => {
    const { code, out } = await rnd(
      'clock',
      'explain',
      '--clock',
      'objection',
      '--from',
      '2023-11-14',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ clock: 'objection', lastDay: '2023-11-24', rule: 'civil' });
  });

  it('list the charts and show one as Mermaid and as JSON', async () => {
    const listed = await rnd('chart', 'list', '--json');
    const charts = JSON.parse(listed.out) as { id: string }[];
    expect(charts.map(({ id }) => id)).toContain('structuredProject.v1');
    expect((await rnd('chart', 'show', 'structuredProject.v1')).out).toContain('stateDiagram-v2');
    expect(JSON.parse((await rnd('chart', 'show', 'tranche.v1', '--format', 'json')).out)).toMatchObject({
      id: 'tranche.v1',
    });
  });

  it('print their help and end with 0', async () => {
    const { code, out } = await rnd('--help');
    expect(code).toBe(0);
    expect(out).toContain('demo');
  });
});
