import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../lives/case.js';
import { realEngine } from '../lives/engines.js';
import { later } from '../lives/steps.js';
import { refusalOf } from '../toy/toy-house.js';
import { openCallHouse } from './call-house.js';
import type { CallHouse } from './call-house.js';
import { notified, scored, upheld } from './steps.js';

const DECLINES = { reason: '사업 계획 변경' };

/** Seven places, so three on the reserve: numbers one to seven are selected, eight to ten wait, and two are refused. */
const FIRMS = Array.from({ length: 12 }, (_, index) => `firm-${index + 1}`);

let house: CallHouse;
let call: Case;
let projects: Case[];

beforeAll(async () => {
  house = await openCallHouse(realEngine);
  const now = await house.now();
  const window = { opens: later(now, -1_000), closes: later(now, 10_000) };
  call = await house.plan({ track: 'autonomous', window, capacity: 7, budget: null });
  await call.comesTo('open');
  projects = await Promise.all(FIRMS.map((firm) => house.enter('autonomous', firm)));
  await call.comesTo('screening');
  await Promise.all(projects.map((project, index) => scored(project, 95 - index)));
  await notified(house, call);
}, 200_000);
afterAll(() => house.close());

function number(no: number): Case {
  const project = projects[no - 1];
  if (!project) throw new Error(`there is no firm ${no}`);
  return project;
}

async function promoted(): Promise<string[]> {
  const states = Object.entries(await house.places(call));
  return states.flatMap(([firm, state]) => (state === 'promoted' ? [firm] : [])).toSorted();
}

describe('a reserve list', () => {
  test('fills two places that become free in one moment with two firms, though the worker ends in the middle', async () => {
    const declined = [1, 2].map((no) => number(no).decide('applicant', 'DECLINE_SELECTION', DECLINES));
    await Promise.all([...declined, house.rush()]);
    await house.postman.until(number(8), 'agreementPending.open');
    await house.postman.until(number(9), 'agreementPending.open');
    expect(await promoted()).toEqual(['firm-8', 'firm-9']);
    expect((await call.story()).filter((line) => line === 'PLACE_FILLED')).toHaveLength(2);
  });

  test('gives no place to a firm that leaves in the moment in which it would move up, and the place isn’t lost', async () => {
    await number(3).decide('applicant', 'DECLINE_SELECTION', DECLINES);
    await expect.poll(promoted, { timeout: 30_000 }).toContain('firm-10');
    // The promotion is on its way, and finds nobody.
    await number(10).decide('applicant', 'WITHDRAW', { reason: '휴업' });
    await house.postman.until(number(10), 'withdrawn');
    await expect
      .poll(async () => (await house.places(call))['firm-10'], { timeout: 30_000 })
      .not.toBe('promoted');
    await house.postman.until(call, 'notified');
    await expect
      .poll(async () => (await call.view()).facts, { timeout: 30_000 })
      .toMatchObject({ filling: 0, reserveExhausted: true });
  });

  test('holds back a lower capacity: what was promised is taken from nobody, and the lawful way is named', async () => {
    const lower = { capacity: 3, ground: '예산 삭감' };
    expect(await refusalOf(call.decide('committee', 'CHANGE_CAPACITY', lower))).toMatchObject({
      code: 'isNotBelowPromised',
    });
  });
});

describe('an objection', () => {
  test('is begun as a case of its own, whose clock runs from its receipt and whose board is another than the panel', async () => {
    const receivedAt = later(await house.now(), -60_000);
    const filed = { ground: 'misreading', statement: '제출자료가 잘못 읽혔습니다.' };
    await number(11).decide('applicant', 'FILE_OBJECTION', filed, { receivedAt });
    const objection = number(11).objection(1);
    await objection.comesTo('filed');
    const { identity, facts } = await objection.view();
    expect(identity).toMatchObject({ subject: 'objection', parentId: number(11).id, companyId: 'firm-11' });
    expect(facts).toMatchObject({ filedAt: receivedAt, callId: call.id, decidedOn: 'selection', ...filed });
    const { panel } = facts as { panel: string[] };
    expect(panel).toHaveLength(3);
    expect(await refusalOf(objection.decide('officer', 'ASSIGN_BOARD', { members: panel }))).toMatchObject({
      code: 'isAnotherBoard',
    });
  });

  test('that is withdrawn leaves its project as it was', async () => {
    await number(11).objection(1).decide('applicant', 'WITHDRAW_OBJECTION');
    await number(11).comesTo('rejected');
    expect((await number(11).story()).at(-1)).toBe('OBJECTION_DECIDED');
  });

  test('that is upheld where a place is free brings it, though the worker ends in the middle', async () => {
    await upheld(number(12), 99);
    await house.rush();
    await house.postman.until(number(12), 'agreementPending.open');
    await expect
      .poll(async () => (await call.view()).facts, { timeout: 30_000 })
      .toMatchObject({
        ...{ upheld: 1, seated: 1, filling: 0 },
      });
    expect(await house.places(call)).toMatchObject({ 'firm-12': 'selected' });
  });
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
