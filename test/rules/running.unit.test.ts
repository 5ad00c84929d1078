import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import {
  explained,
  extended,
  extendedDue,
  latestExtension,
  recounted,
  recountedDue,
  resumed,
  started,
  suspended,
} from '../../src/rules/counting.js';
import type { CountingTerms, RunningClock } from '../../src/rules/counting.js';

const terms = termsOf(loadEdition('2026'), 'structured');
const pocket = termsOf(loadEdition('2026-pocket'), 'structured');

/** Ten in the morning in Korea. */
const onThe = (day: string): string => `${day}T01:00:00.000Z`;
/** The last millisecond of a Korean day. */
const until = (day: string): string => `${day}T14:59:59.999Z`;
const decidedOn = (day: string, ground = 'illness') => ({ by: 'person-officer-1', ground, at: onThe(day) });
const said = (clock: 'agreement' | 'stage', running: RunningClock, more: CountingTerms = terms): string[] =>
  explained(more, clock, running).map(({ en }) => en);

/** Thirty days from Monday 1 June 2026: until Wednesday 1 July. */
const agreement = started(terms, 'agreement', onThe('2026-06-01'));

describe('A clock that starts', () => {
  it('is counted, stands still nowhere, and nothing was said of it', () => {
    expect(agreement).toEqual({
      ...{ from: onThe('2026-06-01'), due: until('2026-07-01'), rule: 'civil', provisional: false },
      ...{ suspended: null, extensions: [], corrections: [], said: [], overdueSince: null },
    });
  });

  it('into years not yet gazetted is provisional', () => {
    expect(started(terms, 'objection', onThe('2028-03-02'))).toMatchObject({ provisional: true });
  });

  it('keeps what it was counted with beside the edition', () => {
    const stated = started(terms, 'special-evaluation-explanation', onThe('2026-06-01'), {
      statedDue: '2026-06-21',
    });
    expect(stated).toMatchObject({ due: until('2026-06-21'), rule: 'stated' });
    expect(stated.given).toEqual({ statedDue: '2026-06-21' });
    const added = { ...terms, daysAdded: { '2026': ['07-01'] } };
    expect(started(added, 'agreement', onThe('2026-06-01'))).toMatchObject({
      ...{ due: until('2026-07-02'), given: { daysAdded: { '2026': ['07-01'] } } },
    });
  });
});

describe('A clock that is extended', () => {
  it('to a day runs until that day, and keeps who extended it and why', () => {
    const longer = extended(terms, 'agreement', agreement, { until: '2026-07-15' }, decidedOn('2026-06-20'));
    expect(longer.due).toBe(until('2026-07-15'));
    expect(longer.extensions).toEqual([
      {
        ...{ from: until('2026-07-01'), to: until('2026-07-15'), until: '2026-07-15' },
        ...{ by: 'person-officer-1', ground: 'illness', at: onThe('2026-06-20') },
      },
    ]);
    expect(said('agreement', longer).at(-1)).toBe('Extended to 2026-07-15 (Wed) (ground: illness)');
  });

  it('to a day off runs until the next working day, and both names of a delegation are kept', () => {
    const decision = { ...decidedOn('2026-06-20'), onBehalfOf: 'person-head-1' };
    const longer = extended(terms, 'agreement', agreement, { until: '2026-07-17' }, decision);
    expect(longer.due).toBe(until('2026-07-20'));
    expect(longer.extensions[0]).toMatchObject({ by: 'person-officer-1', onBehalfOf: 'person-head-1' });
  });

  it('by a length is counted on from its due', () => {
    const by = (length: { unit: 'days' | 'months'; count: number }) =>
      extended(terms, 'agreement', agreement, { length }, decidedOn('2026-06-20')).due;
    expect(by({ unit: 'days', count: 5 })).toBe(until('2026-07-06'));
    expect(by({ unit: 'months', count: 1 })).toBe(until('2026-08-03'));
  });

  it('is not shortened by a day before its due', () => {
    const same = extended(terms, 'agreement', agreement, { until: '2026-06-25' }, decidedOn('2026-06-20'));
    expect(same.due).toBe(agreement.due);
  });

  it('has nothing said of its new due yet', () => {
    const late = { ...agreement, said: ['remind/7d', 'overdue'], overdueSince: agreement.due };
    const longer = extended(terms, 'agreement', late, { until: '2026-07-15' }, decidedOn('2026-07-03'));
    expect(longer).toMatchObject({ said: [], overdueSince: null });
  });

  it('twice adds up, and the steps tell both', () => {
    const once = extended(terms, 'agreement', agreement, { until: '2026-07-10' }, decidedOn('2026-06-20'));
    const length = { unit: 'days', count: 3 } as const;
    const twice = extended(terms, 'agreement', once, { length }, decidedOn('2026-07-02', 'strike'));
    expect(twice.due).toBe(until('2026-07-13'));
    expect(said('agreement', twice).slice(-2)).toEqual([
      'Extended to 2026-07-10 (Fri) (ground: illness)',
      'Extended by 3 days to 2026-07-13 (Mon) (ground: strike)',
    ]);
  });

  it('of months moves a stage, whose end is a duty and stays on a day off', () => {
    const stage = started(terms, 'stage', onThe('2026-08-01'));
    const length = { unit: 'months', count: 3 } as const;
    const longer = extended(terms, 'stage', stage, { length }, decidedOn('2027-01-04'));
    expect(longer.due).toBe(until('2027-10-31'));
  });

  it('of seconds runs on exactly', () => {
    const short = started(pocket, 'agreement', '2026-06-01T01:00:00.250Z');
    const length = { unit: 'seconds', count: 30 } as const;
    const longer = extended(pocket, 'agreement', short, { length }, decidedOn('2026-06-01'));
    expect(longer.due).toBe('2026-06-01T01:01:30.250Z');
  });

  it('into a year that nobody can count yet is known beforehand to lead nowhere', () => {
    expect(extendedDue(terms, 'agreement', agreement, { until: '2040-01-02' })).toBeNull();
    expect(extendedDue(terms, 'agreement', agreement, { until: '2026-07-17' })).toBe(until('2026-07-20'));
    const stage = started(terms, 'stage', onThe('2026-08-01'));
    expect(extendedDue(terms, 'stage', stage, { until: '2040-01-02' })).toBe(until('2040-01-02'));
  });

  it('can be extended at most to a day that the edition says, counted without the extensions before', () => {
    expect(latestExtension(terms, 'agreement', agreement)).toBe(until('2026-07-31'));
    const once = extended(terms, 'agreement', agreement, { until: '2026-07-15' }, decidedOn('2026-06-20'));
    expect(latestExtension(terms, 'agreement', once)).toBe(until('2026-07-31'));
    const change = started(terms, 'change-decision', onThe('2026-06-01'));
    expect(latestExtension(terms, 'change-decision', change)).toBeNull();
    const objection = started(terms, 'objection', onThe('2026-06-01'));
    expect(() => latestExtension(terms, 'objection', objection)).toThrow(/objection can't be extended/);
  });
});

describe('A clock that stands still', () => {
  const stopped = suspended(agreement, onThe('2026-06-11'));

  it('keeps the whole days that are left after the day on which it was stopped', () => {
    expect(stopped.suspended).toEqual({ at: onThe('2026-06-11'), remaining: { unit: 'days', count: 20 } });
    expect(said('agreement', stopped).at(-1)).toBe('Suspended on 2026-06-11 (Thu) with 20 days left');
  });

  it('can not be stopped twice, nor extended meanwhile', () => {
    expect(suspended(stopped, onThe('2026-06-20'))).toBe(stopped);
    const more = { until: '2026-08-31' };
    expect(() => extended(terms, 'agreement', stopped, more, decidedOn('2026-06-20'))).toThrow(
      /stands still/,
    );
  });

  it('goes on with what was left: again to the end of a Korean day, off days off', () => {
    const again = resumed(terms, 'agreement', stopped, onThe('2026-06-28'));
    // Twenty days after 28 June is Saturday 18 July.
    expect(again).toMatchObject({ due: until('2026-07-20'), rule: 'resumed', suspended: null });
    expect(said('agreement', again).slice(-3)).toEqual([
      'Suspended on 2026-06-11 (Thu) with 20 days left',
      'Resumed on 2026-06-28 (Sun): the 20 days left end on 2026-07-18 (Sat)',
      '2026-07-18 (Sat) is a day off, so it ends on the next working day, 2026-07-20 (Mon)',
    ]);
  });

  it('on the same day loses nothing', () => {
    expect(resumed(terms, 'agreement', stopped, onThe('2026-06-11')).due).toBe(agreement.due);
  });

  it('after its last day has nothing left', () => {
    const late = suspended(agreement, onThe('2026-07-03'));
    expect(late.suspended?.remaining.count).toBe(0);
    expect(resumed(terms, 'agreement', late, onThe('2026-07-06')).due).toBe(until('2026-07-06'));
  });

  it('of seconds keeps the milliseconds', () => {
    const short = started(pocket, 'agreement', '2026-06-01T01:00:00.000Z');
    const still = suspended(short, '2026-06-01T01:00:20.400Z');
    expect(still.suspended?.remaining).toEqual({ unit: 'ms', count: 39_600 });
    expect(resumed(pocket, 'agreement', still, '2026-06-01T02:00:00.000Z').due).toBe(
      '2026-06-01T02:00:39.600Z',
    );
  });

  it('does not go on if it never stood still', () => {
    expect(() => resumed(terms, 'agreement', agreement, onThe('2026-06-28'))).toThrow(/doesn't stand still/);
  });
});

describe('A clock whose start is corrected', () => {
  const start = { from: '2026-06-03T15:00:00.000Z', ...decidedOn('2026-06-10', 'served later') };

  it('is counted anew, and keeps the correction with both dates', () => {
    const corrected = recounted(terms, 'agreement', agreement, start);
    expect(corrected).toMatchObject({ from: '2026-06-03T15:00:00.000Z', due: until('2026-07-06') });
    expect(corrected.corrections).toEqual([
      {
        ...{ from: onThe('2026-06-01'), to: '2026-06-03T15:00:00.000Z' },
        ...{ dueBefore: until('2026-07-01'), dueAfter: until('2026-07-06') },
        ...{ by: 'person-officer-1', ground: 'served later', at: onThe('2026-06-10') },
      },
    ]);
    expect(said('agreement', corrected)[0]).toBe(
      'The day it starts from was corrected from 2026-06-01 (Mon) to 2026-06-04 (Thu) (ground: served later)',
    );
  });

  it('keeps an extension to a day, and one by a length moves along', () => {
    const toDay = extended(terms, 'agreement', agreement, { until: '2026-07-15' }, decidedOn('2026-06-05'));
    expect(recounted(terms, 'agreement', toDay, start).due).toBe(until('2026-07-15'));
    const length = { unit: 'days', count: 7 } as const;
    const byWeek = extended(terms, 'agreement', agreement, { length }, decidedOn('2026-06-05'));
    expect(byWeek.due).toBe(until('2026-07-08'));
    expect(recounted(terms, 'agreement', byWeek, start).due).toBe(until('2026-07-13'));
  });

  it('after a pause has the days left that the new start gives', () => {
    const again = resumed(terms, 'agreement', suspended(agreement, onThe('2026-06-11')), onThe('2026-06-15'));
    expect(again.due).toBe(until('2026-07-06'));
    // Five days more than before: 6 July, and the four of the pause.
    expect(recounted(terms, 'agreement', again, start).due).toBe(until('2026-07-10'));
  });

  it('into the past is late from then on', () => {
    const early = { from: onThe('2026-04-01'), ...decidedOn('2026-06-10') };
    const corrected = recounted(terms, 'agreement', agreement, early);
    expect(corrected.due < onThe('2026-06-10')).toBe(true);
  });

  it('to a day from which nobody can count is known beforehand to lead nowhere', () => {
    expect(recountedDue(terms, 'agreement', agreement, onThe('2019-06-01'))).toBeNull();
    expect(recountedDue(terms, 'agreement', agreement, onThe('2026-06-04'))).toBe(until('2026-07-06'));
  });

  it('to the same start is the very same clock', () => {
    expect(
      recounted(terms, 'agreement', agreement, { from: agreement.from, ...decidedOn('2026-06-10') }),
    ).toBe(agreement);
  });
});

describe('A day off that is added while a clock runs', () => {
  const added = { ...terms, daysAdded: { '2026': ['07-01'] } };
  const decision = decidedOn('2026-06-15', 'government notice');

  it('moves the clock that ends on it, and the steps name it', () => {
    const moved = recounted(added, 'agreement', agreement, decision);
    expect(moved.due).toBe(until('2026-07-02'));
    expect(moved.corrections[0]).toMatchObject({
      dueBefore: until('2026-07-01'),
      dueAfter: until('2026-07-02'),
    });
    expect(said('agreement', moved)).toContain('Days off that were added later: 2026-07-01 (Wed)');
  });

  it('leaves the very same clock where nothing moves', () => {
    const elsewhere = { ...terms, daysAdded: { '2026': ['07-02'] } };
    expect(recounted(elsewhere, 'agreement', agreement, decision)).toBe(agreement);
  });

  it('does not change how a clock is explained that was over before', () => {
    expect(said('agreement', agreement, added)).toEqual(said('agreement', agreement));
  });

  it('counts for extensions and pauses that come after it', () => {
    const more = { until: '2026-07-01' };
    const earlier = started(added, 'agreement', onThe('2026-05-25'));
    expect(extended(added, 'agreement', earlier, more, decision).due).toBe(until('2026-07-02'));
    const still = suspended(started(terms, 'agreement', onThe('2026-05-25')), onThe('2026-06-20'));
    // Four days are left (until 24 June); they end on 1 July, which was added meanwhile.
    expect(resumed(added, 'agreement', still, onThe('2026-06-27')).due).toBe(until('2026-07-02'));
  });

  it('moves what is left of a clock that stands still', () => {
    const still = suspended(agreement, onThe('2026-06-11'));
    const moved = recounted(added, 'agreement', still, decision);
    expect(moved.suspended?.remaining).toEqual({ unit: 'days', count: 21 });
  });
});
