import { describe, expect, test } from 'vitest';
import { entrantOf } from '../../src/api/entrants.js';
import type { EntrantFacts } from '../../src/ledger/entrants.js';
import { loadEdition, termsOf } from '../../src/program/load.js';

const edition = loadEdition('2026');

function facts(over: Partial<EntrantFacts>): EntrantFacts {
  return {
    ...{ projectId: 'project/2026/eco-bridge/0001', seq: 3, state: 'deliberation', number: 1 },
    ...{ standing: 'deliberating', placeState: null, rank: null, companyId: 'company-1', partnerId: null },
    ...{ title: { ko: '과제', en: 'Project' }, proposalId: null, preferences: [], grant: null },
    ...{ entryStage: null, targetStage: null, evaluation: { score: 80 } },
    requested: {
      government: '900000000',
      partnerCost: '100000000',
      firmCash: '90000000',
      firmInKind: '210000000',
    },
    ...over,
  };
}

describe('what a project that is ranked asks of the first year', () => {
  test("given a track with stages of its own, then the edition's first share", () => {
    const { grant, firstTranche } = entrantOf(facts({}), termsOf(edition, 'autonomous'));
    expect([grant, firstTranche]).toEqual(['1000000000', '200000000']);
  });

  test('given an Eco-Bridge project of three stages and more, then the same', () => {
    const long = facts({ entryStage: 'ind-enabling', targetStage: 'phase-1' });
    expect(entrantOf(long, termsOf(edition, 'ecoBridge')).firstTranche).toBe('200000000');
  });

  test('given an Eco-Bridge project of one stage, then all of its grant: its only tranche has it', () => {
    const short = facts({ entryStage: 'phase-1', targetStage: 'phase-1' });
    expect(entrantOf(short, termsOf(edition, 'ecoBridge')).firstTranche).toBe('1000000000');
  });

  test("given it asks for more than the edition gives to one of its track, then the edition's amount", () => {
    const requested = { ...facts({}).requested, government: '1450000000', partnerCost: '10000000' };
    expect(entrantOf(facts({ requested }), termsOf(edition, 'autonomous')).grant).toBe('1400000000');
  });

  test('given it was promised a grant before, then that one', () => {
    expect(entrantOf(facts({ grant: '500000000' }), termsOf(edition, 'autonomous')).grant).toBe('500000000');
  });
});
