import { describe, expect, test } from 'vitest';
import { standingBooks } from '../../src/api/claim-books.js';
import { editionHash, loadEdition } from '../../src/program/load.js';
import type { SubjectView } from '../../src/ledger/reads/subjects.js';
import type { Track } from '../../src/contract/names.js';
import { COMPANY, PARTNER } from '../charts/support/people.js';

const IN_FORCE = { agreement: { inForceFrom: '2026-07-01T00:00:00.000Z' }, outcome: null };

function project(
  track: Track,
  facts: object,
  state = 'research.underWay',
  closedAt: string | null = null,
): SubjectView {
  return {
    identity: {
      ...{ id: `project/2026/${track}/0001`, subject: `${track}Project`, chartId: `${track}Project.v2` },
      ...{ editionId: '2026', editionHash: editionHash(loadEdition('2026')), track },
      ...{ companyId: COMPANY, partnerId: PARTNER, parentId: null },
    },
    facts: {
      ...{ ...IN_FORCE, stage: 2, reports: [], grades: [], freezes: [], openedTranches: 1 },
      ...facts,
    },
    ...{ state, seq: 9, deadlines: {}, nextDue: null, closedAt },
    ...{ openedAt: '2026-06-01T00:00:00.000Z', updatedAt: '2026-06-01T00:00:00.000Z' },
  };
}

const reported = { reports: [{ stage: 1, documentSha256: 'a' }] };

describe('What the books say of a tranche that is claimed', () => {
  test('the first tranche waits for no report and no gate', () => {
    expect(standingBooks(project('structured', { stage: 1 }), 1)).toEqual({
      ...{ agreement: 'inForce', report: 'none', gate: 'none', frozen: 'none' },
    });
  });

  test.each([
    ['nobody has reported', {}, 'research.underWay', { report: 'missing', gate: 'open' }],
    [
      'the report is being looked at',
      { ...reported, stage: 1 },
      'research.stageEvaluation',
      { report: 'submitted', gate: 'open' },
    ],
    [
      'the report was returned',
      { ...reported, stage: 1 },
      'research.underWay',
      { report: 'returned', gate: 'open' },
    ],
    [
      'the stage was good enough',
      { ...reported, grades: [{ stage: 1, grade: 'average' }] },
      'research.underWay',
      { report: 'accepted', gate: 'passed' },
    ],
    [
      'the stage opens nothing',
      { ...reported, grades: [{ stage: 1, grade: 'extremely-poor' }] },
      'settling',
      { report: 'accepted', gate: 'failed' },
    ],
  ])('the second, where %s', (_, facts, state, said) => {
    expect(standingBooks(project('structured', facts, state), 2)).toMatchObject(said);
  });

  test('with Eco-Bridge it is the gate before its stage that opens a tranche', () => {
    const before = project('ecoBridge', { openedTranches: 1 }, 'clinical.gate');
    expect(standingBooks(before, 2)).toMatchObject({ report: 'none', gate: 'open' });
    const behind = project('ecoBridge', { openedTranches: 2 }, 'clinical.criteria');
    expect(standingBooks(behind, 2)).toMatchObject({ report: 'none', gate: 'passed' });
  });

  test('only institutions that are frozen now are named, each once', () => {
    const freeze = (institution: string, until: string | null) => ({ institution, until });
    const freezes = [
      freeze(COMPANY, '2026-08-01T00:00:00.000Z'),
      freeze(PARTNER, null),
      freeze(PARTNER, null),
    ];
    expect(standingBooks(project('structured', { freezes }), 1)).toMatchObject({ frozen: PARTNER });
  });

  test.each([
    ['not signed by both yet', { agreement: { inForceFrom: null } }, null, 'notInForce'],
    ['without any', { agreement: null }, null, 'notInForce'],
    ['of a project that was stopped', { outcome: 'stopped' }, null, 'ended'],
    ['of a project that is closed', { outcome: 'completed' }, '2029-01-01T00:00:00.000Z', 'ended'],
    ['of a project that is completed and still to be settled', { outcome: 'completed' }, null, 'inForce'],
  ])('an agreement %s', (_, facts, closedAt, agreement) => {
    expect(standingBooks(project('structured', facts, 'settling', closedAt), 1)).toMatchObject({ agreement });
  });
});
