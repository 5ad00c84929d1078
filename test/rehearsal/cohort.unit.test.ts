import { describe, expect, test } from 'vitest';
import { applicationSchema } from '../../src/contract/events-application.js';
import { TRACKS } from '../../src/contract/names.js';
import { businessNumber } from '../../src/intake/companies.js';
import { won } from '../../src/rules/won.js';
import { cohortOf } from '../../src/rehearsal/cohort/cohort.js';
import type { Cohort } from '../../src/rehearsal/cohort/cohort.js';
import { diceOf } from '../../src/rehearsal/cohort/dice.js';

const cohort = cohortOf('2026', 1, 1);

const EVIDENCE = { partnerEvidenceSha256: 'c'.repeat(64) };

function applicants({ entrants }: Cohort): number[] {
  return TRACKS.map((track) => entrants.filter((entrant) => entrant.track === track).length);
}

function grantsOf({ entrants }: Cohort): bigint[] {
  return entrants.map(({ application }) => {
    const { government, partnerCost } = application['money'] as Record<string, string>;
    return won(government ?? '') + won(partnerCost ?? '');
  });
}

describe('the cohort of a seed', () => {
  test('has the partners’ proposals of the announcement and several firms for each place', () => {
    expect(cohort.proposals).toHaveLength(647);
    expect(applicants(cohort)).toEqual([18, 420, 130, 28]);
  });

  test('is the same for the same seed, and another one for another', () => {
    const { entrants } = cohortOf('2026', 1, 1);
    expect(entrants).toEqual(cohort.entrants);
    expect(cohortOf('2026', 2, 1).entrants).not.toEqual(entrants);
  });

  test('grows with its scale, and asks for as much money in all', () => {
    const twice = cohortOf('2026', 1, 2);
    expect(applicants(twice)).toEqual([36, 840, 260, 56]);
    const sum = (amounts: readonly bigint[]): number => Number(amounts.reduce((all, one) => all + one, 0n));
    expect(sum(grantsOf(twice)) / sum(grantsOf(cohort))).toBeCloseTo(1, 1);
  });

  test('has firms that nobody can take for real ones, each with a business number that is well-formed', () => {
    for (const { name, businessNumber: number } of cohort.firms) {
      expect(name.ko).toMatch(/^가상 .+ \d{4}$/);
      expect(name.en).toMatch(/^Invented .+ \d{4}$/);
      expect(businessNumber.parse(number)).toBe(number);
    }
    expect(new Set(cohort.firms.map(({ name }) => name.ko)).size).toBe(cohort.firms.length);
  });

  test('has applications that their schema takes, whatever else is wrong with them', () => {
    for (const { application, track } of cohort.entrants) {
      const needsEvidence = track === 'autonomous' || track === 'ecoBridge';
      const sent = needsEvidence ? { ...application, ...EVIDENCE } : application;
      expect(applicationSchema.safeParse(sent).error).toBeUndefined();
    }
  });

  test('asks for no more than the edition gives a company', () => {
    const ceiling = won(cohort.edition.money.companyCeiling);
    expect(grantsOf(cohort).every((grant) => grant <= ceiling)).toBe(true);
  });

  test('has firms with every flaw that the pre-check is to find, and firms that come too late', () => {
    const flaws = new Set(cohort.entrants.flatMap(({ flaw }) => flaw ?? []));
    expect([...flaws].sort()).toEqual(
      ['firmBanned', 'proposal', 'ratio', 'sector', 'tooManyLed', 'tooManyRunning'].sort(),
    );
    const arrivals = new Set(cohort.entrants.map(({ arrival }) => arrival));
    expect([...arrivals].sort()).toEqual(['draft', 'early', 'file', 'lastMinute', 'tooLate']);
  });
});

describe('the dice', () => {
  const dice = diceOf(7);

  test('say the same of the same words, in whatever order they are asked', () => {
    const [first, second] = [dice.draw('a', 1), dice.draw('b', 1)];
    expect([diceOf(7).draw('b', 1), diceOf(7).draw('a', 1)]).toEqual([second, first]);
    expect(diceOf(8).draw('a', 1)).not.toBe(first);
  });

  test('are fair: every tenth comes up about as often', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let at = 0; at < 20_000; at += 1) tenths[dice.between(0, 9, 'tenth', at)]! += 1;
    for (const count of tenths) expect(count / 2_000).toBeCloseTo(1, 0);
  });

  test('draw about the middle, as often above as below', () => {
    const drawn = Array.from({ length: 10_000 }, (_, at) => dice.normal('score', at));
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    const spread = Math.sqrt(drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length);
    expect(mean).toBeCloseTo(0, 1);
    expect(spread).toBeCloseTo(1, 1);
  });

  test('pick nothing from nothing', () => {
    expect(() => dice.pick([], 'anything')).toThrow('nothing to pick from for anything');
  });
});
