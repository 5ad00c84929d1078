import { describe, expect, it } from 'vitest';
import { checkEdition, editionIds, editionJson } from '../../src/program/load.js';

/** The 2026 edition's JSON with the value at a JSON pointer replaced; undefined takes it away. */
function changed(pointer: string, value: unknown): unknown {
  const draft: unknown = structuredClone(editionJson('2026'));
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  const parent = keys.reduce((here, key) => (here as Record<string, unknown>)[key], draft) as Record<
    string,
    unknown
  >;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return draft;
}

const messages = (json: unknown): string[] => checkEdition(json).errors.map((error) => error.message);
const paths = (json: unknown): string[] => checkEdition(json).errors.map((error) => error.path);

describe('Checking an edition', () => {
  it.each(editionIds())('the %s edition passes', (id) => {
    expect(checkEdition(editionJson(id))).toMatchObject({ ok: true, errors: [] });
  });

  it.each([
    ['/tracks/structured/capacity', undefined, '필수 항목이 없습니다 / it is missing'],
    ['/tracks/mitIlp/capacity', '5', 'it must be a number'],
    ['/tracks/mitIlp/capacity', 0, '1 이상이어야 합니다 / it must be at least 1'],
    ['/money/companyCeiling', '1,500,000,000', 'whole won as digits'],
    ['/money/yearBudget', 43_400_000_000, 'it must be text'],
    ['/ratios/governmentMax', 10_001, 'it must be at most 10000'],
    ['/clocks/objection/counting', 'lunar', 'civil, duty'],
    ['/clocks/roadmap', undefined, 'it is missing'],
    ['/clocks/reserve', undefined, 'it is missing'],
    ['/evaluation/criteria/roadmap', undefined, 'it is missing'],
    ['/evaluation/threshold', 101, 'it must be at most 100'],
    ['/evaluation/trimFrom', 2, 'it must be at least 3'],
    ['/ranking/reserveShare', 10_001, 'it must be at most 10000'],
    ['/ranking/mostPerFirm', 0, 'it must be at least 1'],
    ['/conflicts/0/excludes', 'sometimes', 'always, when-found'],
    ['/money/yearBudgets/2027', '91,000,000,000', 'whole won as digits'],
    ['/clocks/roadmap/length/count', 6.5, 'it must be a whole number'],
    ['/rounds/round-1/window/opens', '2026-04-06 09:00', 'a moment is UTC'],
    ['/holidays/years/2026/0/date', '2026-02-30', 'a calendar day looks like'],
    ['/title/ko', '', 'it must not be empty'],
    ['/ecoBridge/gateOutcomes', [], 'it must be at least 5'],
    ['/partners', [], 'it must not be empty'],
    ['/tracks/ecoBridge/trancheShares/1', 0, 'it must be at least 1'],
    ['/ecoBridge/stages/6/nciCode', '15600', 'C15600'],
    ['/clocks/agreement/escalate/0/to', 'minister', 'delegate, head'],
    ['/clocks/agreement/extendable/by', 'applicant', 'officer, committee'],
    ['/changes/important/6/onlyIf', 'weight', 'amount, rise, beyond-exchange-rate'],
    ['/claim/documents', [], 'it must not be empty'],
    ['/recovery/mostInstalments', 0, 'it must be at least 1'],
  ])('names the field %s when it is %j', (pointer, value, words) => {
    const found = messages(changed(pointer, value));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${pointer}: `);
    expect(found[0]).toContain(words);
  });

  it('names an entry that nobody knows', () => {
    expect(messages(changed('/tracks/structured/capcity', 100))).toEqual([
      '/tracks/structured: 알 수 없는 항목: capcity / unknown entry: capcity',
    ]);
  });

  it.each([null, 7, 'edition', [], {}])('%j is no edition', (json) => {
    expect(checkEdition(json).ok).toBe(false);
  });

  it('names every field at fault, not only the first', () => {
    expect(paths({ ...(changed('/year', 'MMXXVI') as object), version: 0 })).toEqual(['/version', '/year']);
  });
});

describe('What one field can not say alone', () => {
  it.each([
    [
      '/tracks/structured/trancheShares',
      [2000, 4000, 3999],
      '/tracks/structured/trancheShares',
      'sum to 9999',
    ],
    ['/grades/2/opensNextTranche', false, '/grades/2/opensNextTranche', 'opens the next tranche or may stop'],
    ['/grades/3/opensNextTranche', true, '/grades/3/opensNextTranche', 'opens the next tranche or may stop'],
    ['/ecoBridge/gateOutcomes/3/needs', 'nothing', '/ecoBridge/gateOutcomes/3/needs', 'needs earlier-stage'],
    [
      '/ecoBridge/gateOutcomes/2/opensNextTranche',
      true,
      '/ecoBridge/gateOutcomes/2/opensNextTranche',
      'HOLD does not pass the gate',
    ],
    [
      '/specialEvaluationGrounds/2/mayBringSanction',
      true,
      '/specialEvaluationGrounds',
      'changed-environment that brings no sanction',
    ],
    [
      '/specialEvaluationGrounds/3/id',
      'their-request',
      '/specialEvaluationGrounds',
      'own-request that brings no sanction',
    ],
    ['/tracks/structured/trancheShares', [5000, 5000], '/tracks/structured/trancheShares', 'there must be 3'],
    ['/tracks/structured/stages', 2, '/tracks/structured/tranches', 'exactly one tranche'],
    ['/tracks/autonomous/round', 'round-9', '/tracks/autonomous/round', 'no round named round-9'],
    ['/tracks/ecoBridge/defaultGrant', '1500000001', '/tracks/ecoBridge/defaultGrant', 'ceiling'],
    ['/tracks/structured/firstCapacity', 99, '/tracks/structured/firstCapacity', 'less than the capacity'],
    ['/tracks/ecoBridge/capacity', 11, '/newProjects', 'sum to 158'],
    ['/rounds/round-1/window/closes', '2026-04-05T00:00:00.000Z', '/rounds/round-1/window', 'closes before'],
    ['/rounds/round-1/days/closes', '2026-04-25', '/rounds/round-1/window', 'announced days'],
    [
      '/evaluation/criteria/structured/0/weight',
      2999,
      '/evaluation/criteria/structured',
      'sum to 9999, not 10000',
    ],
    ['/evaluation/criteria/roadmap/1/id', 'plan', '/evaluation/criteria/roadmap', 'plan is listed twice'],
    ['/evaluation/panelMinimum', 6, '/evaluation/panelMinimum', "more than the panel's 5 members"],
    ['/evaluation/mostPreferencePoints', 4, '/preferences/0/points', 'more than the 4 points'],
    ['/ranking/tieBreaks/mitIlp/0', 'answer', '/ranking/tieBreaks/mitIlp/0', 'no criterion answer'],
    ['/ranking/tieBreaks/mitIlp/1', 'question', '/ranking/tieBreaks/mitIlp', 'question is listed twice'],
    ['/conflicts/1/id', 'in-project', '/conflicts', 'listed twice'],
    ['/clocks/roadmap-check/length/count', 6, '/clocks/roadmap-check/length', 'falls within it'],
    ['/clocks/roadmap-check/length/unit', 'days', '/clocks/roadmap-check/length', 'in the unit of'],
    ['/money/yearBudgets/2028', undefined, '/money/yearBudgets', 'no budget for 2028'],
    ['/money/yearBudgets/2026', '1', '/money/yearBudgets/2026', "not the year's own budget"],
    ['/money/yearBudgets/2025', '1', '/money/yearBudgets/2025', "before the edition's year"],
    ['/partners/1/id', 'partner-mit-ilp', '/partners', 'listed twice'],
    ['/sectors/emerging/0/industry', 'Q', '/sectors/emerging/0/industry', 'no industry Q'],
    ['/holidays/years/2026/0/date', '2025-01-01', '/holidays/years/2026/0/date', 'not a day of 2026'],
    ['/holidays/years/2027', undefined, '/holidays/years', 'no table of days off for 2027'],
    ['/forecast/years/2030', undefined, '/holidays/years', 'no table of days off for 2030'],
    ['/forecast/years/2027', [], '/forecast/years/2027', 'already is the gazetted table'],
    ['/forecast/years/2028/0/date', '2029-01-01', '/forecast/years/2028/0/date', 'not a day of 2028'],
    ['/clocks/agreement/remind/1', { unit: 'days', count: 7 }, '/clocks/agreement/remind', '7 days'],
    ['/clocks/agreement/remind/1/count', 0, '/clocks/agreement/remind/1/count', 'before the due date'],
    ['/clocks/agreement/escalate/1/to', 'delegate', '/clocks/agreement/escalate', 'delegate is listed twice'],
    ['/payment/quietPeriod/unit', 'months', '/payment/quietPeriod/unit', 'in days'],
    ['/recovery/latestAfter/unit', 'hours', '/recovery/latestAfter/unit', 'in days or months'],
    ['/claim/documents/1/validFor/unit', 'hours', '/claim/documents/1/validFor/unit', 'days or months'],
    ['/claim/documents/1/kind', 'claim-form', '/claim/documents', 'claim-form is listed twice'],
    ['/changes/minor/0/id', 'period', '/changes', 'period is listed twice'],
    ['/clocks/stage/length/count', 0, '/clocks/stage/length/count', 'at least 1'],
    ['/clocks/stage-report/opensBefore/unit', 'months', '/clocks/stage-report/opensBefore/unit', 'in days'],
    ['/sources/assumed/0', '/tracks/mitIlp/tranchees', '/sources/assumed/0', 'nothing stands at'],
  ])('%s as %j is an error at %s', (pointer, value, path, words) => {
    const found = checkEdition(changed(pointer, value)).errors;
    expect(found.map((error) => error.path)).toContain(path);
    expect(found.find((error) => error.path === path && error.message.includes(words))).toBeDefined();
  });

  it('a fact without a source is an error', () => {
    expect(messages(changed('/sources/press', ['/sectors']))).toEqual([
      expect.stringMatching(/^\/preferences\/0\/id: .*no source/),
    ]);
  });
});
