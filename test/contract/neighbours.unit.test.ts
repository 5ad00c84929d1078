import { describe, expect, test } from 'vitest';
import type { EffectOrder, SubjectInput } from '../../src/contract/messages.js';
import { startedBy, toldBy } from '../../src/contract/neighbours.js';

const PROJECT = 'project/2026/structured/0042';
const AT = '2026-08-03T02:00:00.000Z';
const TERMS = { editionId: '2026' };

const project: SubjectInput = {
  identity: {
    ...{ id: PROJECT, subject: 'structuredProject', chartId: 'structured.v2', editionId: '2026' },
    ...{ editionHash: 'hash', track: 'structured', companyId: 'company-0001', partnerId: 'partner-csem' },
    parentId: null,
  },
  facts: { terms: TERMS },
  command: {
    id: 'c',
    type: 'SUBMIT',
    data: {},
    by: { person: 'p', role: 'applicant', org: 'o' },
    receivedAt: AT,
  },
};

function order(name: string, params: Readonly<Record<string, unknown>>): EffectOrder {
  const whose = {
    subjectId: PROJECT,
    chartId: 'structured.v2',
    companyId: 'company-0001',
    editionId: '2026',
  };
  return { key: `${PROJECT}/9.1`, ...whose, at: AT, name, params };
}

describe('What runs beside a project', () => {
  test.each([
    ['startObjection', 'objection', 'OPEN_OBJECTION'],
    ['startChange', 'change', 'OPEN_CHANGE'],
    ['startSettlement', 'settlement', 'OPEN_SETTLEMENT'],
    ['startRecovery', 'recovery', 'OPEN_RECOVERY'],
    ['startSanction', 'sanction', 'OPEN_SANCTION'],
  ])('by %s it begins as a subject of its own: %s, with %s', (name, subject, type) => {
    const facts = { reason: 'x' };
    const [started, ...others] = startedBy(order(name, { chartId: `${subject}.v1`, no: 2, facts }), project);
    const id = `${subject}/2026/structured/0042/2`;
    expect(others).toEqual([]);
    expect(started).toMatchObject({
      identity: { id, subject, chartId: `${subject}.v1`, parentId: PROJECT, partnerId: 'partner-csem' },
      command: { id: `${PROJECT}/9.1/${subject}`, type, receivedAt: AT, by: { role: 'system' } },
    });
    expect(started?.facts).toEqual({
      ...{ reason: 'x', subjectId: id, projectId: PROJECT, companyId: 'company-0001' },
      ...{ editionId: '2026', no: 2, terms: TERMS },
    });
  });

  test('belongs to the partner that the order names: one that is about to come in', () => {
    const facts = { partnerId: 'partner-tno' };
    const [started] = startedBy(order('startChange', { chartId: 'change.v1', no: 1, facts }), project);
    expect(started?.identity.partnerId).toBe('partner-tno');
  });

  test('begins with nothing where an order starts nothing', () => {
    expect(startedBy(order('tellProject', { event: 'X', data: {} }), project)).toEqual([]);
  });
});

test('tranches begin with everything that their plan says', () => {
  const tranches = [
    { no: 1, amount: '200', grant: '500', partnerId: null },
    { no: 2, amount: '300', grant: '500', partnerId: null },
  ];
  const started = startedBy(order('scheduleTranches', { chartId: 'tranche.v2', tranches }), project);
  expect(started.map(({ identity, command }) => [identity.id, command.id])).toEqual([
    [`${PROJECT}/tranche/1`, `${PROJECT}/9.1/1`],
    [`${PROJECT}/tranche/2`, `${PROJECT}/9.1/2`],
  ]);
  expect(started[1]?.facts).toMatchObject({
    no: 2,
    amount: '300',
    grant: '500',
    partnerId: null,
    terms: TERMS,
  });
});

describe('Whoever is told something', () => {
  const tranche: SubjectInput = {
    ...project,
    identity: { ...project.identity, id: `${PROJECT}/tranche/1`, parentId: PROJECT },
  };
  const tellings = (params: Readonly<Record<string, unknown>>, input = project) =>
    toldBy(order('tell', { event: 'SOMETHING', ...params }), input).map(({ to, command }) => [
      to,
      command.id.slice(PROJECT.length + 1),
      command.data,
    ]);

  test('is the project, where a subject of it names nobody', () => {
    expect(tellings({ data: { no: 1 } }, tranche)).toEqual([[PROJECT, '9.1', { no: 1 }]]);
  });

  test('is a subject by its id', () => {
    const to = 'settlement/2026/structured/0042/1';
    expect(tellings({ data: {}, to })).toEqual([[to, '9.1', {}]]);
  });

  test('are tranches by their numbers, each by an announcement of its own', () => {
    expect(tellings({ data: { a: 1 }, tranches: [1, 3] })).toEqual([
      [`${PROJECT}/tranche/1`, '9.1/1', { a: 1 }],
      [`${PROJECT}/tranche/3`, '9.1/3', { a: 1 }],
    ]);
  });

  test('are tranches, each with what is its own', () => {
    const each = [
      { no: 2, data: { amount: '1' } },
      { no: 3, data: { amount: '2' } },
    ];
    expect(tellings({ each })).toEqual([
      [`${PROJECT}/tranche/2`, '9.1/2', { amount: '1' }],
      [`${PROJECT}/tranche/3`, '9.1/3', { amount: '2' }],
    ]);
  });

  test('is nobody where no tranches are named', () => {
    expect(tellings({ data: {}, tranches: [] })).toEqual([]);
  });
});
