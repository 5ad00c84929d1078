import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '../../src/rules/calendar.js';
import { companyFund, reserve, yearFund } from '../../src/ledger/funds.js';
import { revokeRole } from '../../src/ledger/registers/revocations.js';
import type { Case } from './lives/case.js';
import { realEngine } from './lives/engines.js';
import { openHouse } from './lives/house.js';
import type { House } from './lives/house.js';
import {
  GRANT,
  PAPER,
  agreed,
  approvalOf,
  claimed,
  evaluated,
  expectBooksToAgree,
  firstApproved,
} from './lives/steps.js';
import { refusalOf } from './toy/toy-house.js';

let house: House;

beforeAll(async () => {
  house = await openHouse(realEngine);
});
afterEach(() => {
  for (const fault of Object.keys(house.faults)) delete house.faults[fault as keyof typeof house.faults];
});
afterAll(() => house.close());

/** A project whose agreement is in force, of a company of its own. */
async function inResearch(over = { companyId: `company-${randomUUID().slice(0, 8)}` }): Promise<Case> {
  const project = await house.apply('autonomous', over);
  await evaluated(project);
  await project.decide('committee', 'SELECT', { grant: GRANT });
  await agreed(project);
  return project;
}

async function paymentsOf({ id }: Case): Promise<string[]> {
  const { rows } = await house.ledger.pool.query('select 1 from tranche_release where account = $1', [
    `tranche/${id}`,
  ]);
  expect(rows).toHaveLength(1);
  return house.portal.payments().flatMap(({ reference, amount }) => (reference === id ? [amount] : []));
}

async function isBeingPaid({ handle }: Case): Promise<boolean> {
  const { raw } = await handle.describe();
  return (raw.pendingActivities ?? []).some(
    ({ activityType, lastStartedTime }) => activityType?.name === 'payTranche' && lastStartedTime,
  );
}

describe('a tranche whose portal is in trouble is paid once', () => {
  test.each([
    ['drops its answer', { dropAnswers: 1 }, ['PAYMENT_CONFIRMED']],
    ['fails once it has paid', { failAfter: 1 }, ['PAYMENT_CONFIRMED']],
    ['fails before it pays', { failBefore: 1 }, ['PAYMENT_UNKNOWN', 'PAYMENT_NOT_MADE', 'PAYMENT_CONFIRMED']],
    ['pays later than it was asked', { queue: 1, queueMs: 3_000 }, ['PAYMENT_UNKNOWN', 'PAYMENT_CONFIRMED']],
  ])('though it %s', async (_, faults, told) => {
    const { tranche } = await inResearch();
    const approval = await firstApproved(tranche(1));
    Object.assign(house.faults, faults);
    await tranche(1).decide('finance', 'APPROVE_SECOND', approval);
    await tranche(1).comesTo('released');
    expect(await paymentsOf(tranche(1))).toEqual(['200000000']);
    const story = await tranche(1).story();
    expect(story.slice(story.indexOf('FUNDS_RESERVED') + 1)).toEqual(told);
    await expectBooksToAgree(house);
  });

  test('though it is slow, and its worker ends in the middle', async () => {
    const { tranche } = await inResearch();
    const approval = await firstApproved(tranche(1));
    house.faults.delayMs = 7_000;
    await tranche(1).decide('finance', 'APPROVE_SECOND', approval);
    await tranche(1).comesTo('releasing');
    await expect.poll(() => isBeingPaid(tranche(1)), { timeout: 30_000 }).toBe(true);
    await house.rush();
    delete house.faults.delayMs;
    await tranche(1).comesTo('released');
    expect(await paymentsOf(tranche(1))).toEqual(['200000000']);
  }, 120_000);

  test('and a freeze that comes after the payment was ordered stops it no more', async () => {
    const project = await inResearch();
    const approval = await firstApproved(project.tranche(1));
    house.faults.failBefore = 1;
    await project.tranche(1).decide('finance', 'APPROVE_SECOND', approval);
    await project.tranche(1).comesTo('unconfirmed');
    await project.decide('officer', 'OPEN_SPECIAL_EVALUATION', { ground: 'breach' });
    await project.tranche(2).comesTo('held');
    expect((await project.tranche(1).view()).state).toBe('unconfirmed');
    await project.tranche(1).comesTo('released');
    expect(await paymentsOf(project.tranche(1))).toEqual(['200000000']);
  }, 120_000);

  test('once finance has looked at what the portal refused', async () => {
    const { tranche } = await inResearch();
    const approval = await firstApproved(tranche(1));
    house.faults.reject = 1;
    await tranche(1).decide('finance', 'APPROVE_SECOND', approval);
    await tranche(1).comesTo('rejectedByPortal');
    await tranche(1).decide('finance', 'RETRY_PAYMENT', { reason: '계좌 정보를 바로잡음' });
    await tranche(1).comesTo('released');
    expect(await paymentsOf(tranche(1))).toEqual(['200000000']);
  });
});

describe('two who decide at once: exactly one wins', () => {
  test('in a second approval', async () => {
    const { tranche } = await inResearch();
    const approval = await firstApproved(tranche(1));
    const both = ['person-finance-1', 'person-finance-2'].map((person) =>
      tranche(1).decide('finance', 'APPROVE_SECOND', approval, { person }),
    );
    await expectOneToWin(both, 'notOfferedHere');
    await tranche(1).comesTo('released');
    expect((await tranche(1).story()).filter((line) => line === 'APPROVE_SECOND')).toHaveLength(1);
  });

  test('in a selection and a rejection', async () => {
    const project = await house.apply('autonomous');
    await evaluated(project);
    const opinion = { ko: '미흡', en: 'Poor' };
    const both = [
      project.decide('committee', 'SELECT', { grant: GRANT }),
      project.decide('committee', 'REJECT', { ground: 'below-threshold', opinion }),
    ];
    await expectOneToWin(both, 'notOfferedHere');
  });

  async function expectOneToWin(both: readonly Promise<string>[], code: string): Promise<void> {
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const loser = both[outcomes.findIndex(({ status }) => status === 'rejected')];
    expect(await refusalOf(loser ?? Promise.resolve())).toMatchObject({ code });
  }
});

describe('money that was approved', () => {
  test('is refused by the ceiling that others reached meanwhile, and whoever approves next sees it', async () => {
    const { tranche } = await inResearch();
    const approval = await firstApproved(tranche(1));
    const { companyId } = (await tranche(1).view()).identity;
    const funds = [
      { key: companyFund('2026', companyId), cap: 1_500_000_000n },
      { key: yearFund('2026', dayOf(await house.now()).slice(0, 4)), cap: 43_400_000_000n },
    ];
    await reserve(house.ledger, { key: `another/${companyId}`, amount: 1_400_000_000n, funds });
    await tranche(1).decide('finance', 'APPROVE_SECOND', approval);
    await expectBackAtClaimed(tranche(1));
    const anew = await approvalOf(tranche(1));
    expect(await refusalOf(tranche(1).decide('approver', 'APPROVE_FIRST', anew))).toMatchObject({
      code: 'isWithinCompanyCeiling',
    });
  });

  test('of two tranches at once, of which the ceiling bears one, is released for one', async () => {
    const companyId = `company-${randomUUID().slice(0, 8)}`;
    const projects = [await inResearch({ companyId }), await inResearch({ companyId })];
    const tranches = projects.map(({ tranche }) => tranche(1));
    const approvals = await Promise.all(tranches.map(firstApproved));
    const funds = [{ key: companyFund('2026', companyId), cap: 1_500_000_000n }];
    await reserve(house.ledger, { key: `another/${companyId}`, amount: 1_200_000_000n, funds });
    const both = tranches.map((one, index) => one.decide('finance', 'APPROVE_SECOND', approvals[index]));
    expect(await Promise.all(both)).toEqual(['reserving', 'reserving']);
    const states = async (): Promise<string[]> =>
      (await Promise.all(tranches.map((one) => one.view()))).map(({ state }) => state).toSorted();
    await expect.poll(states, { timeout: 30_000 }).toEqual(['claimed', 'released']);
    const ids = new Set(tranches.map(({ id }) => id));
    expect(house.portal.payments().filter(({ reference }) => ids.has(reference))).toHaveLength(1);
  });

  test('by somebody whose role was revoked before it was held goes back to be approved anew', async () => {
    const { tranche } = await inResearch();
    const approval = await firstApproved(tranche(1));
    const person = 'person-approver-9';
    const gone = { person: 'person-approver-1', role: 'approver', ground: '퇴직', madeBy: 'administrator-1' };
    await revokeRole(house.ledger, { ...gone, person });
    await tranche(1).decide('finance', 'APPROVE_SECOND', approval);
    await tranche(1).comesTo('released');
    const other = await inResearch();
    const stands = await claimedBy(other.tranche(1), person);
    await other.tranche(1).decide('finance', 'APPROVE_SECOND', stands);
    await expectBackAtClaimed(other.tranche(1));
    expect((await other.tranche(1).view()).facts).toMatchObject({ refusedLimit: 'approver' });
  });

  async function claimedBy(tranche: Case, person: string): Promise<{ readonly sha256: string }> {
    await tranche.comesTo('claimable');
    const { cashShareDue } = (await tranche.view()).facts;
    await tranche.decide('officer', 'CONFIRM_CASH_SHARE', { amount: cashShareDue });
    const approval = await claimed(tranche);
    await tranche.decide('approver', 'APPROVE_FIRST', approval, { person });
    return approval;
  }

  async function expectBackAtClaimed(tranche: Case): Promise<void> {
    await expect.poll(() => tranche.story(), { timeout: 30_000 }).toContain('FUNDS_REFUSED');
    await tranche.comesTo('claimed');
    expect(house.portal.payments().filter(({ reference }) => reference === tranche.id)).toEqual([]);
  }
});

describe('what an institution may draw', () => {
  test('is held at the portal while its special evaluation runs, and nobody else’s', async () => {
    const project = await inResearch();
    await project.tranche(1).comesTo('claimable');
    const { partnerId } = (await project.view()).identity;
    const said = { ground: 'breach', institution: 'partner' };
    await project.decide('officer', 'OPEN_SPECIAL_EVALUATION', said);
    await expect
      .poll(() => held(project), { timeout: 30_000 })
      .toMatchObject([{ project: project.id, institution: partnerId }]);
    expect((await project.tranche(1).view()).state).toBe('claimable');
    await project.decide('partner', 'SUBMIT_EXPLANATION', PAPER);
    await project.decide('committee', 'DECIDE_SPECIAL_EVALUATION', { outcome: 'continue' });
    await expect.poll(() => held(project), { timeout: 30_000 }).toEqual([]);
  });

  async function held({ id }: Case): Promise<unknown[]> {
    const answer = await fetch(`${house.portal.url}/holds`);
    const { holds } = (await answer.json()) as { holds: { project: string }[] };
    return holds.filter(({ project }) => project === id);
  }
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
