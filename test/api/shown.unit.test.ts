import { describe, expect, test } from 'vitest';
import { WITHHELD, factsFor, rowFor } from '../../src/api/shown.js';
import type { Actor, Role } from '../../src/charts/kernel/types.js';
import type { TimelineLine } from '../../src/contract/http/cases.js';
import type { Subject } from '../../src/contract/names.js';
import type { SubjectView } from '../../src/ledger/reads/subjects.js';

const actor = (role: Role, person = 'somebody', org = 'company-1'): Actor => ({ person, role, org });

const scored = { scores: { technology: 80 }, total: 8_000, justification: { ko: '우수' }, at: '' };
const seat = (person: string, score: object | null) => ({ person, score, replacedBy: null, recused: null });

const facts = {
  companyId: 'company-1',
  panel: { members: [seat('first', scored), seat('second', null)] },
  earlierPanels: [{ members: [] }],
  evaluation: { score: 80, opinion: { ko: '우수' } },
  place: { rank: 3 },
};

function view(state: string, more: object = facts, subject: Subject = 'structuredProject'): SubjectView {
  const identity = {
    ...{ id: 'x', subject, chartId: 'c', editionId: '2026', editionHash: 'h', track: 'structured' },
    ...{ companyId: 'company-1', partnerId: null, parentId: null },
  };
  const times = { nextDue: null, openedAt: '', updatedAt: '', closedAt: null };
  return { identity, seq: 1, state, deadlines: {}, ...times, facts: more as Record<string, unknown> };
}

const row = (type: string, by: Actor, data: object): TimelineLine =>
  ({ type, by, data, books: { excluded: 'first' } }) as unknown as TimelineLine;

describe('What a firm reads of its project', () => {
  test('is never who evaluates it, nor what one of them thinks', () => {
    for (const state of ['deliberation', 'notSelected', 'research.underWay']) {
      const seen = factsFor(actor('applicant'), view(state));
      expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['panel']));
      expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['earlierPanels']));
    }
  });

  test.each(['underEvaluation.scoring', 'deliberation', 'roadmapEvaluation.evaluated'])(
    'is not what the evaluation came to while its decision is still to be told: %s',
    (state) => {
      const seen = factsFor(actor('applicant'), view(state));
      expect(seen).toEqual({ companyId: 'company-1' });
    },
  );

  test.each(['notSelected', 'reserved', 'agreementPending.open', 'rejected'])(
    'is its score with the opinion once it is told: %s',
    (state) => {
      const seen = factsFor(actor('applicant'), view(state));
      expect(seen).toMatchObject({ evaluation: facts.evaluation, place: { rank: 3 } });
    },
  );

  test('is of a score in the timeline that there was one, and no more', () => {
    const member = actor('panelMember', 'first', 'university');
    const seen = rowFor(actor('applicant'), view('notSelected'), row('SCORE', member, scored));
    expect(seen).toMatchObject({ by: { person: WITHHELD, role: 'panelMember' }, data: {}, books: null });
  });
});

describe('What a panel member reads', () => {
  test('before their own score is nobody’s', () => {
    const seen = factsFor(actor('panelMember', 'second'), view('underEvaluation.scoring'));
    expect(seen).not.toHaveProperty('evaluation');
    expect(seen).not.toHaveProperty('earlierPanels');
    expect(seen['panel']).toEqual({
      members: [{ ...seat(WITHHELD, null) }, seat('second', null)],
    });
  });

  test('after their own score is the others’, without their names', () => {
    const seen = factsFor(actor('panelMember', 'first'), view('underEvaluation.moderation'));
    expect(seen['panel']).toEqual({ members: [seat('first', scored), seat(WITHHELD, null)] });
  });

  test('is of what they did themselves all of it', () => {
    const own = row('SCORE', actor('panelMember', 'first'), scored);
    expect(rowFor(actor('panelMember', 'first'), view('deliberation'), own).data).toEqual(scored);
    expect(rowFor(actor('panelMember', 'second'), view('deliberation'), own).data).toEqual({});
  });

  test('is of a call what they declared', () => {
    const panel = [
      { person: 'first', conflicts: [{ about: 'company-1', kind: 'kinship' }] },
      { person: 'b' },
    ];
    const seen = factsFor(
      actor('panelMember', 'first'),
      view('open', { panel, capacity: 5, budget: '1' }, 'call'),
    );
    expect(seen).toEqual({ capacity: 5, panel: [panel[0]] });
  });
});

test('Nobody who files an objection or is on its board reads who else looks at it', () => {
  const objection = { panel: ['first'], board: ['third'], statement: '오독' };
  for (const reader of [actor('applicant'), actor('panelMember', 'third')])
    expect(factsFor(reader, view('underReview', objection, 'objection'))).toEqual({ statement: '오독' });
});

test.each(['officer', 'committee', 'auditor', 'administrator'] as const)(
  'Whoever oversees reads all: %s',
  (role) => {
    expect(factsFor(actor(role), view('deliberation'))).toEqual(facts);
    const line = row('ASSIGN_PANEL', actor('officer'), { members: ['first'] });
    expect(rowFor(actor(role), view('deliberation'), line)).toEqual(line);
  },
);
