import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../../src/rules/calendar.js';
import { refusalOf } from '../toy/toy-house.js';
import { openHouse } from './house.js';
import type { Case } from './case.js';
import type { House } from './house.js';
import {
  GRANT,
  PAPER,
  agreed,
  dueOf,
  evaluated,
  evaluatedInTheEnd,
  expectBooksToAgree,
  knows,
  later,
  released,
  returned,
  settled,
} from './steps.js';

const DAY_MS = 86_400_000;
const MFDS = { authority: 'MFDS', reference: 'MFDS-CH-2027-03' };

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A stage up to its gate, with its data after a quarter of a year; its criteria are frozen before. */
async function toTheGate(project: Case): Promise<void> {
  if ((await project.view()).state === 'clinical.criteria')
    await project.decide('officer', 'FREEZE_CRITERIA', { criteriaSha256: PAPER.documentSha256 });
  await house.passTo(later(await house.now(), 90 * DAY_MS));
  await house.restart();
  expect(await project.decide('applicant', 'SUBMIT_GATE_DATA', PAPER)).toBe('clinical.gate');
}

async function stageOf(project: Case): Promise<unknown> {
  return (await project.view()).facts['clinicalStage'];
}

async function selected(): Promise<Case> {
  const project = await house.apply('ecoBridge');
  await evaluated(project);
  await project.decide('committee', 'SELECT', { grant: GRANT });
  expect(await agreed(project)).toBe('clinical.criteria');
  return project;
}

describe('an Eco-Bridge project', () => {
  let project: Case;

  test('opens the next tranche with a GO, and each gate one only', async () => {
    project = await selected();
    await released(project.tranche(1));
    await toTheGate(project);
    expect(await project.decide('committee', 'DECIDE_GATE', { outcome: 'GO' })).toBe('clinical.criteria');
    expect(await stageOf(project)).toBe('phase-1');
    await project.tranche(2).comesTo('claimable');
  });

  test('waits at the gate until the day of a HOLD is over, and is decided again', async () => {
    await toTheGate(project);
    const until = addDays(dayOf(await house.now()), 60);
    const held = { outcome: 'HOLD', until, basis: '투여군 추가 자료가 필요합니다.' };
    expect(await project.decide('committee', 'DECIDE_GATE', held)).toBe('clinical.hold');
    await house.restart();
    await house.passTo(`${until}T14:59:59.000Z`);
    expect((await project.view()).state).toBe('clinical.hold');
    await house.passTo(`${until}T15:00:10.000Z`);
    await project.comesTo('clinical.gate');
  });

  test('goes back to a named stage with a RECYCLE, and doesn’t open its tranche again', async () => {
    const back = { outcome: 'RECYCLE', toStage: 'ind-filing' };
    expect(await project.decide('committee', 'DECIDE_GATE', back)).toBe('clinical.criteria');
    expect(await stageOf(project)).toBe('ind-filing');
    await toTheGate(project);
    await project.decide('committee', 'DECIDE_GATE', { outcome: 'GO' });
    expect(await stageOf(project)).toBe('phase-1');
    expect((await project.tranche(2).view()).state).toBe('claimable');
    expect((await project.tranche(3).view()).state).toBe('scheduled');
    await released(project.tranche(2));
  });

  test('goes on under the conditions of a CONDITIONAL_GO, which have to be met before the next gate', async () => {
    await toTheGate(project);
    const due = addDays(dayOf(await house.now()), 30);
    const conditions = [{ id: 'long-term-toxicity', text: { ko: '장기 독성', en: 'Toxicity' }, due }];
    await project.decide('committee', 'DECIDE_GATE', { outcome: 'CONDITIONAL_GO', conditions });
    expect(await stageOf(project)).toBe('phase-2');
    await released(project.tranche(3));
    await toTheGate(project);
    const go = project.decide('committee', 'DECIDE_GATE', { outcome: 'GO' });
    expect(await refusalOf(go)).toMatchObject({ code: 'areConditionsMet' });
    const met = { conditionId: 'long-term-toxicity', ...PAPER };
    expect(await project.decide('officer', 'MEET_CONDITION', met)).toBe('clinical.gate');
  });

  test('reaches its target, and is closed with all that was released accounted for', async () => {
    expect(await project.decide('committee', 'DECIDE_GATE', { outcome: 'GO' })).toBe('finalReport.open');
    await knows(project, 3, 'released');
    expect(await settled(project, 1)).toBe('settled');
    expect(await settled(project, 2)).toBe('settled');
    expect(await settled(project, 3, 1n)).toBe('notified');
    expect(await evaluatedInTheEnd(project)).toBe('settling');
    await returned(project, 3, '1');
    await project.comesTo('closed');
    expect((await project.view()).facts['outcome']).toBe('completed');
    await expectBooksToAgree(house);
  }, 200_000);
});

describe('an Eco-Bridge project that ends early', () => {
  test('is frozen while a regulator holds it, keeps what was left of its stage, and ends by a NO_GO without sanction', async () => {
    const project = await selected();
    await project.tranche(1).comesTo('claimable');
    await project.decide('officer', 'FREEZE_CRITERIA', { criteriaSha256: PAPER.documentSha256 });
    const due = await dueOf(project, 'stage');
    await house.passTo(later(due, -100 * DAY_MS));
    const heldSince = Date.parse(await house.now());
    await project.announce('regulator', 'CLINICAL_HOLD', MFDS);
    await project.tranche(1).comesTo('held');
    expect((await project.view()).state).toBe('clinicalHold');
    await house.restart();
    await house.passTo(later(due, 50 * DAY_MS));
    await project.announce('regulator', 'LIFT_CLINICAL_HOLD', MFDS);
    await project.tranche(1).comesTo('claimable');
    const leftMs = Date.parse(await dueOf(project, 'stage')) - Date.parse(await house.now());
    expect(Math.abs(leftMs - (Date.parse(due) - heldSince))).toBeLessThan(60_000);
    await released(project.tranche(1));
    await toTheGate(project);
    const noGo = { outcome: 'NO_GO', reason: '효능이 입증되지 않았습니다.' };
    expect(await project.decide('committee', 'DECIDE_GATE', noGo)).toBe(
      'specialEvaluation.awaitingExplanation',
    );
    await house.passTo(later(await dueOf(project, 'special-evaluation-explanation'), 10_000));
    await project.comesTo('specialEvaluation.awaitingDecision');
    const stop = { outcome: 'stop', basis: 'special-evaluation' };
    expect(await project.decide('committee', 'DECIDE_SPECIAL_EVALUATION', stop)).toBe('finalEvaluation');
    await Promise.all([2, 3].map((no) => project.tranche(no).comesTo('cancelled')));
    expect(await settled(project, 1)).toBe('settled');
    expect(await project.decide('committee', 'EVALUATE_FINAL', { grade: 'average' })).toBe('closed');
    expect((await project.view()).facts['outcome']).toBe('discontinued');
    await expectBooksToAgree(house);
  }, 200_000);
});
