import { describe, expect, it } from 'vitest';
import { editionHash, editionIds, editionOf, loadEdition, termsOf } from '../../src/program/load.js';
import { trackIds } from '../../src/program/schema-tracks.js';
import { sumWon, won } from '../../src/rules/won.js';
import { trancheAmounts } from '../../src/rules/money.js';

const edition = loadEdition('2026');

describe('The 2026 edition states the program as announced', () => {
  it('157 new projects: 5 MIT ILP, 100 structured, 42 autonomous, 10 Eco-Bridge', () => {
    const capacities = trackIds.map((id) => edition.tracks[id].capacity);
    expect(capacities).toEqual([5, 100, 42, 10]);
    expect(capacities.reduce((sum, capacity) => sum + capacity)).toBe(157);
    expect(edition.newProjects).toBe(157);
  });

  it('1.5 billion won a company, 43.4 billion won a year', () => {
    expect(edition.money).toMatchObject({ yearBudget: '43400000000', companyCeiling: '1500000000' });
    expect(edition.money.yearBudgets['2026']).toBe('43400000000');
  });

  it("the first tranches of a full year at default grants fit the year's budget", () => {
    const firsts = trackIds.map((id) => {
      const { capacity, defaultGrant, trancheShares } = edition.tracks[id];
      const [first] = trancheAmounts(defaultGrant, trancheShares);
      return (won(first ?? '0') * BigInt(capacity)).toString();
    });
    expect(won(sumWon(firsts)) <= won(edition.money.yearBudget)).toBe(true);
  });

  it("each later year's budget holds the second or third tranche of every project", () => {
    const largest = trackIds.map((id) => {
      const { capacity, defaultGrant, trancheShares } = edition.tracks[id];
      const [, ...later] = trancheAmounts(defaultGrant, trancheShares);
      const most = later.reduce((a, b) => (won(a) > won(b) ? a : b), '0');
      return (won(most) * BigInt(capacity)).toString();
    });
    expect(sumWon(largest)).toBe('85120000000');
    for (const year of ['2027', '2028', '2029'])
      expect(won(edition.money.yearBudgets[year] ?? '0') >= won(sumWon(largest))).toBe(true);
  });

  it('a panel of five scores by criteria of its competition, from sixty points on', () => {
    const { panelSize, panelMinimum, threshold, criteria } = edition.evaluation;
    expect([panelSize, panelMinimum, threshold]).toEqual([5, 3, 60]);
    expect(Object.keys(criteria)).toEqual(['mitIlp', 'structured', 'roadmap', 'autonomous', 'ecoBridge']);
  });

  it('who takes part in a project or was punished for an evaluation never evaluates', () => {
    const always = edition.conflicts.filter(({ excludes }) => excludes === 'always');
    expect(always.map(({ id, years }) => [id, years])).toEqual([
      ['in-project', undefined],
      ['evaluation-offence', 3],
    ]);
    const found = edition.conflicts.filter(({ excludes }) => excludes === 'when-found');
    expect(found.map(({ id }) => id)).toEqual([
      ...['kinship', 'same-department', 'cross-evaluation', 'money-or-joint-work'],
    ]);
  });

  it('six industries and twelve emerging sectors', () => {
    expect(edition.sectors.industries.map((industry) => industry.code)).toEqual([
      'A',
      'B',
      'C',
      'D',
      'E',
      'F',
    ]);
    expect(edition.sectors.emerging).toHaveLength(12);
  });

  it('ten partners by name and room for the eleventh', () => {
    expect(edition.partners.map((partner) => partner.id)).toEqual([
      'partner-mit-ilp',
      'partner-fraunhofer',
      'partner-steinbeis',
      'partner-tno',
      'partner-csem',
      'partner-toronto',
      'partner-purdue',
      'partner-georgia-tech',
      'partner-johns-hopkins',
      'partner-mgb',
    ]);
    expect(edition.unnamedPartners).toBe(1);
  });

  it('pharmaceutical partners are invented, and say so', () => {
    expect(edition.pharmaPartners.every((partner) => partner.invented)).toBe(true);
    expect(edition.pharmaPartners.every((partner) => /Invented/.test(partner.name.en))).toBe(true);
  });

  it('Eco-Bridge goes from target identification to approval, with the codes of the NCI Thesaurus', () => {
    expect(edition.ecoBridge.stages.map((stage) => stage.id)).toEqual([
      'target-identification',
      'hit-finding',
      'lead-optimisation',
      'candidate-nomination',
      'ind-enabling',
      'ind-filing',
      'phase-1',
      'phase-2',
      'phase-3',
      'nda-bla',
    ]);
    expect(edition.ecoBridge.stages.find((stage) => stage.id === 'phase-1')?.nciCode).toBe('C15600');
  });

  it('only GO and CONDITIONAL_GO open the next tranche', () => {
    const opening = edition.ecoBridge.gateOutcomes.filter((outcome) => outcome.opensNextTranche);
    expect(opening.map((outcome) => outcome.id)).toEqual(['GO', 'CONDITIONAL_GO']);
  });

  it('only extremely poor may stop a project, and it needs both findings', () => {
    const stopping = edition.grades.filter((grade) => grade.mayStop);
    expect(stopping).toMatchObject([
      { id: 'extremely-poor', needs: ['process-inadequate', 'far-below-plan'] },
    ]);
  });

  it('only misconduct and breach may bring a sanction', () => {
    const grounds = edition.specialEvaluationGrounds.filter((ground) => ground.mayBringSanction);
    expect(grounds.map((ground) => ground.id)).toEqual(['misconduct', 'breach']);
  });

  it.each([
    ['objection', 10, 'days'],
    ['objection-decision', 30, 'days'],
    ['reserve', 6, 'months'],
    ['agreement', 30, 'days'],
    ['plan-revision', 20, 'days'],
    ['roadmap', 6, 'months'],
    ['roadmap-check', 3, 'months'],
    ['change-decision', 15, 'days'],
    ['stage-report', 0, 'days'],
    ['cost-report', 3, 'months'],
    ['final-report', 60, 'days'],
    ['settlement-objection', 1, 'months'],
    ['settlement-decision', 30, 'days'],
    ['repayment', 1, 'months'],
    ['sanction-reconsideration', 20, 'days'],
    ['sanction-decision', 30, 'days'],
  ] as const)('the %s clock runs %i %s', (clock, count, unit) => {
    expect(edition.clocks[clock].length).toEqual({ unit, count });
  });
});

describe('An edition that is loaded', () => {
  it('is read once and can not be changed', () => {
    expect(loadEdition('2026')).toBe(edition);
    expect(() => Object.assign(edition.money, { yearBudget: '1' })).toThrow(TypeError);
    expect(() => edition.tracks.structured.trancheShares.push(1)).toThrow(TypeError);
  });

  it('of an unknown id is an error that says which there are', () => {
    expect(editionIds()).toEqual(['2026', '2026-pocket']);
    expect(() => loadEdition('1999')).toThrow(/1999.*2026, 2026-pocket/);
    expect(() => loadEdition('toString')).toThrow(/Unknown edition/);
  });
});

// What cases of version 1 carry; it stands in the golden traces too.
const V1 = '8e1e1588238cf9f07f7cd2636ea8df0e3591005f09885a04c1e03f76585556c0';
const POCKET_V1 = '6020e18d2bdd6ce62273027c5125c843fcee27d3e58a3c41aea3e10596282287';

describe('An edition of which there are several versions', () => {
  it('is found by the hash that a case carries', () => {
    expect(editionOf('2026', editionHash(edition))).toBe(edition);
    expect(editionOf('2026', V1)).toMatchObject({ id: '2026', version: 1 });
    expect(editionOf('2026-pocket', POCKET_V1)).toMatchObject({ id: '2026-pocket', version: 1 });
  });

  it('keeps the early one as it was: its hash says so, and nothing can change it', () => {
    const early = editionOf('2026', V1);
    expect(editionHash(early)).toBe(V1);
    expect(editionOf('2026', V1)).toBe(early);
    expect(() => Object.assign(early.money, { yearBudget: '1' })).toThrow(TypeError);
  });

  it('gives a case of version 1 its own terms, without competitions', () => {
    const terms = termsOf(editionOf('2026', V1), 'structured');
    expect(terms).toMatchObject({ editionHash: V1, money: { yearBudget: '43400000000' } });
    const later = [
      'evaluation',
      'ranking',
      'conflicts',
      'claim',
      'payment',
      'recovery',
      'changes',
      'forecast',
    ];
    for (const one of later) expect(terms).not.toHaveProperty(one);
    expect(terms.money).not.toHaveProperty('yearBudgets');
  });

  it('has no version of another hash, nor one of another edition’s', () => {
    expect(() => editionOf('2026', 'f'.repeat(64))).toThrow(/No version of edition 2026 has the hash f/);
    expect(() => editionOf('2026', POCKET_V1)).toThrow(/No version of edition 2026 has/);
    expect(() => editionOf('1999', V1)).toThrow(/Unknown edition 1999/);
  });
});

describe('The terms that a project takes along', () => {
  it.each(editionIds().flatMap((id) => trackIds.map((track) => [id, track] as const)))(
    'of %s %s are under 18 KB and survive JSON unchanged',
    (id, track) => {
      const terms = termsOf(loadEdition(id), track);
      const json = JSON.stringify(terms);
      expect(Buffer.byteLength(json)).toBeLessThan(18 * 1024);
      expect(JSON.parse(json)).toEqual(terms);
    },
  );

  it('name the edition, its hash, the track and its window', () => {
    const terms = termsOf(edition, 'autonomous');
    expect(terms).toMatchObject({ editionId: '2026', year: 2026, track: 'autonomous' });
    expect(terms.editionHash).toMatch(/^[0-9a-f]{64}$/);
    expect(terms.window).toEqual(edition.rounds['round-2']?.window);
  });

  it('carry the criteria of each competition that the track has, with what parts equal totals', () => {
    const { evaluation, ranking, conflicts } = termsOf(edition, 'structured');
    expect(evaluation).toMatchObject({ panelSize: 5, panelMinimum: 3, trimFrom: 5, moderationSpread: 30 });
    expect(evaluation?.criteria.selection[0]).toEqual({ id: 'answer', weight: 3000 });
    expect(evaluation?.criteria.roadmap?.[0]).toEqual({ id: 'plan', weight: 3500 });
    expect(ranking?.tieBreaks.selection).toEqual(evaluation?.criteria.selection.map(({ id }) => id));
    expect(ranking).toMatchObject({ reserveShare: 3000, mostPerProposal: 3, mostPerFirm: 1 });
    expect(conflicts?.[0]).toEqual({ id: 'in-project', excludes: 'always' });
    expect(termsOf(edition, 'ecoBridge').evaluation?.criteria.roadmap).toBeUndefined();
  });

  it('carry clinical stages and gate outcomes for Eco-Bridge alone', () => {
    expect(termsOf(edition, 'ecoBridge').ecoBridge?.stages).toHaveLength(10);
    expect(termsOf(edition, 'structured').ecoBridge).toBeUndefined();
  });
});
