import { MockActivityEnvironment } from '@temporalio/testing';
import { describe, expect, test } from 'vitest';
import { tendingEffects } from '../../activities/tending.js';
import type { Reply } from '../../src/contract/messages.js';
import { appendRow } from '../../src/ledger/append.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { makeDelegation, revokeDelegation } from '../../src/ledger/registers/delegations.js';
import { upsertDesks } from '../../src/ledger/registers/desks.js';
import { NOON, PROJECT, emptyBooks, identityOf, rowOf } from '../ledger/books.js';

const DESK = {
  ...{ editionId: '2026', track: 'structured', org: 'agency' },
  ...{ officer: 'officer-1', deputy: 'officer-2', head: 'head-1' },
};
const REMIND = { clock: 'stage-report', mark: 'remind/7d', kind: 'remind', due: '2026-04-13T14:59:59.999Z' };
const ESCALATE = { ...REMIND, mark: 'escalate/delegate', kind: 'escalate', to: 'delegate' };
const HEAD = { ...REMIND, mark: 'escalate/head', kind: 'escalate', to: 'head' };

async function given({ hasDesk = true, partnerId = 'partner-csem' as string | null } = {}) {
  const { ledger } = await emptyBooks();
  await appendRow(ledger, rowOf(PROJECT, 1, { identity: identityOf(PROJECT, { partnerId }) }));
  if (hasDesk) await upsertDesks(ledger, [DESK], 'administrator-1');
  const tend = (params: object, at = NOON): Promise<Reply> => {
    const whose = {
      subjectId: PROJECT,
      chartId: 'structured.v2',
      companyId: 'company-0001',
      editionId: '2026',
    };
    const order = { key: `${PROJECT}/7.0`, ...whose, at, name: 'tendClock', params: { ...params } };
    return new MockActivityEnvironment().run(tendingEffects(ledger).tendClock, order) as Promise<Reply>;
  };
  return { ledger, tend };
}

function absent(ledger: Ledger, ofPerson: string, toPerson: string, days = ['2026-04-06', '2026-04-06']) {
  const [fromDay = '', toDay = ''] = days;
  return makeDelegation(ledger, {
    ...{ id: `${ofPerson}/${toPerson}`, ofPerson, toPerson, role: 'officer', org: 'agency' },
    ...{ fromDay, toDay, ground: '연가', madeBy: ofPerson },
  });
}

/** Who was told what, as `org/person: notice`. */
async function told(ledger: Ledger): Promise<string[]> {
  const { rows } = await ledger.pool.query<{ said: string }>(
    `select org || coalesce('/' || person, '') || ': ' || notice as said from notice order by 1`,
  );
  return rows.map(({ said }) => said);
}

describe('Whose duty a clock is', () => {
  test.each([
    [['firm'], ['company-0001: clockReminder']],
    [
      ['firm', 'partner'],
      ['company-0001: clockReminder', 'partner-csem: clockReminder'],
    ],
    [['person'], ['company-0001: clockReminder']],
    [['agency'], ['agency/officer-1: clockReminder']],
    [['agency', 'ministry'], ['agency/officer-1: clockReminder']],
  ])('%j is reminded before it is due, once', async (whose, found) => {
    const { ledger, tend } = await given();
    for (let tries = 0; tries < 2; tries += 1) expect(await tend({ ...REMIND, whose })).toBeNull();
    expect(await told(ledger)).toEqual(found);
  });

  test('is told when it is overdue, with which clock it was and when it was due', async () => {
    const { ledger, tend } = await given();
    await tend({ ...REMIND, mark: 'overdue', kind: 'overdue', whose: ['firm'] });
    expect(await told(ledger)).toEqual(['company-0001: clockOverdue']);
    const { rows } = await ledger.pool.query('select params, subject_id from notice');
    expect(rows).toEqual([{ params: { clock: 'stage-report', due: REMIND.due }, subject_id: PROJECT }]);
  });

  test('is the firm’s alone where there is no partner', async () => {
    const { ledger, tend } = await given({ partnerId: null });
    await tend({ ...REMIND, whose: ['firm', 'partner'] });
    expect(await told(ledger)).toEqual(['company-0001: clockReminder']);
  });

  test('is the stand-in’s on a Korean day on which the officer is away', async () => {
    const { ledger, tend } = await given();
    await absent(ledger, 'officer-1', 'officer-3');
    // In Korea the sixth of April begins and ends at 15:00 UTC.
    const ats = ['2026-04-05T14:59:59.999Z', '2026-04-05T15:00:00.000Z', '2026-04-06T15:00:00.000Z'];
    for (const [index, at] of ats.entries()) {
      await tend({ ...REMIND, whose: ['agency'] }, at);
      const person = index === 1 ? 'officer-3' : 'officer-1';
      expect(await told(ledger), at).toEqual([`agency/${person}: clockReminder`]);
      await ledger.pool.query('delete from notice');
    }
  });
});

describe('A late duty', () => {
  test('of the agency is escalated to the deputy for the officer, and both names come back', async () => {
    const { ledger, tend } = await given();
    expect(await tend({ ...ESCALATE, whose: ['agency'] })).toEqual({
      type: 'CLOCK_ESCALATED',
      data: { clock: 'stage-report', mark: ESCALATE.mark, person: 'officer-2', onBehalfOf: 'officer-1' },
    });
    expect(await told(ledger)).toEqual(['agency/officer-2: clockEscalated']);
  });

  test('of the agency goes to whoever stands in for the officer on the day', async () => {
    const { ledger, tend } = await given();
    await absent(ledger, 'officer-1', 'officer-3');
    const escalated = await tend({ ...ESCALATE, whose: ['agency'] });
    expect(escalated).toMatchObject({ data: { person: 'officer-3', onBehalfOf: 'officer-1' } });
    await revokeDelegation(ledger, 'officer-1/officer-3', 'officer-1');
    const after = await tend({ ...ESCALATE, whose: ['agency'] });
    expect(after).toMatchObject({ data: { person: 'officer-2', onBehalfOf: 'officer-1' } });
  });

  test('of the agency goes to the deputy’s own stand-in where both are away', async () => {
    const { ledger, tend } = await given();
    await absent(ledger, 'officer-2', 'officer-4');
    const escalated = await tend({ ...ESCALATE, whose: ['agency'] });
    expect(escalated).toMatchObject({ data: { person: 'officer-4', onBehalfOf: 'officer-1' } });
  });

  test('of the firm is escalated to the officer at the desk', async () => {
    const { tend } = await given();
    expect(await tend({ ...ESCALATE, whose: ['firm'] })).toEqual({
      type: 'CLOCK_ESCALATED',
      data: { clock: 'stage-report', mark: ESCALATE.mark, person: 'officer-1' },
    });
  });

  test('is escalated to the head, or who stands in for the head', async () => {
    const { ledger, tend } = await given();
    expect(await tend({ ...HEAD, whose: ['firm'] })).toMatchObject({ data: { person: 'head-1' } });
    await absent(ledger, 'head-1', 'head-2');
    expect(await tend({ ...HEAD, whose: ['firm'] })).toMatchObject({
      data: { person: 'head-2', onBehalfOf: 'head-1' },
    });
  });

  test('of a track without a desk is the whole agency’s', async () => {
    const { ledger, tend } = await given({ hasDesk: false });
    expect(await tend({ ...HEAD, whose: ['agency'] })).toMatchObject({ data: { person: 'agency' } });
    expect(await told(ledger)).toEqual(['agency: clockEscalated']);
  });
});
