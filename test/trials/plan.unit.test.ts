import { describe, expect, test } from 'vitest';
import { SCENES, trialsOf } from '../../src/trials/plan/plan.js';
import { AFTER_UNKNOWN, POINTS, TARGETS } from '../../src/trials/plan/points.js';

describe('the plan of the trials', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(trialsOf(1, 200)).toEqual(trialsOf(1, 200));
    expect(trialsOf(2, 200)).not.toEqual(trialsOf(1, 200));
  });

  test('of few trials is the beginning of the plan of many', () => {
    expect(trialsOf(7, 1_000).slice(0, 12)).toEqual(trialsOf(7, 12));
  });

  test('has everything die at every moment once before anything does twice', () => {
    const all = POINTS.length * TARGETS.length;
    const firsts = trialsOf(1, all).map(({ strikes: [first] }) => `${first?.target} at ${first?.point}`);
    expect(new Set(firsts).size).toBe(all);
  });

  test('of a thousand strikes each target at each moment more than ten times', () => {
    const strikes = trialsOf(1, 1_000).flatMap((trial) => trial.strikes);
    for (const point of POINTS)
      for (const target of TARGETS)
        expect(strikes.filter((one) => one.point === point && one.target === target).length).toBeGreaterThan(
          10,
        );
  });

  test('has one of each scene among its first four besides the usual one, which most are', () => {
    const scenes = trialsOf(1, 1_000).map(({ scene }) => scene);
    expect(new Set(scenes.slice(0, 4))).toEqual(new Set(SCENES.filter((scene) => scene !== 'usual')));
    expect(scenes.filter((scene) => scene === 'usual').length).toBeGreaterThan(800);
  });

  test('lets nobody wait for a moment that never comes: who is to ask again is left without an answer', () => {
    const asking = trialsOf(1, 1_000).filter(({ strikes }) =>
      strikes.some(({ point }) => AFTER_UNKNOWN.includes(point)),
    );
    expect(asking.length).toBeGreaterThan(50);
    for (const { portal } of asking) expect(['queue', 'hang', 'failBefore']).toContain(portal[0]);
  });
});
