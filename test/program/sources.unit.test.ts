import { describe, expect, it } from 'vitest';
import { editionHash, loadEdition } from '../../src/program/load.js';
import { canonicalJson } from '../../src/program/canonical.js';
import { at, isAssumed, sourceOf } from '../../src/program/sources.js';

const edition = loadEdition('2026');

describe('Where each value comes from', () => {
  it.each([
    ['/tracks/structured/capacity', 'seed'],
    ['/tracks/structured/trancheShares/1', 'assumed'],
    ['/rounds/round-1/days/opens', 'seed'],
    ['/rounds/round-1/window/opens', 'assumed'],
    ['/rounds/round-2/days/opens', 'assumed'],
    ['/clocks/objection/length/count', 'law'],
    ['/clocks/roadmap/length/count', 'seed'],
    ['/clocks/matching/length/count', 'assumed'],
    ['/concurrency/researcher/projects', 'law'],
    ['/concurrency/firm/running', 'assumed'],
    ['/preferences/0/name/ko', 'press'],
    ['/preferences/0/points', 'assumed'],
    ['/money/yearBudgets/2026', 'seed'],
    ['/money/yearBudgets/2027', 'assumed'],
    ['/evaluation/threshold', 'assumed'],
    ['/ranking/reserveShare', 'assumed'],
    ['/conflicts/1/years', 'law'],
    ['/clocks/reserve/length', 'assumed'],
    ['/holidays/years/2027', 'law'],
    ['/forecast/years/2028/0/date', 'assumed'],
    ['/clocks/change-decision/extendable/most', 'law'],
    ['/clocks/change-decision/extendable/by', 'assumed'],
    ['/clocks/agreement/extendable/most/count', 'assumed'],
    ['/clocks/agreement/remind/0/count', 'assumed'],
    ['/clocks/cost-report/escalate/1/to', 'assumed'],
    ['/clocks/settlement-decision/length/count', 'assumed'],
    ['/changes/equipmentFrom', 'law'],
    ['/changes/important/4/decidedBy', 'assumed'],
    ['/claim/documents/1/validFor/count', 'assumed'],
    ['/payment/quietPeriod/count', 'assumed'],
    ['/recovery/mostInstalments', 'assumed'],
  ])('%s is from: %s', (pointer, source) => {
    expect(at(edition, pointer)).toBeDefined();
    expect(sourceOf(edition, pointer)).toBe(source);
  });

  it('a value that holds an assumed one is marked too', () => {
    expect(isAssumed(edition, '/tracks/structured')).toBe(true);
    expect(isAssumed(edition, '/tracks/structured/defaultGrant')).toBe(true);
    expect(isAssumed(edition, '/tracks/structured/capacity')).toBe(false);
    expect(isAssumed(edition, '/money')).toBe(true);
    expect(isAssumed(edition, '/money/companyCeiling')).toBe(false);
  });

  it('a pointer to nothing finds nothing', () => {
    expect(at(edition, '/money/monthBudget')).toBeUndefined();
    expect(at(edition, '/money/yearBudget/x/y')).toBeUndefined();
  });
});

describe("An edition's hash", () => {
  it('does not depend on the order of its entries', () => {
    const reversed = Object.fromEntries(Object.entries(edition).toReversed()) as typeof edition;
    expect(Object.keys(reversed)[0]).not.toBe(Object.keys(edition)[0]);
    expect(editionHash(reversed)).toBe(editionHash(edition));
  });

  it('changes with any value', () => {
    const richer = { ...edition, money: { ...edition.money, yearBudget: '43400000001' } };
    expect(editionHash(richer)).not.toBe(editionHash(edition));
  });

  it('tells the pocket edition from the year it is made of', () => {
    expect(editionHash(loadEdition('2026-pocket'))).not.toBe(editionHash(edition));
  });
});

describe('Canonical JSON (RFC 8785)', () => {
  it('sorts keys by UTF-16 code units and writes no spaces', () => {
    expect(canonicalJson({ b: [1, 'é', null], a: { '\u20ac': true, '1': 1e21, z: undefined } })).toBe(
      '{"a":{"1":1e+21,"€":true},"b":[1,"é",null]}',
    );
    expect(canonicalJson({ '\ufb33': 1, '\ud83d\ude00': 2 })).toBe('{"\ud83d\ude00":2,"\ufb33":1}');
  });

  it('refuses what JSON can not hold', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(/cannot hold/);
    expect(() => canonicalJson([1n])).toThrow(/cannot hold/);
    expect(() => canonicalJson([undefined])).toThrow(/cannot hold/);
  });
});
