import { describe, expect, test } from 'vitest';
import { bookNotice, noticesFor } from '../../src/ledger/notices.js';
import { closeFeed, feedsOf, makeFeed, openFeed } from '../../src/ledger/registers/calendar-feeds.js';
import {
  delegateOf,
  delegationsOf,
  getDelegation,
  makeDelegation,
  revokeDelegation,
} from '../../src/ledger/registers/delegations.js';
import type { DelegationToMake } from '../../src/ledger/registers/delegations.js';
import { deskOf, listDesks, upsertDesks } from '../../src/ledger/registers/desks.js';
import {
  daysAdded,
  decideHoliday,
  getHoliday,
  listHolidays,
  proposeHoliday,
} from '../../src/ledger/registers/holidays.js';
import type { HolidayToPropose } from '../../src/ledger/registers/holidays.js';
import { isRoleRevoked, listRevocations, revokeRole } from '../../src/ledger/registers/revocations.js';
import { PROJECT, emptyBooks } from './books.js';

const leave = (id: string, said: Partial<DelegationToMake> = {}): DelegationToMake => ({
  ...{ id, ofPerson: 'officer-1', toPerson: 'officer-2', role: 'officer', org: 'agency' },
  ...{ fromDay: '2026-08-03', toDay: '2026-08-07', ground: '연가', madeBy: 'officer-1' },
  ...said,
});

describe('A delegation', () => {
  test.each([
    ['the day before', '2026-08-02', undefined],
    ['its first day', '2026-08-03', 'officer-2'],
    ['its last day', '2026-08-07', 'officer-2'],
    ['the day after', '2026-08-08', undefined],
  ])('on %s (%s) has as stand-in: %s', async (_, on, person) => {
    const { ledger } = await emptyBooks();
    await makeDelegation(ledger, leave('a'));
    expect((await delegateOf(ledger, { ofPerson: 'officer-1', on }))?.toPerson).toBe(person);
  });

  test('that is ended early is in force no more, and still on record with who ended it', async () => {
    const { ledger } = await emptyBooks();
    await makeDelegation(ledger, leave('a'));
    expect(await revokeDelegation(ledger, 'a', 'administrator-1')).toBe(true);
    expect(await revokeDelegation(ledger, 'a', 'administrator-2')).toBe(false);
    expect(await delegateOf(ledger, { ofPerson: 'officer-1', on: '2026-08-04' })).toBeUndefined();
    const { revokedBy, revokedAt, ...made } = (await getDelegation(ledger, 'a'))!;
    expect(made).toMatchObject(leave('a'));
    expect([revokedBy, typeof revokedAt]).toEqual(['administrator-1', 'string']);
  });

  test('that was made last is the one that counts, and each is of its own role', async () => {
    const { ledger } = await emptyBooks();
    await makeDelegation(ledger, leave('a'));
    await makeDelegation(ledger, leave('b', { toPerson: 'officer-3' }));
    await makeDelegation(ledger, leave('c', { toPerson: 'officer-4', role: 'committee' }));
    const absent = { ofPerson: 'officer-1', on: '2026-08-04' };
    expect((await delegateOf(ledger, { ...absent, role: 'officer' }))?.toPerson).toBe('officer-3');
    expect((await delegateOf(ledger, { ...absent, role: 'committee' }))?.toPerson).toBe('officer-4');
    const mine = await delegationsOf(ledger, { person: 'officer-2' });
    expect(mine.map(({ id }) => id)).toEqual(['a']);
  });

  test.each([
    ['to oneself', { toPerson: 'officer-1' }, /delegation_to_another/],
    ['that ends before it begins', { toDay: '2026-08-02' }, /delegation_in_order/],
  ])('%s is none', async (_, said, reason) => {
    const { ledger } = await emptyBooks();
    await expect(makeDelegation(ledger, leave('a', said))).rejects.toThrow(reason);
  });

  test('is never rewritten, not by its owner either', async () => {
    const { ledger } = await emptyBooks();
    await makeDelegation(ledger, leave('a'));
    for (const forbidden of [
      `update delegation set to_person = 'officer-9'`,
      `update delegation set to_day = '2027-01-01'`,
      'delete from delegation',
    ])
      await expect(ledger.pool.query(forbidden), forbidden).rejects.toMatchObject({ code: 'RL003' });
  });
});

describe('A desk', () => {
  const desk = {
    editionId: '2026',
    track: 'structured',
    officer: 'a',
    deputy: 'b',
    head: 'c',
    org: 'agency',
  };

  test('changes hands, and who sat there before stays on record', async () => {
    const { ledger } = await emptyBooks();
    await upsertDesks(ledger, [desk], 'administrator-1');
    await upsertDesks(ledger, [{ ...desk, officer: 'd' }], 'administrator-2');
    expect(await deskOf(ledger, '2026', 'structured')).toEqual({ ...desk, officer: 'd' });
    expect(await listDesks(ledger, '2025')).toEqual([]);
    const { rows } = await ledger.pool.query('select was, changed_by from register_history');
    expect(rows).toMatchObject([{ was: { officer: 'a' }, changed_by: 'administrator-2' }]);
  });
});

describe('A day off that staff add', () => {
  const eve: HolidayToPropose = {
    ...{ id: 'a', date: '2026-12-24', name: { ko: '임시공휴일', en: 'One-off holiday' } },
    ...{ kind: 'one-off', ground: '국무회의 의결', proposedBy: 'administrator-1' },
  };

  test('counts once another person has approved it', async () => {
    const { ledger } = await emptyBooks();
    expect(await proposeHoliday(ledger, eve)).toBe(true);
    expect(await daysAdded(ledger)).toEqual({});
    const approved = { id: 'a', state: 'approved' } as const;
    expect(await decideHoliday(ledger, { ...approved, by: 'administrator-1' })).toBe(false);
    expect(await decideHoliday(ledger, { ...approved, by: 'administrator-2' })).toBe(true);
    expect(await daysAdded(ledger)).toEqual({ '2026': ['12-24'] });
    expect(await getHoliday(ledger, 'a')).toMatchObject({ ...eve, decidedBy: 'administrator-2' });
  });

  test('is proposed once, unless it was refused', async () => {
    const { ledger } = await emptyBooks();
    await proposeHoliday(ledger, eve);
    expect(await proposeHoliday(ledger, eve)).toBe(true);
    expect(await proposeHoliday(ledger, { ...eve, id: 'b' })).toBe(false);
    await decideHoliday(ledger, { id: 'a', state: 'refused', by: 'administrator-2' });
    expect(await proposeHoliday(ledger, { ...eve, id: 'b' })).toBe(true);
    expect((await listHolidays(ledger)).map(({ state }) => state)).toEqual(['refused', 'proposed']);
  });

  test('is decided once', async () => {
    const { ledger } = await emptyBooks();
    await proposeHoliday(ledger, eve);
    await decideHoliday(ledger, { id: 'a', state: 'refused', by: 'administrator-2' });
    expect(await decideHoliday(ledger, { id: 'a', state: 'approved', by: 'administrator-2' })).toBe(false);
    await expect(ledger.pool.query(`update holiday_amendment set state = 'approved'`)).rejects.toMatchObject({
      code: 'RL003',
    });
  });

  test('several of them are counted year by year, in the order of their days', async () => {
    const { ledger } = await emptyBooks();
    for (const date of ['2027-05-04', '2026-12-24', '2027-01-02']) {
      await proposeHoliday(ledger, { ...eve, id: date, date });
      await decideHoliday(ledger, { id: date, state: 'approved', by: 'administrator-2' });
    }
    expect(await daysAdded(ledger)).toEqual({ '2026': ['12-24'], '2027': ['01-02', '05-04'] });
  });
});

describe('A role', () => {
  test('that was revoked is held no more from its instant on, by that person', async () => {
    const { ledger } = await emptyBooks();
    const revoked = { person: 'approver-1', role: 'approver', ground: '퇴직', madeBy: 'administrator-1' };
    await revokeRole(ledger, revoked);
    await revokeRole(ledger, { ...revoked, person: 'approver-2', fromAt: '2999-01-01T00:00:00.000Z' });
    const asked = ['approver-1', 'approver-2', 'approver-3'].map((person) => ({ person, role: 'approver' }));
    expect(await Promise.all(asked.map((holder) => isRoleRevoked(ledger, holder)))).toEqual([
      ...[true, false, false],
    ]);
    expect(await listRevocations(ledger)).toMatchObject([{ person: 'approver-2' }, revoked]);
  });
});

describe('A calendar', () => {
  const feed = { id: 'a', person: 'officer-1', role: 'officer', org: 'agency', tokenSha256: 'ab'.repeat(32) };

  test('is read by whoever knows its secret, until its owner closes it', async () => {
    const { ledger } = await emptyBooks();
    await makeFeed(ledger, feed);
    expect(await openFeed(ledger, feed.tokenSha256)).toMatchObject(feed);
    expect(await openFeed(ledger, 'cd'.repeat(32))).toBeUndefined();
    expect(await closeFeed(ledger, 'a', 'officer-2')).toBe(false);
    expect(await closeFeed(ledger, 'a', 'officer-1')).toBe(true);
    expect(await openFeed(ledger, feed.tokenSha256)).toBeUndefined();
    expect((await feedsOf(ledger, 'officer-1')).map(({ revokedAt }) => typeof revokedAt)).toEqual(['string']);
  });
});

describe('A notice to one person', () => {
  test('is that person’s alone; what the organisation was told is everybody’s', async () => {
    const { ledger } = await emptyBooks();
    const notice = { subjectId: PROJECT, org: 'agency', notice: 'clockReminder', params: {} };
    await bookNotice(ledger, { ...notice, key: 'a', person: 'officer-1' });
    await bookNotice(ledger, { ...notice, key: 'b' });
    const keys = async (person?: string) =>
      (await noticesFor(ledger, 'agency', { limit: 10, person })).map(({ key }) => key).toSorted();
    expect(await keys('officer-1')).toEqual(['a', 'b']);
    expect(await keys('officer-2')).toEqual(['b']);
    expect(await keys()).toEqual(['b']);
  });
});
