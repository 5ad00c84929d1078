import { describe, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.js';
import type { EffectOrder } from '../../src/contract/messages.js';
import { TRANCHE, emptyBooks } from '../ledger/books.js';

const order = (name: string, params: object): EffectOrder => ({
  ...{ key: `${TRANCHE}/${name}`, subjectId: TRANCHE, chartId: 'tranche.v2' },
  ...{ companyId: 'company-0001', editionId: '2026' },
  ...{ at: '2026-08-03T02:00:00.000Z', name, params: { ...params } },
});
const reserves = order('reserveFunds', {
  ...{ reservation: TRANCHE, amount: '200' },
  ...{ companyCeiling: '1500', yearBudget: '43400' },
});
const checks = order('checkClaim', { amount: '200' });
const frees = order('freeFunds', { reservation: TRANCHE });

describe('Funds that were held for a tranche', () => {
  test('are free again for others once they are given back, however often that is asked', async () => {
    const { ledger } = await emptyBooks();
    const perform = createActivities({ ledger, portalUrl: 'http://127.0.0.1:1' });
    expect(await perform.reserveFunds(reserves)).toMatchObject({ type: 'FUNDS_RESERVED' });
    expect(await perform.checkClaim(checks)).toMatchObject({ data: { companySum: '200', yearSum: '200' } });
    expect(await perform.freeFunds(frees)).toBeNull();
    expect(await perform.freeFunds(frees)).toBeNull();
    expect(await perform.checkClaim(checks)).toMatchObject({ data: { companySum: '0', yearSum: '0' } });
  });

  test('are still held where they are asked for again after a freeze', async () => {
    const { ledger } = await emptyBooks();
    const perform = createActivities({ ledger, portalUrl: 'http://127.0.0.1:1' });
    await perform.reserveFunds(reserves);
    expect(await perform.reserveFunds(reserves)).toMatchObject({ type: 'FUNDS_RESERVED' });
    expect(await perform.checkClaim(checks)).toMatchObject({ data: { companySum: '200' } });
  });

  test('can not be given back where none were held', async () => {
    const { ledger } = await emptyBooks();
    const perform = createActivities({ ledger, portalUrl: 'http://127.0.0.1:1' });
    await expect(perform.freeFunds(frees)).rejects.toMatchObject({ code: 'RL004' });
  });
});
