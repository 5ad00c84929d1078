import { describe, expect, test } from 'vitest';
import { watched } from '../../src/trials/worker/watched.js';

const id = 'project/2026-pocket/eco-bridge/0001/tranche/1';

/** Activities that write down when they are performed, among the moments that are told. */
function given() {
  const story: string[] = [];
  const perform = (name: string) => async () => {
    story.push(name);
    return name;
  };
  const names = ['appendRow', 'reserveFunds', 'payTranche', 'reconcilePayment', 'sendNotice', 'isAwaited'];
  const activities = Object.fromEntries(names.map((name) => [name, perform(name)]));
  const at = async (moment: string, key: string): Promise<void> => {
    expect(key).toBe(id);
    story.push(moment);
  };
  const under = watched(activities, at) as Record<string, (asked?: unknown) => Promise<unknown>>;
  return { story, call: (name: string, asked?: unknown) => under[name]?.(asked) };
}

const row = (type: string, subject = 'tranche') => ({ identity: { id, subject }, event: { type } });

describe("a trial's worker", () => {
  test.each([
    ['reserveFunds', { subjectId: id }, 'reserve'],
    ['payTranche', { subjectId: id }, 'pay'],
    ['reconcilePayment', { subjectId: id }, 'reconcile'],
    ['sendNotice', { subjectId: id, params: { notice: 'trancheReleased' } }, 'notice'],
  ])('tells of %s before and after it, and gives back what it did', async (name, asked, step) => {
    const { story, call } = given();
    expect(await call(name, asked)).toBe(name);
    expect(story).toEqual([`${step}/before`, name, `${step}/after`]);
  });

  test.each([
    ['APPROVE_SECOND', 'approvedRow'],
    ['FUNDS_RESERVED', 'reservedRow'],
    ['PAYMENT_CONFIRMED', 'confirmedRow'],
  ])('tells of the row of %s before it, just before its transaction and after it', async (type, step) => {
    const { story, call } = given();
    await call('appendRow', row(type));
    expect(story).toEqual([`${step}/before`, `${step}/within`, 'appendRow', `${step}/after`]);
  });

  test.each([
    ['appendRow', row('CLAIM')],
    ['appendRow', row('PAYMENT_CONFIRMED', 'ecoBridgeProject')],
    ['sendNotice', { subjectId: id, params: { notice: 'trancheClaimable' } }],
    ['isAwaited', undefined],
  ])('tells of nothing else', async (name, asked) => {
    const { story, call } = given();
    await call(name, asked);
    expect(story).toEqual([name]);
  });
});
