import { describe, expect, it } from 'vitest';
import { loadEdition } from '../../src/program/load.js';
import { at, isAssumed, leavesOf } from '../../src/program/sources.js';
import { clockNames } from '../../src/program/schema-clocks.js';

const year = loadEdition('2026');
const pocket = loadEdition('2026-pocket');
const leaves = (edition: typeof year): string[] =>
  leavesOf(edition).filter((pointer) => !pointer.startsWith('/sources/'));

describe('The pocket edition is the same program', () => {
  it('with the same entries, nothing more and nothing less', () => {
    expect(leaves(pocket)).toEqual(leaves(year));
  });

  it('that differs only in its name, its windows and its durations', () => {
    const differing = leaves(year).filter((pointer) => at(year, pointer) !== at(pocket, pointer));
    const named = /^\/(id|title\/(ko|en)|rounds\/[^/]+\/(days|window)\/.+|payment\/quietPeriod\/.+)$/;
    const lengths =
      /^\/clocks\/[^/]+\/(length|opensBefore|remind\/\d|escalate\/\d\/after|extendable\/most)\/(unit|count)$/;
    const allowed = (pointer: string): boolean => named.test(pointer) || lengths.test(pointer);
    expect(differing.filter((pointer) => !allowed(pointer))).toEqual([]);
    expect(differing).toContain('/clocks/roadmap/length/unit');
  });

  it('marks everything that it changes as assumed', () => {
    const differing = leaves(year).filter((pointer) => at(year, pointer) !== at(pocket, pointer));
    const facts = differing.filter((pointer) => !/^\/(id|title)/.test(pointer));
    expect(facts.filter((pointer) => !isAssumed(pocket, pointer))).toEqual([]);
  });
});

describe('The pocket edition can be lived through in about a minute', () => {
  const seconds = (clock: (typeof clockNames)[number]): number => pocket.clocks[clock].length.count;

  it('all its clocks run in seconds', () => {
    expect(clockNames.filter((clock) => pocket.clocks[clock].length.unit !== 'seconds')).toEqual([]);
  });

  it('its reminders come, and its lateness goes up, in seconds too', () => {
    const lengths = clockNames.flatMap((clock) => {
      const { remind = [], escalate = [], extendable } = pocket.clocks[clock];
      return [...remind, ...escalate.map(({ after }) => after), extendable?.most ?? remind[0]];
    });
    const units = lengths.flatMap((length) => (length ? [length.unit] : []));
    expect(new Set(units)).toEqual(new Set(['seconds']));
    expect(pocket.payment.quietPeriod).toEqual({ unit: 'seconds', count: 1 });
  });

  it('three stages and a roadmap that nobody hands in take less than half a minute', () => {
    expect(3 * seconds('stage') + seconds('roadmap')).toBeLessThan(30);
  });

  it('a stage report opens before its stage ends, and after it starts', () => {
    const opens = pocket.clocks['stage-report'].opensBefore;
    expect(opens?.unit).toBe('seconds');
    expect(opens?.count).toBeLessThan(seconds('stage'));
  });

  it('every clock that a person must meet leaves at least six seconds', () => {
    const short = clockNames.filter((clock) => clock !== 'stage' && seconds(clock) < 6);
    expect(short).toEqual([]);
    expect(seconds('objection')).toBeGreaterThanOrEqual(20);
  });

  it('its windows are open at any date', () => {
    for (const { window } of Object.values(pocket.rounds)) {
      expect(window.opens < '2021').toBe(true);
      expect(window.closes > '2099').toBe(true);
    }
  });
});
