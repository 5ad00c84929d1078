import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionData } from '../../src/cli/action-data.js';
import { callAddress, caseAddress, isTranche } from '../../src/cli/case-address.js';
import { addressesOf } from '../../src/cli/connection.js';
import { languageOf } from '../../src/cli/terminal.js';

const nowhere = { RND_DIR: join(tmpdir(), 'rnd-nothing-here') };

describe('the data of an action', () => {
  it('keeps an amount as text, digit for digit', async () => {
    expect(await actionData(['amount=1500000000000000000'], undefined)).toEqual({
      amount: '1500000000000000000',
    });
  });

  it('takes numbers, lists and truth with :=', async () => {
    expect(await actionData(['stage:=2', 'list:=["a"]', 'ok:=true', 'text=a=b'], undefined)).toEqual({
      stage: 2,
      list: ['a'],
      ok: true,
      text: 'a=b',
    });
  });

  it('reads a file, and lets the pairs stand above it', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'rnd-')), 'data.json');
    writeFileSync(file, '{"a":"1","b":"2"}');
    expect(await actionData(['b=3'], `@${file}`)).toEqual({ a: '1', b: '3' });
  });

  it.each([
    [['plain'], undefined],
    [['a:=nope'], undefined],
    [[], '[1]'],
    [[], '{'],
    [[], '@/nothing/here.json'],
  ])('that can not be read (%j %j) is a usage error', async (pairs, data) => {
    await expect(actionData(pairs, data)).rejects.toMatchObject({ name: 'Failure', exitCode: 2 });
  });
});

describe("a case's address", () => {
  it('is found from its id, with or without the word project', () => {
    expect(caseAddress('project/2026-pocket/eco-bridge/0001')).toBe(
      '/v1/projects/2026-pocket/eco-bridge/0001',
    );
    expect(caseAddress('2026/mit-ilp/0042')).toBe('/v1/projects/2026/mit-ilp/0042');
    expect(caseAddress('project/2026/structured/0042/tranche/3')).toBe('/v1/tranches/2026/structured/0042/3');
    expect(isTranche('project/2026/structured/0042/tranche/3')).toBe(true);
  });

  it.each([
    ['change/2026/structured/0042/1', '/v1/changes/2026/structured/0042/1'],
    ['settlement/2026/eco-bridge/0042/2', '/v1/settlements/2026/eco-bridge/0042/2'],
    ['recovery/2026/mit-ilp/0042/1', '/v1/recoveries/2026/mit-ilp/0042/1'],
    ['sanction/2026/autonomous/0042/1', '/v1/sanctions/2026/autonomous/0042/1'],
  ])('is found of %s', (id, address) => {
    expect(caseAddress(id)).toBe(address);
  });

  it('is found of a call and of an objection too', () => {
    expect(caseAddress('call/2026/structured/roadmap')).toBe('/v1/calls/2026/structured/roadmap');
    expect(caseAddress('objection/2026/structured/0042/1')).toBe('/v1/objections/2026/structured/0042/1');
    expect(callAddress('call/2026/mit-ilp/selection')).toBe('/v1/calls/2026/mit-ilp/selection');
    expect(() => callAddress('project/2026/structured/0042')).toThrow(
      expect.objectContaining({ exitCode: 2 }),
    );
  });

  it.each(['', '42', 'project/2026/structured', '../../etc/passwd', 'project/2026/structured/0042?x=1'])(
    'is not made from %j',
    (id) => expect(() => caseAddress(id)).toThrow(expect.objectContaining({ exitCode: 2 })),
  );
});

describe("the service's address", () => {
  it('comes from the command line, else from the environment, else from the usual port', async () => {
    const env = { ...nowhere, RND_API: 'http://127.0.0.1:1' };
    expect((await addressesOf({ api: 'http://127.0.0.1:2/' }, env)).api).toBe('http://127.0.0.1:2');
    expect((await addressesOf({}, env)).api).toBe('http://127.0.0.1:1');
    expect((await addressesOf({}, nowhere)).api).toBe('http://127.0.0.1:7400');
  });

  it('comes from what `up` wrote, where it runs', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'rnd-'));
    writeFileSync(join(dir, 'run.json'), '{"api":"http://127.0.0.1:9","issuer":"http://127.0.0.1:8"}');
    expect(await addressesOf({}, { RND_DIR: dir })).toEqual({
      api: 'http://127.0.0.1:9',
      issuer: 'http://127.0.0.1:8',
    });
  });

  it('that is none is a usage error', async () => {
    await expect(addressesOf({ api: 'somewhere' }, nowhere)).rejects.toMatchObject({ exitCode: 2 });
    await expect(addressesOf({ api: 'ftp://a' }, nowhere)).rejects.toMatchObject({ exitCode: 2 });
  });
});

describe('the language', () => {
  it('is the option, else the locale, else English', () => {
    expect(languageOf('ko', { LANG: 'en_US.UTF-8' })).toBe('ko');
    expect(languageOf(undefined, { LANG: 'ko_KR.UTF-8' })).toBe('ko');
    expect(languageOf(undefined, { LANG: 'ko_KR.UTF-8', LC_ALL: 'C' })).toBe('en');
    expect(languageOf(undefined, {})).toBe('en');
  });
});
