import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { lanes } from '../../src/api/lanes.js';

const soon = (): number => Date.now() + 1_000;

describe('a lane for each case', () => {
  test('what comes first is done first, and one at a time', async () => {
    const inLane = lanes();
    const order: string[] = [];
    const work = (name: string, ms: number) => async (): Promise<string> => {
      order.push(`${name} begins`);
      await sleep(ms);
      order.push(`${name} ends`);
      return name;
    };
    const done = await Promise.all([
      inLane('case', soon(), work('first', 30)),
      inLane('case', soon(), work('second', 1)),
      inLane('case', soon(), work('third', 1)),
    ]);
    expect(done).toEqual(['first', 'second', 'third']);
    expect(order).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  test('cases don’t wait for each other', async () => {
    const inLane = lanes();
    const slow = inLane('one', soon(), () => sleep(200, 'slow'));
    expect(await Promise.race([slow, inLane('other', soon(), async () => 'quick')])).toBe('quick');
    await slow;
  });

  test('whose turn does not come in time is told so, and is not done later', async () => {
    const inLane = lanes();
    let isDone = false;
    const slow = inLane('case', soon(), () => sleep(100, 'slow'));
    const late = await inLane('case', Date.now() + 20, async () => (isDone = true));
    expect([late, await slow]).toEqual([undefined, 'slow']);
    expect(await inLane('case', soon(), async () => 'next')).toBe('next');
    expect(isDone).toBe(false);
  });

  test('what fails is told to its own sender and holds nobody up', async () => {
    const inLane = lanes();
    const failing = inLane('case', soon(), () => Promise.reject(new Error('gone')));
    const next = inLane('case', soon(), async () => 'next');
    await expect(failing).rejects.toThrow('gone');
    expect(await next).toBe('next');
  });
});
