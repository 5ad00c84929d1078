import { describe, expect, test } from 'vitest';
import { imagine } from '../../src/api/what-if/imagine.js';
import type { Happening, Standing } from '../../src/api/what-if/imagine.js';
import { toldOf } from '../../src/api/what-if/told.js';
import type { Actor } from '../../src/charts/kernel/types.js';
import type { SubjectIdentity } from '../../src/contract/messages.js';
import { inState, reached } from '../charts/support/given.js';
import type { Given } from '../charts/support/given.js';
import { applicant, later, officer } from '../charts/support/moves.js';
import type { Move } from '../charts/support/moves.js';
import { COMPANY, PARTNER } from '../charts/support/people.js';

const FINANCE: Actor = { person: 'person-finance', role: 'finance', org: 'agency' };
const FIRM: Actor = { person: 'person-firm', role: 'applicant', org: COMPANY };

function identityOf(id: string, chartId: string, subject: SubjectIdentity['subject']): SubjectIdentity {
  return {
    ...{ id, subject, chartId, editionId: '2026', editionHash: 'h', track: 'autonomous' },
    ...{ companyId: COMPANY, partnerId: PARTNER, parentId: null },
  };
}

/** What would happen if `move` came next in a story; no neighbour is there but those that the story begins. */
async function supposed(
  story: Given,
  move: Move,
  neighbours: readonly Standing[] = [],
): Promise<Happening[]> {
  const here = reached(story);
  const event = move(here);
  const id = String(here.state.context['subjectId']);
  const identity = identityOf(id, here.chart.id, here.chart.subject as SubjectIdentity['subject']);
  const read = async (wanted: string) => neighbours.find((each) => each.identity.id === wanted);
  const now = later(event.receivedAt, 0);
  return imagine({ now, read }, { identity, chart: here.chart, state: here.state }, event);
}

const signed = inState('autonomousProject', 'agreementPending.signed');

describe('What would happen if', () => {
  test('the agreement were countersigned: three tranches begin, the first is opened, and the grant is committed', async () => {
    const told = toldOf(FINANCE, await supposed(signed, officer('COUNTERSIGN_AGREEMENT')));
    expect(told.state).toMatchObject({ from: 'agreementPending.signed', to: 'research.underWay' });
    expect(told.money.tranches.map(({ no, before, after }) => [no, before, after?.state])).toEqual([
      [1, null, 'claimable'],
      [2, null, 'scheduled'],
      [3, null, 'scheduled'],
    ]);
    const committed = told.money.postings.filter(({ kind }) => kind === 'commit');
    expect(committed.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBe(1_000_000_000n);
    expect(told.neighbours.map(({ id, event }) => `${event} ${id.split('/').at(-1)}`)).toEqual([
      ...['SCHEDULE 1', 'SCHEDULE 2', 'SCHEDULE 3', 'OPEN_TRANCHE 1'],
    ]);
    expect(told.clocks.map(({ clock, after }) => [clock, after?.pending])).toContainEqual([
      'stage-report',
      true,
    ]);
    expect(told.letters.map(({ notice }) => notice)).toContain('agreementInForce');
  });

  test('the firm withdrew: a closed case, a letter to the firm, and no money', async () => {
    const story = inState('autonomousProject', 'priorityCheck');
    const told = toldOf(FIRM, await supposed(story, applicant('WITHDRAW')));
    expect(told.state).toMatchObject({ to: 'withdrawn', toLabel: { ko: expect.any(String) as string } });
    expect(told.letters).toMatchObject([{ to: COMPANY, notice: 'withdrawn' }]);
    expect(told.money).toEqual({ postings: [], tranches: [] });
  });

  test('a firm is told of its own letters, and of nobody else’s', async () => {
    const happened = await supposed(signed, officer('COUNTERSIGN_AGREEMENT'));
    const others = toldOf(FINANCE, happened).letters.filter(({ to }) => to !== COMPANY);
    expect(toldOf(FIRM, happened).letters.every(({ to }) => to === COMPANY)).toBe(true);
    expect(toldOf({ ...FIRM, org: 'another' }, happened)).toMatchObject({ letters: [], neighbours: [] });
    expect(toldOf(FINANCE, happened).letters.length).toBe(
      toldOf(FIRM, happened).letters.length + others.length,
    );
  });

  test('nothing of it happens: the case that was asked about is as it was', async () => {
    const before = JSON.stringify(reached(signed).state);
    await supposed(signed, officer('COUNTERSIGN_AGREEMENT'));
    expect(JSON.stringify(reached(signed).state)).toBe(before);
  });
});
