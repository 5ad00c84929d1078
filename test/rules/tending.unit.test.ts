import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import type { ClockName } from '../../src/program/types.js';
import { extended, recounted, resumed, started, suspended } from '../../src/rules/counting.js';
import type { Mark } from '../../src/rules/tending.js';
import type { RunningClock } from '../../src/rules/counting.js';
import { nextMark } from '../../src/rules/tending.js';

const terms = termsOf(loadEdition('2026'), 'structured');
const pocket = termsOf(loadEdition('2026-pocket'), 'structured');

/** Ten in the morning in Korea. */
const onThe = (day: string): string => `${day}T01:00:00.000Z`;
/** The first moment of a Korean day. */
const begins = (day: string): string => new Date(`${day}T00:00:00+09:00`).toISOString();
const decidedOn = (day: string) => ({ by: 'person-officer-1', ground: 'illness', at: onThe(day) });

/** Everything that is said of a clock if nobody does anything about it, in its order. */
function marksOf(clock: ClockName, begun: RunningClock, by = terms): Mark[] {
  const told: Mark[] = [];
  let running = begun;
  for (let mark = nextMark(by, clock, running); mark; mark = nextMark(by, clock, running)) {
    told.push(mark);
    running = { ...running, said: [...running.said, mark.mark] };
  }
  return told;
}

const lifeOf = (clock: ClockName, begun: RunningClock, by = terms): string[] =>
  marksOf(clock, begun, by).map(({ mark, at }) => `${mark} ${at}`);

/** Thirty days from Monday 1 June 2026: until Wednesday 1 July. */
const agreement = started(terms, 'agreement', onThe('2026-06-01'));

describe('What is said of a clock', () => {
  it("of a firm's duty: a week and a day before, overdue, then the delegate and a week later the head", () => {
    expect(lifeOf('agreement', agreement)).toEqual([
      `remind/7d ${begins('2026-06-24')}`,
      `remind/1d ${begins('2026-06-30')}`,
      `overdue ${begins('2026-07-02')}`,
      `escalate/delegate ${begins('2026-07-02')}`,
      `escalate/head ${begins('2026-07-09')}`,
    ]);
  });

  it("of the agency's duty: three days before, and three days late the head", () => {
    expect(lifeOf('objection-decision', started(terms, 'objection-decision', onThe('2026-08-31')))).toEqual([
      `remind/3d ${begins('2026-09-27')}`,
      `overdue ${begins('2026-10-01')}`,
      `escalate/delegate ${begins('2026-10-01')}`,
      `escalate/head ${begins('2026-10-04')}`,
    ]);
  });

  it('of a right that is lost: a reminder, and nothing once it is over', () => {
    expect(lifeOf('objection', started(terms, 'objection', onThe('2023-11-14')))).toEqual([
      `remind/3d ${begins('2023-11-21')}`,
    ]);
  });

  it('of the roadmap: a calendar month and a week before its window closes', () => {
    expect(lifeOf('roadmap', started(terms, 'roadmap', onThe('2026-08-31')))).toEqual([
      `remind/1mo ${begins('2027-02-02')}`,
      `remind/7d ${begins('2027-02-23')}`,
    ]);
  });

  it('of a stage report, which opens a month before the stage ends: before that day as well', () => {
    const stage = started(terms, 'stage', onThe('2026-08-01'));
    expect(lifeOf('stage-report', started(terms, 'stage-report', stage.due)).slice(0, 2)).toEqual([
      `remind/7d ${begins('2027-07-26')}`,
      `remind/1d ${begins('2027-08-01')}`,
    ]);
  });

  it('names the kind, and to whom it goes up', () => {
    const [, , overdue, delegate, head] = marksOf('agreement', agreement);
    expect(overdue).toMatchObject({ kind: 'overdue', mark: 'overdue' });
    expect(delegate).toMatchObject({ kind: 'escalate', to: 'delegate' });
    expect(head).toMatchObject({ kind: 'escalate', to: 'head' });
  });

  it('is nothing of lateness at the due moment itself', () => {
    const late = marksOf('agreement', agreement).filter(({ kind }) => kind !== 'remind');
    expect(late.every(({ at }) => at > agreement.due)).toBe(true);
  });

  it('in the pocket edition comes in seconds, and its lateness after the due moment', () => {
    const short = started(pocket, 'agreement', '2026-06-01T01:00:00.000Z');
    expect(lifeOf('agreement', short, pocket)).toEqual([
      'remind/10s 2026-06-01T01:00:50.000Z',
      'remind/3s 2026-06-01T01:00:57.000Z',
      'overdue 2026-06-01T01:01:00.001Z',
      'escalate/delegate 2026-06-01T01:01:00.001Z',
      'escalate/head 2026-06-01T01:01:10.001Z',
    ]);
  });
});

describe('What is no longer said of a clock', () => {
  it('is what was said already', () => {
    const reminded = { ...agreement, said: ['remind/7d', 'remind/1d'] };
    expect(nextMark(terms, 'agreement', reminded)?.mark).toBe('overdue');
    const all = {
      ...agreement,
      said: ['remind/7d', 'remind/1d', 'overdue', 'escalate/delegate', 'escalate/head'],
    };
    expect(nextMark(terms, 'agreement', all)).toBeNull();
  });

  it('is anything while it stands still', () => {
    const still = suspended(agreement, onThe('2026-06-20'));
    expect(nextMark(terms, 'agreement', still)).toBeNull();
  });

  it('is a reminder that would have come before the clock started', () => {
    const short = started(terms, 'agreement', onThe('2026-06-01'), { length: { unit: 'days', count: 3 } });
    expect(lifeOf('agreement', short)[0]).toBe(`remind/1d ${begins('2026-06-03')}`);
  });
});

describe('A clock whose due moved', () => {
  it('is reminded of again before its new due', () => {
    const said = { ...agreement, said: ['remind/7d', 'remind/1d', 'overdue', 'escalate/delegate'] };
    const longer = extended(terms, 'agreement', said, { until: '2026-07-20' }, decidedOn('2026-07-02'));
    expect(lifeOf('agreement', longer).slice(0, 2)).toEqual([
      `remind/7d ${begins('2026-07-13')}`,
      `remind/1d ${begins('2026-07-19')}`,
    ]);
  });

  it('by a few days only is not reminded of a day that passed before it was decided', () => {
    const longer = extended(terms, 'agreement', agreement, { until: '2026-07-03' }, decidedOn('2026-06-30'));
    expect(lifeOf('agreement', longer)[0]).toBe(`remind/1d ${begins('2026-07-02')}`);
  });

  it('after a pause is reminded of before the new last day', () => {
    const again = resumed(terms, 'agreement', suspended(agreement, onThe('2026-06-28')), onThe('2026-07-20'));
    // Three days are left: until 23 July.
    expect(lifeOf('agreement', again)[0]).toBe(`remind/1d ${begins('2026-07-22')}`);
  });

  it('into the past is overdue at once', () => {
    const early = { from: onThe('2026-04-01'), ...decidedOn('2026-06-10') };
    const corrected = recounted(terms, 'agreement', agreement, early);
    expect(nextMark(terms, 'agreement', corrected)).toMatchObject({
      kind: 'overdue',
      at: begins('2026-05-05'),
    });
  });
});
