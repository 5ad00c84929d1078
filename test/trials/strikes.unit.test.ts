import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Strikes } from '../../src/trials/director/strikes.js';
import type { Strike } from '../../src/trials/plan/points.js';

const never = new Promise<void>(() => undefined);
const dies = (point: Strike['point'], target: Strike['target']): Strike => ({ point, target });

/** Strikes under way, and what they have done to whom; `waiting`: whether transactions come to wait in their middle. */
function given({ waiting = true } = {}) {
  const done: string[] = [];
  const act = (what: string) => async (process?: string) =>
    void done.push(process ? `${what} ${process}` : what);
  const strikes = new Strikes({
    kill: act('kill'),
    again: act('again'),
    holdPostings: async () => {
      done.push('hold');
      return { areWaiting: async () => waiting, free: act('free') };
    },
  });
  const running = strikes.run();
  onTestFinished(async () => {
    strikes.end();
    await running;
  });
  const come = (moment: string, { key = 'a', who = 'worker-1', gone = never } = {}) =>
    strikes.reached({ moment, key, who }, gone);
  return { strikes, done, come };
}

describe('strikes', () => {
  test('leave alone what comes to a moment that is not planned', async () => {
    const { strikes, done, come } = given();
    strikes.plan(1, ['a'], [dies('pay/after', 'portal')], []);
    await come('pay/before');
    await come('pay/after', { key: 'b' });
    expect(done).toEqual([]);
    expect(strikes.areOver).toBe(false);
  });

  test('hold whoever comes to a planned moment until its target is dead, and strike there once', async () => {
    const { strikes, done, come } = given();
    strikes.plan(1, ['a'], [dies('pay/before', 'postgres')], []);
    await come('pay/before');
    expect(done[0]).toBe('kill postgres');
    await come('pay/before');
    await expect.poll(() => strikes.areOver).toBe(true);
    expect(strikes.struck).toMatchObject([{ no: 1, point: 'pay/before', target: 'postgres' }]);
    expect(strikes.kills).toEqual({ worker: 0, postgres: 1, temporal: 0, portal: 0 });
  });

  test('kill once for all that are at their moments', async () => {
    const { strikes, done, come } = given();
    for (const no of [1, 2, 3]) strikes.plan(no, [`key-${no}`], [dies('reserve/after', 'temporal')], []);
    await Promise.all([1, 2, 3].map((no) => come('reserve/after', { key: `key-${no}` })));
    await expect.poll(() => done).toEqual(['kill temporal', 'again temporal']);
    expect(strikes.struck.map(({ no }) => no)).toEqual([1, 2, 3]);
  });

  test('kill the worker that came, and for a moment at the portal the one that had asked it', async () => {
    const { strikes, done, come } = given();
    strikes.plan(1, ['a'], [dies('reserve/before', 'worker')], []);
    strikes.plan(2, ['b'], [dies('portal/written', 'worker')], []);
    await come('reserve/before', { who: 'worker-2' });
    await come('pay/before', { key: 'b', who: 'worker-2' });
    await come('portal/written', { key: 'b', who: 'portal' });
    expect(done.filter((what) => what.startsWith('kill'))).toEqual(['kill worker-2', 'kill worker-2']);
  });

  test('stay planned where whoever came died of something else before', async () => {
    const { strikes, come } = given();
    strikes.plan(1, ['a'], [dies('pay/before', 'portal')], []);
    await come('pay/before', { gone: sleep(50) });
    expect(strikes.struck).toEqual([]);
    // Something did die at its moment, though not what was planned.
    expect([strikes.left, strikes.overtaken]).toEqual([[], 1]);
    await come('pay/before');
    expect(strikes.struck).toHaveLength(1);
    expect(strikes.overtaken).toBe(0);
  });

  test('that were overtaken in one trial hide none that another trial never came to', async () => {
    const { strikes, come } = given();
    const same = dies('pay/before', 'portal');
    strikes.plan(1, ['a'], [same], []);
    strikes.plan(2, ['b'], [same], []);
    await come('pay/before', { gone: sleep(50) });
    expect(strikes.left).toEqual([{ no: 2, point: 'pay/before', target: 'portal' }]);
    expect(strikes.overtaken).toBe(1);
    expect(strikes.areOver).toBe(false);
  });

  test('come first where they kill nobody who is held for something else to die', async () => {
    const { strikes, done, come } = given();
    strikes.plan(1, ['a'], [dies('pay/before', 'portal')], []);
    strikes.plan(2, ['b'], [dies('portal/written', 'postgres')], []);
    await Promise.all([come('pay/before'), come('portal/written', { key: 'b', who: 'portal' })]);
    expect(done.filter((what) => what.startsWith('kill'))).toEqual(['kill postgres', 'kill portal']);
  });

  test('in the middle of a transaction come when it waits there', async () => {
    const { strikes, done, come } = given();
    strikes.plan(1, ['a'], [dies('confirmedRow/within', 'worker')], []);
    await come('confirmedRow/within');
    await expect.poll(() => done).toEqual(['hold', 'kill worker-1', 'free', 'again worker-1']);
    await expect.poll(() => strikes.struck).toHaveLength(1);
  });

  test('are not counted where no transaction came to its middle', async () => {
    const { strikes, done, come } = given({ waiting: false });
    strikes.plan(1, ['a'], [dies('confirmedRow/within', 'worker')], []);
    await come('confirmedRow/within');
    await expect.poll(() => done).toContain('again worker-1');
    expect([strikes.struck, strikes.overtaken]).toEqual([[], 1]);
  });

  test("hand the portal each of a trial's faults once, in turn", async () => {
    const { strikes, come } = given();
    strikes.plan(1, ['a'], [], ['hang', 'dropAnswers']);
    const asked = () => come('portal/asked', { who: 'portal' });
    expect([await asked(), await come('pay/before'), await asked(), await asked()]).toEqual([
      ...['hang', undefined, 'dropAnswers', undefined],
    ]);
  });
});
