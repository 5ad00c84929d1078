import { describe, expect, test } from 'vitest';
import type { ApplicationEntry } from '../../src/intake/applications.js';
import { reconciled } from '../../src/intake/reconcile.js';
import type { Here } from '../../src/intake/reconcile.js';

const APPLICATION = {
  track: 'structured' as const,
  title: { ko: '양자 센서', en: 'Quantum sensor' },
  sector: 'A3',
  partnerId: 'partner-tno',
  money: { government: '3', firmCash: '2', firmInKind: '1', partnerCost: '1' },
  proposalId: 'P-001',
};

const iris = (irisNumber: string, title = '양자 센서', firm = '1'): ApplicationEntry => ({
  ...{ irisNumber, receivedAt: '2026-04-20T01:00:00.000Z', businessNumber: firm },
  application: { ...APPLICATION, title: { ko: title, en: title } },
});

const here = (id: string, irisNumber: string | null, title = '양자 센서', firm = '1'): Here => ({
  ...{ id, irisNumber, companyId: `company-${firm}`, businessNumber: firm },
  receivedAt: '2026-04-20T01:00:00.000Z',
  application: { ...APPLICATION, title: { ko: title, en: title } },
});

describe('IRIS and this service', () => {
  test('agree on an application that both have under one number', () => {
    expect(reconciled([iris('I-1')], [here('p/1', 'I-1')])).toEqual({
      ...{ same: 1, inIrisNotHere: [], hereNotInIris: [], different: [] },
    });
  });

  test('each have what the other lacks', () => {
    const result = reconciled([iris('I-1'), iris('I-2')], [here('p/1', 'I-1'), here('p/3', 'I-3')]);
    expect(result.inIrisNotHere.map(({ irisNumber }) => irisNumber)).toEqual(['I-2']);
    expect(result.hereNotInIris.map(({ id }) => id)).toEqual(['p/3']);
  });

  test('are told apart field by field where they differ', () => {
    const theirs = iris('I-1', '양자 센서 2');
    const money = { ...APPLICATION.money, government: '4' };
    const ours = { ...here('p/1', 'I-1'), application: { ...APPLICATION, money } };
    expect(reconciled([theirs], [ours]).different).toEqual([
      { irisNumber: 'I-1', id: 'p/1', field: 'titleKo', iris: '양자 센서 2', here: '양자 센서' },
      { irisNumber: 'I-1', id: 'p/1', field: 'government', iris: '3', here: '4' },
    ]);
  });

  test('know an application that was sent here itself by its firm, whenever it was received', () => {
    const sent = { ...here('p/1', null), receivedAt: '2026-04-21T05:00:00.000Z' };
    expect(reconciled([iris('I-1')], [sent])).toMatchObject({ same: 1, different: [] });
  });

  test('know a firm’s several applications by their titles, and guess at none', () => {
    const result = reconciled(
      [iris('I-1', '로봇'), iris('I-2', '양자 센서'), iris('I-3', '배터리')],
      [here('p/1', null, '양자센서'), here('p/2', null, '로봇'), here('p/3', null, '촉매')],
    );
    expect(result.inIrisNotHere.map(({ irisNumber }) => irisNumber)).toEqual(['I-3']);
    expect(result.hereNotInIris.map(({ id }) => id)).toEqual(['p/3']);
  });

  test('never take one firm’s application for another’s', () => {
    const result = reconciled([iris('I-1', '로봇', '1')], [here('p/1', null, '로봇', '2')]);
    expect([result.inIrisNotHere.length, result.hereNotInIris.length]).toEqual([1, 1]);
  });
});
