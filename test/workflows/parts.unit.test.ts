import { describe, expect, test } from 'vitest';
import { Applied } from '../../workflows/applied.js';
import { Turns } from '../../workflows/turns.js';

describe('things done in turn', () => {
  test('are begun in the order in which they were asked for, each when the one before is done', async () => {
    const turns = new Turns();
    const story: string[] = [];
    const work = (name: string, steps: number) => async (): Promise<string> => {
      story.push(`${name} begins`);
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      story.push(`${name} ends`);
      return name;
    };
    const all = [turns.take(work('freeze', 9)), turns.take(work('unfreeze', 1))];
    expect(turns.isIdle).toBe(false);
    expect(await Promise.all(all)).toEqual(['freeze', 'unfreeze']);
    expect(story).toEqual(['freeze begins', 'freeze ends', 'unfreeze begins', 'unfreeze ends']);
    expect(turns.isIdle).toBe(true);
  });

  test('are not begun after one that failed', async () => {
    const turns = new Turns();
    let isBegun = false;
    const failed = turns.take(() => Promise.reject(new Error('a defect')));
    const next = turns.take(() => Promise.resolve((isBegun = true)));
    await Promise.all([failed, next].map((one) => expect(one).rejects.toThrow('a defect')));
    expect(isBegun).toBe(false);
    expect(turns.isIdle).toBe(true);
  });
});

describe('the commands that were applied', () => {
  const decided = (seq: number) => ({ subjectId: 'project/2026/structured/0001', seq, state: 'submitted' });

  test('are known by their id, also in the next run', () => {
    const applied = new Applied();
    applied.add('command-1', decided(1));
    const next = new Applied(applied.carried());
    expect([next.of('command-1'), next.of('command-2')]).toEqual([decided(1), undefined]);
  });

  test('are carried along as far as anybody may deliver one again, and don’t grow without end', () => {
    const applied = new Applied();
    for (let seq = 1; seq <= 2_000; seq += 1) applied.add(`command-${seq}`, decided(seq));
    const carried = applied.carried();
    expect(Object.keys(carried)).toHaveLength(500);
    expect(carried['command-2000']).toEqual(decided(2_000));
    expect(Buffer.byteLength(JSON.stringify(carried))).toBeLessThan(64 * 1024);
  });

  test('have an id, or are a defect: without one, the second would pass for the first', () => {
    expect(() => new Applied().add(undefined, decided(1))).toThrow('names no command');
  });
});
