import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse } from './house.js';
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
  settled,
} from './steps.js';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('a structured project', () => {
  test('lives through roadmap, three years and three tranches to its closure, whatever worker carries it', async () => {
    const project = await house.apply('structured');
    await house.restart();
    await evaluated(project);
    await house.restart();
    expect(await project.decide('committee', 'SELECT', { grant: GRANT })).toBe('roadmap.drafting');
    await house.passTo(later(await dueOf(project, 'roadmap'), -86_400_000));
    await house.restart();
    expect(await project.decide('applicant', 'SUBMIT_ROADMAP', PAPER)).toBe('roadmap.awaitingCoSignature');
    expect(await project.decide('partner', 'COSIGN_ROADMAP')).toBe('roadmapEvaluation.unassigned');
    await house.restart();
    expect(await project.decide('committee', 'PASS_ROADMAP', { grant: GRANT })).toBe('agreementPending.open');
    await house.restart();
    expect(await agreed(project)).toBe('research.underWay');
    for (const no of [1, 2, 3]) {
      await released(project.tranche(no));
      await knows(project, no, 'released');
      await house.passTo(later(await dueOf(project, 'stage'), -10 * 86_400_000));
      await house.restart();
      expect(await project.decide('applicant', 'SUBMIT_STAGE_REPORT', PAPER)).toBe(
        'research.stageEvaluation',
      );
      await house.restart();
      expect(await project.decide('officer', 'EVALUATE_STAGE', { grade: 'average' })).toBe(
        no < 3 ? 'research.underWay' : 'finalReport.open',
      );
      expect(await settled(project, no)).toBe('settled');
    }
    await house.restart();
    expect(await evaluatedInTheEnd(project)).toBe('closed');
    await expectBooksToAgree(house);
  }, 200_000);
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
