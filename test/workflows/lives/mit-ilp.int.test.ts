import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../toy/toy-house.js';
import { openHouse } from './house.js';
import type { Case } from './case.js';
import type { House } from './house.js';
import {
  PAPER,
  agreed,
  dueOf,
  evaluated,
  evaluatedInTheEnd,
  expectBooksToAgree,
  knows,
  later,
  released,
  settled,
} from './steps.js';

const GRANT = '400000000';
const MONEY = {
  government: '300000000',
  firmCash: '50000000',
  firmInKind: '50000000',
  partnerCost: '100000000',
};
const RESEARCHER = { researcherRef: 'researcher-17' };

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function matching(): Promise<Case> {
  const project = await house.apply('mitIlp', { money: MONEY });
  await evaluated(project);
  await project.decide('committee', 'SELECT', { grant: GRANT });
  expect(await agreed(project)).toBe('matching.searching');
  return project;
}

describe('an MIT ILP project', () => {
  test('is matched, agrees on an agenda, explores, and hands a technology over', async () => {
    const project = await matching();
    await house.restart();
    await project.decide('officer', 'PROPOSE_MATCH', RESEARCHER);
    expect(await project.decide('partner', 'DECLINE_MATCH', { reason: '일정' })).toBe('matching.searching');
    await project.decide('officer', 'PROPOSE_MATCH', { researcherRef: 'researcher-18' });
    expect(await project.decide('applicant', 'ACCEPT_MATCH')).toBe('matching.proposed');
    expect(await refusalOf(project.decide('applicant', 'ACCEPT_MATCH'))).toMatchObject({
      code: 'hasNotAcceptedYet',
    });
    expect(await project.decide('partner', 'ACCEPT_MATCH')).toBe('agenda.drafting');
    await house.passTo(later(await dueOf(project, 'agenda'), -86_400_000));
    await house.restart();
    await project.decide('applicant', 'SUBMIT_AGENDA', PAPER);
    expect(await project.decide('partner', 'COSIGN_AGENDA')).toBe('exploration.underWay');
    await released(project.tranche(1));
    await knows(project, 1, 'released');
    await house.passTo(later(await dueOf(project, 'stage'), -10 * 86_400_000));
    await house.restart();
    await project.decide('applicant', 'SUBMIT_EXPLORATION_REPORT', PAPER);
    const transfer = { outcome: 'technologyTransfer' };
    expect(await project.decide('committee', 'CONCLUDE_EXPLORATION', transfer)).toBe('transfer');
    await house.restart();
    expect(await project.decide('partner', 'CONFIRM_TRANSFER', PAPER)).toBe('finalReport.open');
    expect(await settled(project, 1)).toBe('settled');
    expect(await evaluatedInTheEnd(project)).toBe('closed');
    await expectBooksToAgree(house);
  }, 200_000);

  test('without a match in three months ends, and its tranche with it', async () => {
    const project = await matching();
    await project.tranche(1).comesTo('scheduled');
    await house.passTo(later(await dueOf(project, 'matching'), 10_000));
    await project.comesTo('expired');
    await project.tranche(1).comesTo('cancelled');
  });
});
