import { MockActivityEnvironment } from '@temporalio/testing';
import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createActivities } from '../../activities/index.js';
import { effects } from '../../src/charts/effects.js';
import type { EffectOrder } from '../../src/contract/messages.js';
import { appendRow } from '../../src/ledger/append.js';
import { noticesFor } from '../../src/ledger/notices.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { revokeRole } from '../../src/ledger/registers/revocations.js';
import { NOON, PROJECT, TRANCHE, emptyBooks, eventOf, posted, rowOf } from '../ledger/books.js';

type Activities = ReturnType<typeof createActivities>;
type Name = Exclude<keyof Activities, 'appendRow' | 'isAwaited'>;

async function given() {
  const { ledger } = await emptyBooks();
  const activities = createActivities({ ledger, portalUrl: 'http://127.0.0.1:1' });
  const perform = (name: Name, params: EffectOrder['params'], over: Partial<EffectOrder> = {}) => {
    const whose = {
      ...{ subjectId: TRANCHE, chartId: 'tranche.v2', companyId: 'company-0001', editionId: '2026' },
    };
    const order = { key: `${TRANCHE}/7.0`, ...whose, at: NOON, name, params, ...over };
    return new MockActivityEnvironment().run(activities[name], order);
  };
  return { ledger, activities, perform };
}

const CEILINGS = { companyCeiling: '1500000000', yearBudget: '43400000000' };

test('every effect that leaves a workflow has its activity', async () => {
  const { activities } = await given();
  const leaving = Object.entries(effects).flatMap(([name, { lane }]) => (lane === 'effect' ? [name] : []));
  expect(Object.keys(activities).toSorted()).toEqual([...leaving, 'appendRow', 'isAwaited'].toSorted());
});

describe('funds', () => {
  const held = { reservation: TRANCHE, amount: '900000000', ...CEILINGS };

  test('are held once under the ceilings of company and year, and refused where one has no room', async () => {
    const { perform } = await given();
    for (let tries = 0; tries < 2; tries += 1)
      expect(await perform('reserveFunds', held)).toEqual({ type: 'FUNDS_RESERVED', data: {} });
    expect(await perform('reserveFunds', { ...held, reservation: 'another' })).toEqual({
      type: 'FUNDS_REFUSED',
      data: { limit: 'company/2026/company-0001', cap: '1500000000', used: '900000000' },
    });
    expect(await perform('checkClaim', { amount: '1' })).toEqual({
      type: 'CLAIM_CHECKED',
      data: { companySum: '900000000', yearSum: '900000000' },
    });
  });

  test('are held under the budget of the year that is named, and each year has its own', async () => {
    const { perform } = await given();
    const small = { ...held, yearBudget: '1000000000' };
    expect(await perform('reserveFunds', { ...small, year: '2027' })).toMatchObject({
      type: 'FUNDS_RESERVED',
    });
    const other = { ...small, reservation: 'another', amount: '200000000' };
    expect(await perform('reserveFunds', { ...other, year: '2027' })).toEqual({
      type: 'FUNDS_REFUSED',
      data: { limit: 'year/2026/2027', cap: '1000000000', used: '900000000' },
    });
    expect(await perform('reserveFunds', { ...other, year: '2028' })).toMatchObject({
      type: 'FUNDS_RESERVED',
    });
    expect(await perform('checkClaim', { amount: '1', year: '2028' })).toEqual({
      type: 'CLAIM_CHECKED',
      data: { companySum: '1100000000', yearSum: '200000000' },
    });
  });

  test('are held under the agreement, too, whose sum is told when a claim is checked', async () => {
    const { perform, ledger } = await given();
    const commit = posted('commit', ['company/c', 'year/2026/all', '1000000000']);
    await appendRow(ledger, rowOf(PROJECT, 1, { postings: [commit] }));
    const agreed = { ...held, agreement: PROJECT, grant: '1400000000' };
    expect(await perform('reserveFunds', agreed)).toMatchObject({ type: 'FUNDS_RESERVED' });
    expect(await perform('checkClaim', { amount: '1', agreement: PROJECT })).toMatchObject({
      data: { companySum: '900000000', yearSum: '900000000', agreementSum: '900000000' },
    });
    // The books' own promise is less than what the case believes its grant to be.
    expect(await perform('reserveFunds', { ...agreed, reservation: 'another', amount: '100000001' })).toEqual(
      {
        type: 'FUNDS_REFUSED',
        data: { limit: `agreement/${PROJECT}`, cap: '1000000000', used: '900000000' },
      },
    );
  });

  test.each([
    ['who approved', 'finance-1'],
    ['on whose behalf it was approved', 'finance-2'],
  ])('are not held where the role of %s was revoked between', async (_, person) => {
    const { perform, ledger } = await given();
    await revokeRole(ledger, { person, role: 'finance', ground: '퇴직', madeBy: 'administrator-1' });
    const approvers = [
      { person: 'approver-1', role: 'approver', onBehalfOf: null },
      { person: 'finance-1', role: 'finance', onBehalfOf: 'finance-2' },
    ];
    expect(await perform('reserveFunds', { ...held, approvers })).toEqual({
      type: 'FUNDS_REFUSED',
      data: { limit: 'approver', person, role: 'finance' },
    });
    expect(await perform('checkClaim', { amount: '1' })).toMatchObject({ data: { companySum: '0' } });
  });

  test('are free again for others once they were given back', async () => {
    const { perform } = await given();
    await perform('reserveFunds', held);
    for (let tries = 0; tries < 2; tries += 1)
      expect(await perform('freeFunds', { reservation: TRANCHE })).toBeNull();
    expect(await perform('reserveFunds', { ...held, reservation: 'another' })).toMatchObject({
      type: 'FUNDS_RESERVED',
    });
  });
});

test('a notice is in its organisation’s letter-box once, in however many tries', async () => {
  const { perform, ledger } = await given();
  const notice = { to: 'company-0001', notice: 'selected' };
  for (let tries = 0; tries < 2; tries += 1) await perform('sendNotice', notice, { subjectId: PROJECT });
  const found = await noticesFor(ledger, 'company-0001', { limit: 10 });
  expect(found).toMatchObject([{ notice: 'selected', subjectId: PROJECT }]);
});

describe('the ledger lane', () => {
  test('fails its task at once for a row that the ledger refuses', async () => {
    const { activities } = await given();
    await activities.appendRow(rowOf(PROJECT, 1));
    const refused = [
      activities.appendRow(rowOf(PROJECT, 3)),
      activities.appendRow(rowOf(PROJECT, 2, { to: null as never })),
      activities.isAwaited(PROJECT, 'no instant'),
    ];
    // Each is expected from the start: one that is refused before its turn would be nobody's.
    await Promise.all(
      refused.map((one) => expect(one).rejects.toMatchObject({ nonRetryable: true, type: 'Defect' })),
    );
  });

  test('tries again while PostgreSQL is away', async () => {
    const ledger = openLedger('postgres://nobody@127.0.0.1:9/none');
    onTestFinished(() => ledger.close());
    const { appendRow, isAwaited } = createActivities({ ledger, portalUrl: 'http://127.0.0.1:9' });
    const away = [appendRow(rowOf(PROJECT, 1, { event: eventOf() })), isAwaited(PROJECT, NOON)];
    for (const error of await Promise.all(away.map((one) => one.catch((thrown: unknown) => thrown)))) {
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(ApplicationFailure);
    }
  });
});
