import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../lives/case.js';
import { later } from '../lives/steps.js';
import { openCallHouse } from './call-house.js';
import type { CallHouse } from './call-house.js';
import { notified, roadmapScored, scored } from './steps.js';

const DAY_MS = 86_400_000;

let house: CallHouse;
let selection: Case, roadmaps: Case;
let first: Case, second: Case, third: Case;

async function states(): Promise<string[]> {
  return Promise.all([first, second, third].map(async (one) => (await one.view()).state));
}

beforeAll(async () => {
  house = await openCallHouse();
  const now = await house.now();
  const window = { opens: now, closes: later(now, DAY_MS) };
  selection = await house.plan({ track: 'structured', window, capacity: 3, budget: null });
  await selection.comesTo('open');
  first = await house.enter('structured', 'first');
  second = await house.enter('structured', 'second');
  third = await house.enter('structured', 'third');
  await house.passTo(later(window.closes, 5_000));
  await selection.comesTo('screening');
  for (const [project, points] of [
    [first, 90],
    [second, 85],
    [third, 80],
  ] as const)
    await scored(project, points);
  await notified(house, selection);
}, 200_000);
afterAll(() => house.close());

describe('the second competition of the structured track', () => {
  test('is among those who were selected to write a roadmap', async () => {
    expect(await states()).toEqual(Array(3).fill('roadmap.drafting'));
    await house.passTo(later(await house.now(), 60 * DAY_MS));
    const now = await house.now();
    const window = { opens: now, closes: later(now, DAY_MS) };
    const competition = 'roadmap' as const;
    roadmaps = await house.plan({ track: 'structured', competition, window, capacity: 1, budget: null });
    await roadmaps.comesTo('open');
    await roadmapScored(first, 70);
    await roadmapScored(second, 95);
    await roadmapScored(third, 80);
  });

  test('needs no screening, and ranks the roadmaps by scores of their own', async () => {
    await house.passTo(later(await house.now(), DAY_MS + 5_000));
    await roadmaps.comesTo('evaluating');
    expect((await roadmaps.view()).facts['received']).toBe(3);
    await notified(house, roadmaps);
    expect(await states()).toEqual(['notSelected', 'agreementPending.open', 'reserved']);
    expect(await house.places(roadmaps)).toEqual({ first: 'rejected', second: 'selected', third: 'reserve' });
  });

  test('hears of its own places, and fills them from its own reserve; the first one hears nothing of it', async () => {
    await second.decide('applicant', 'DECLINE_SELECTION', { reason: '사업 계획 변경' });
    await house.postman.until(third, 'agreementPending.open');
    expect(await house.places(roadmaps)).toMatchObject({ second: 'freed', third: 'promoted' });
    expect((await roadmaps.story()).slice(-2)).toEqual(['PLACE_FREED', 'PLACE_FILLED']);
    expect(await selection.story()).not.toContain('PLACE_FREED');
  });
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
