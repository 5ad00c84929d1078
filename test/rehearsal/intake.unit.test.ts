import { describe, expect, test } from 'vitest';
import { caseAddress } from '../../src/cli/case-address.js';
import { cohortOf } from '../../src/rehearsal/cohort/cohort.js';
import { csvOf } from '../../src/rehearsal/play/csv.js';
import { mondayFrom, roundOf } from '../../src/rehearsal/play/days.js';
import { wavesOf } from '../../src/rehearsal/play/intake.js';
import { irisTable } from '../../src/rehearsal/play/iris.js';

const { entrants } = cohortOf('2026', 1, 1);
const structured = entrants.filter(({ track }) => track === 'structured');

const CLOSES = '2026-04-24T09:00:00.000Z';

describe('the waves of a call’s applications', () => {
  const waves = wavesOf(structured, CLOSES);

  test('bring every application, and a drafted one twice: as it is kept and as it is sent', () => {
    const sent = waves.flatMap(({ what, entrants: some }) => (what === 'draft' ? [] : some));
    expect(sent.map(({ key }) => key).sort()).toEqual(structured.map(({ key }) => key).sort());
  });

  test('bring a quarter in the last minute before the close, and only the late ones after it', () => {
    const last = waves.find(({ what }) => what === 'last minute');
    expect(last?.at).toBe('2026-04-24T08:59:00.000Z');
    expect(last?.entrants.length).toBeGreaterThan(structured.length / 5);
    expect(waves.filter(({ at }) => at > CLOSES).map(({ what }) => what)).toEqual(['too late']);
  });
});

describe('what the rehearsal’s files and addresses look like', () => {
  test('IRIS names an application by its receipt number, an hour before the file was made, by Korean time', () => {
    const [header, row] = irisTable(structured.slice(0, 1), '2026-04-24T05:00:00.000Z');
    expect(header?.slice(0, 3)).toEqual(['접수번호', '접수일시', '사업자등록번호']);
    expect(row?.slice(0, 2)).toEqual(['IRIS-structured-0001', '2026-04-24 13:00:00']);
  });

  test('a cell with a quote stays one cell', () => {
    expect(csvOf([['a"b', 'c,d']])).toBe('"a""b","c,d"');
  });

  test('a tranche has an address of its own', () => {
    expect(caseAddress('project/2026/structured/0042/tranche/1')).toBe('/v1/tranches/2026/structured/0042/1');
    expect(caseAddress('call/2026/structured/roadmap')).toBe('/v1/calls/2026/structured/roadmap');
    expect(caseAddress('objection/2026/structured/0042/1')).toBe('/v1/objections/2026/structured/0042/1');
  });

  test('a round begins at ten in Korea, and whoever isn’t pressed waits for a Monday', () => {
    expect(roundOf('2026-04-24')).toBe('2026-04-24T01:00:00.000Z');
    expect(mondayFrom('2026-04-24')).toBe('2026-04-27');
    expect(mondayFrom('2026-04-27')).toBe('2026-04-27');
  });
});
