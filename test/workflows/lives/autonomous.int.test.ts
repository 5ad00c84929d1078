import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../toy/toy-house.js';
import { openHouse } from './house.js';
import type { Case } from './case.js';
import type { House } from './house.js';
import {
  GRANT,
  PAPER,
  agreed,
  claimed,
  dueOf,
  evaluated,
  evaluatedInTheEnd,
  expectBooksToAgree,
  firstApproved,
  knows,
  later,
  released,
  returned,
  settled,
} from './steps.js';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function inResearch(over: Readonly<Record<string, unknown>> = {}): Promise<Case> {
  const project = await house.apply('autonomous', over);
  await evaluated(project);
  await project.decide('committee', 'SELECT', { grant: GRANT });
  expect(await agreed(project)).toBe('research.underWay');
  return project;
}

async function reported(project: Case): Promise<void> {
  await house.passTo(later(await dueOf(project, 'stage'), -10 * 86_400_000));
  expect(await project.decide('applicant', 'SUBMIT_STAGE_REPORT', PAPER)).toBe('research.stageEvaluation');
}

describe('an autonomous project', () => {
  test('lives through its three years, with a special evaluation that freezes its money for a while', async () => {
    const project = await inResearch();
    const approval = await firstApproved(project.tranche(1));
    await house.restart();
    expect(
      await project.decide('officer', 'OPEN_SPECIAL_EVALUATION', { ground: 'changed-environment' }),
    ).toBe('specialEvaluation.awaitingExplanation');
    await project.tranche(1).comesTo('held');
    const approved = project.tranche(1).decide('finance', 'APPROVE_SECOND', approval);
    expect(await refusalOf(approved)).toMatchObject({ code: 'notOfferedHere', state: 'held' });
    await house.restart();
    await project.decide('applicant', 'SUBMIT_EXPLANATION', PAPER);
    const on = { outcome: 'continue' };
    expect(await project.decide('committee', 'DECIDE_SPECIAL_EVALUATION', on)).toBe('research.underWay');
    // What was approved before the freeze is claimed and approved anew.
    await project.tranche(1).comesTo('claimable');
    const anew = await claimed(project.tranche(1));
    await project.tranche(1).decide('approver', 'APPROVE_FIRST', anew);
    await project.tranche(1).decide('finance', 'APPROVE_SECOND', anew);
    await project.tranche(1).comesTo('released');
    for (const no of [2, 3, 4]) {
      await reported(project);
      await house.restart();
      await project.decide('committee', 'EVALUATE_STAGE', { grade: 'excellent' });
      expect(await settled(project, no - 1)).toBe('settled');
      if (no === 4) break;
      await released(project.tranche(no));
      await knows(project, no, 'released');
    }
    expect(await evaluatedInTheEnd(project)).toBe('closed');
    await expectBooksToAgree(house);
  }, 200_000);
});

describe('an autonomous project that was extremely poor in its first year', () => {
  test('is stopped on a lawful basis, its other tranches are cancelled, and what it didn’t spend comes back', async () => {
    const project = await inResearch();
    await released(project.tranche(1));
    await knows(project, 1, 'released');
    await reported(project);
    await house.restart();
    const extremelyPoor = { grade: 'extremely-poor', findings: ['process-inadequate', 'far-below-plan'] };
    const baseless = project.decide('committee', 'EVALUATE_STAGE', extremelyPoor);
    expect(await refusalOf(baseless)).toMatchObject({ code: 'hasLawfulBasis' });
    const stopped = { ...extremelyPoor, basis: 'stage-evaluation' };
    expect(await project.decide('committee', 'EVALUATE_STAGE', stopped)).toBe('settling');
    await Promise.all([2, 3].map((no) => project.tranche(no).comesTo('cancelled')));
    const settlement = project.settlement(1);
    await settlement.comesTo('awaitingCosts');
    await house.passTo(later(await dueOf(settlement, 'cost-report'), 10_000));
    const spent = { government: '130000000', cash: '20000000', inKind: '0', partner: '20000000' };
    await settlement.decide('applicant', 'REPORT_COSTS', { spent, ...PAPER });
    expect(await settlement.decide('officer', 'SETTLE', { disallowed: '50000000' })).toBe('notified');
    await house.restart();
    await returned(project, 1, '100000000');
    await project.comesTo('terminated');
    const { rows } = await house.ledger.pool.query(
      `select p.kind, sum(n.amount)::bigint as amount
        from posting p join posting_line n on n.posting = p.id join ledger_row r using (position)
          join subject s on s.id = r.subject_id
        where coalesce(s.parent_id, s.id) = $1 group by p.kind order by p.kind`,
      [project.id],
    );
    expect(rows).toEqual([
      { kind: 'commit', amount: 1_000_000_000n },
      { kind: 'decommit', amount: 800_000_000n },
      { kind: 'release', amount: 200_000_000n },
      { kind: 'return', amount: 100_000_000n },
      { kind: 'share', amount: 20_000_000n },
    ]);
    await expectBooksToAgree(house);
  }, 200_000);
});
