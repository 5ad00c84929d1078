import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/program.js';
import { readTable } from '../../src/files/read.js';
import { altered, companiesCsv, csvOf, irisSheet, numberOf, proposalSheet } from '../api/import-files.js';
import { startService } from '../api/service.js';
import type { Json, Service } from '../api/service.js';

let service: Service;
let dir: string;
beforeAll(async () => {
  [service, dir] = await Promise.all([
    startService({ editions: ['2026-pocket'] }),
    mkdtemp(join(tmpdir(), 'rnd-files-')),
  ]);
});
afterAll(() => Promise.all([service.stop(), rm(dir, { recursive: true, force: true })]));
afterEach(() => vi.restoreAllMocks());

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line as one of the sign-in's people, and gives back what it said. */
async function rnd(as: string, ...args: string[]): Promise<Ran> {
  const said = { out: '', err: '' };
  const listen = (stream: 'stdout' | 'stderr', to: 'out' | 'err') =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[to] += String(text);
      return true;
    });
  const spies = [listen('stdout', 'out'), listen('stderr', 'err')];
  const token = await service.token(as);
  const code = await run([...args, '--token', token, '--api', service.url], { LC_ALL: 'en_US.UTF-8' });
  for (const spy of spies) spy.mockRestore();
  return { code, ...said };
}

async function fileOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, bytes);
  return path;
}

describe('On the command line', () => {
  test('a register is tried, imported and exported as a file that says the same', async () => {
    const file = await fileOf('companies.csv', companiesCsv(5));
    const tried = await rnd('person-officer-1', 'import', 'companies', file, '--dry-run');
    expect([tried.code, tried.out]).toEqual([0, expect.stringContaining('nothing was imported')]);
    const imported = await rnd('person-officer-1', 'import', 'companies', file, '--json');
    expect(JSON.parse(imported.out)).toMatchObject({ accepted: 5, dryRun: false });
    const out = join(dir, 'out.xlsx');
    const exported = await rnd('person-officer-1', 'export', 'companies', '--format', 'xlsx', '--out', out);
    expect(exported.code).toBe(0);
    expect((await readTable(await readFile(out))).rows).toHaveLength(5);
    const csv = await rnd('person-officer-1', 'export', 'companies');
    expect((await readTable(Buffer.from(csv.out))).rows).toHaveLength(5);
  });

  test('faulty rows are told in the reader’s language, and the command ends with 1', async () => {
    const rows = [
      [numberOf(1), ''],
      ['1234567890', '(주)오류'],
    ];
    const file = await fileOf('faulty.csv', csvOf({ name: 'x', header: ['사업자등록번호', '기업명'], rows }));
    const english = await rnd('person-officer-1', 'import', 'companies', file, '--dry-run');
    expect([english.code, english.out]).toEqual([1, expect.stringContaining('check digit is wrong')]);
    const korean = await rnd('person-officer-1', 'import', 'companies', file, '--lang', 'ko');
    expect([korean.code, korean.err]).toEqual([1, expect.stringContaining('검증 숫자가 맞지 않습니다')]);
  });

  test('IRIS’s list is compared, and what differs is shown', async () => {
    await rnd('person-officer-1', 'import', 'proposals', await fileOf('p.csv', csvOf(proposalSheet(9))));
    const file = await fileOf('iris.csv', csvOf(irisSheet(3)));
    await rnd('person-officer-1', 'import', 'applications', file, '--track', 'structured');
    const later = await fileOf('later.csv', csvOf(altered(irisSheet(4), 0, { 분야: 'A4' })));
    const { code, out } = await rnd('person-auditor-1', 'reconcile', later, '--track', 'structured');
    expect(code).toBe(0);
    expect(out).toContain('4 in IRIS, 3 here, 2 the same');
    expect(out).toMatch(
      /In IRIS only \(1\)[\s\S]*IRIS-2026-00004[\s\S]*Different \(1\)[\s\S]*sector +A4 +A3/,
    );
  });

  test('a draft is kept, changed, listed, sent and thrown away', async () => {
    const who = 'person-applicant-0001';
    const [title, money] = [
      { ko: '과제', en: 'Project' },
      { government: '3', firmCash: '1', firmInKind: '1', partnerCost: '1' },
    ];
    const half = await fileOf('half.json', JSON.stringify({ title }));
    const whole = await fileOf(
      'whole.json',
      JSON.stringify({ title, money, sector: 'A3', partnerId: 'partner-mit-ilp' }),
    );
    const kept = JSON.parse(
      (await rnd(who, 'draft', 'keep', '--track', 'mitIlp', '--file', half, '--json')).out,
    ) as Json;
    expect((await rnd(who, 'draft', 'submit', kept.id)).code).toBe(1);
    const changed = await rnd(
      who,
      'draft',
      'change',
      kept.id,
      '--track',
      'mitIlp',
      '--file',
      whole,
      '--version',
      '1',
    );
    expect([changed.code, changed.out]).toEqual([0, expect.stringContaining('version 2')]);
    expect((await rnd(who, 'draft', 'list')).out).toContain(kept.id);
    const sent = await rnd(who, 'draft', 'submit', kept.id);
    expect([sent.code, sent.out]).toEqual([0, expect.stringContaining('project/2026-pocket/mit-ilp/0001')]);
    expect((await rnd(who, 'draft', 'drop', kept.id)).code).toBe(1);
    const other = JSON.parse((await rnd(who, 'draft', 'keep', '--track', 'mitIlp', '--json')).out) as Json;
    expect((await rnd(who, 'draft', 'drop', other.id)).code).toBe(0);
  });

  test('a file that isn’t there, or a kind that isn’t one, is a wrong use', async () => {
    expect((await rnd('person-officer-1', 'import', 'companies', join(dir, 'nothing.csv'))).code).toBe(2);
    expect((await rnd('person-officer-1', 'import', 'everything', join(dir, 'nothing.csv'))).code).toBe(2);
    expect((await rnd('person-officer-1', 'export', 'companies', '--format', 'xlsx')).code).toBe(2);
  });
});
