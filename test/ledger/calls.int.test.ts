import { describe, expect, test } from 'vitest';
import { countsOf } from '../../src/ledger/calls.js';
import { entrantsOf, runningProjectsOf } from '../../src/ledger/entrants.js';
import { applyList, promoteNext } from '../../src/ledger/places.js';
import { besideOf, listSubjects, listViews } from '../../src/ledger/reads/subjects.js';
import { objectingTo, untoldOf } from '../../src/ledger/unsettled.js';
import { emptyBooks, identityOf } from './books.js';
import { CALL, CHAIR, ROADMAPS, appliedCall, callStands, idOf, line, listOf, stands } from './call-books.js';

const evaluation = { score: 80.5, opinion: { ko: '좋음' }, criteria: { merit: 8050 } };

const member = (person: string, said = {}) => ({
  person,
  replacedBy: null,
  recused: null,
  score: null,
  ...said,
});

describe('When it is asked how a call’s projects stand', () => {
  test('those in pre-check are unscreened, those without a score unevaluated, the unscreened among them', async () => {
    const { ledger } = await emptyBooks();
    const states = [
      ...['submitted', 'priorityCheck', 'underEvaluation.scoring', 'underEvaluation.moderation'],
      ...['deliberation', 'ineligible', 'withdrawn'],
    ];
    for (const [index, state] of states.entries()) await stands(ledger, idOf(index + 1), state);
    await stands(ledger, idOf(9), 'submitted', { facts: { callId: null } });
    expect(await countsOf(ledger, CALL, 'selection')).toEqual({
      ...{ received: 7, unscreened: 2, unevaluated: 4 },
      byState: Object.fromEntries(states.map((state) => [state, 1])),
    });
  });

  test('of the roadmaps’ competition are those that draft one, have one evaluated, or were placed by it', async () => {
    const { ledger } = await emptyBooks();
    await stands(ledger, idOf(1), 'roadmap.drafting');
    await stands(ledger, idOf(2), 'roadmapEvaluation.scoring');
    await stands(ledger, idOf(3), 'roadmapEvaluation.evaluated');
    await stands(ledger, idOf(4), 'notSelected');
    await stands(ledger, idOf(5), 'agreementPending');
    const listSha256 = await listOf(ledger, [line(5, 'selected')], ROADMAPS);
    await applyList(ledger, { callId: ROADMAPS, listSha256, key: `${ROADMAPS}/9.0`, by: CHAIR });
    const counts = await countsOf(ledger, ROADMAPS, 'roadmap');
    expect(counts).toMatchObject({ received: 4, unscreened: 1, unevaluated: 2 });
  });

  test('a call with nobody in it has noughts', async () => {
    const { ledger } = await emptyBooks();
    expect(await countsOf(ledger, CALL, 'selection')).toEqual({
      ...{ received: 0, unscreened: 0, unevaluated: 0, byState: {} },
    });
  });
});

describe('When a call’s list is made', () => {
  test('who waits for its decision takes part, with what a ranking looks at, in the order of their numbers', async () => {
    const { ledger } = await emptyBooks();
    const facts = {
      ...{
        evaluation,
        proposalId: 'P-1',
        entryStage: 'ind-filing',
        targetStage: 'phase-1',
        preferences: ['unicorn'],
        title: { ko: '가', en: 'a' },
      },
      ...{ requested: { government: '900' }, grant: null },
    };
    for (const number of [2, 1]) await stands(ledger, idOf(number), 'deliberation', { facts });
    await stands(ledger, idOf(3), 'underEvaluation.scoring');
    const [first, ...others] = await entrantsOf(ledger, CALL, 'selection');
    expect(first).toEqual({
      ...{ projectId: idOf(1), seq: 1, number: 1, state: 'deliberation', standing: 'deliberating' },
      ...{ placeState: null, rank: null, companyId: 'company-0001', partnerId: 'partner-csem' },
      ...{
        proposalId: 'P-1',
        entryStage: 'ind-filing',
        targetStage: 'phase-1',
        preferences: ['unicorn'],
        title: { ko: '가', en: 'a' },
      },
      ...{ requested: { government: '900' }, grant: null },
      evaluation: { score: 80.5, criteria: { merit: 8050 } },
    });
    expect(others.map(({ projectId }) => projectId)).toEqual([idOf(2)]);
  });

  test('once it is applied: who has a place, with or without an agreement, and who waits for one', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    const agreement = { inForceFrom: '2026-07-01T00:00:00.000Z' };
    await stands(ledger, idOf(1), 'research.underWay', { facts: { agreement } });
    await stands(ledger, idOf(4), 'withdrawn', { done: true });
    await stands(ledger, idOf(6), 'deliberation');
    const entrants = await entrantsOf(ledger, CALL, 'selection');
    expect(entrants.map(({ number, standing }) => [number, standing])).toEqual([
      [1, 'agreed'],
      [2, 'promised'],
      [3, 'reserved'],
      [5, 'reserved'],
      [6, 'deliberating'],
    ]);
  });

  test('who gave its place back takes part no more', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    await stands(ledger, idOf(1), 'lapsed', { done: true });
    await promoteNext(ledger, { callId: CALL, key: `${CALL}/50.0`, by: CHAIR, freed: idOf(1) });
    const entrants = await entrantsOf(ledger, CALL, 'selection');
    expect(entrants.map(({ number, standing }) => [number, standing])).toEqual([
      [2, 'promised'],
      [3, 'promised'],
      [4, 'reserved'],
      [5, 'reserved'],
    ]);
  });

  test('the roadmaps’ list is of those whose roadmap was evaluated', async () => {
    const { ledger } = await emptyBooks();
    await stands(ledger, idOf(1), 'roadmapEvaluation.evaluated', { facts: { evaluation } });
    await stands(ledger, idOf(2), 'roadmapEvaluation.scoring');
    await stands(ledger, idOf(3), 'deliberation', { facts: { evaluation } });
    const entrants = await entrantsOf(ledger, ROADMAPS, 'roadmap');
    expect(entrants.map(({ number }) => number)).toEqual([1]);
  });

  test('a company’s running projects are those with an agreement in force', async () => {
    const { ledger } = await emptyBooks();
    const facts = { agreement: { inForceFrom: '2026-07-01T00:00:00.000Z' } };
    await stands(ledger, idOf(1), 'research.underWay', { facts });
    await stands(ledger, idOf(2), 'closed', { facts, done: true });
    await stands(ledger, idOf(3), 'agreementPending', { facts: { agreement: { inForceFrom: null } } });
    expect(await runningProjectsOf(ledger, ['company-0001', 'company-0002'])).toEqual({ 'company-0001': 1 });
  });
});

describe('When it is asked what of a call is not settled', () => {
  test('whoever hasn’t been told is counted, all of them or those of one event', async () => {
    const { ledger } = await emptyBooks();
    const listSha256 = await listOf(ledger, [line(1, 'selected'), line(2, 'rejected')]);
    await applyList(ledger, { callId: CALL, listSha256, key: `${CALL}/9.0`, by: CHAIR });
    expect(await untoldOf(ledger, CALL)).toBe(2);
    expect(await untoldOf(ledger, CALL, 'SELECTED_BY_CALL')).toBe(1);
    expect(await untoldOf(ledger, ROADMAPS)).toBe(0);
  });

  test('a project objects until it has been placed anew; one that waits for another competition doesn’t', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    const facts = { place: { callId: CALL } };
    await stands(ledger, idOf(1), 'roadmapEvaluation.evaluated', { facts });
    await stands(ledger, idOf(2), 'roadmap.drafting', { facts });
    expect(await objectingTo(ledger, CALL)).toBe(0);
    await stands(ledger, idOf(3), 'objection', { facts });
    await stands(ledger, idOf(6), 'deliberation', { facts });
    expect(await objectingTo(ledger, CALL)).toBe(2);
  });
});

describe('When cases of all kinds are listed', () => {
  test('each kind has a list of its own, and a project its own objections', async () => {
    const { ledger } = await emptyBooks();
    const objection = (no: number): string => `objection/2026/structured/0001/${no}`;
    await callStands(ledger, { capacity: 1 });
    await stands(ledger, idOf(1), 'submitted');
    await stands(ledger, `${idOf(1)}/tranche/1`, 'scheduled');
    for (const no of [2, 1]) {
      const identity = identityOf(objection(no), { subject: 'objection', parentId: idOf(1) });
      await stands(ledger, objection(no), 'filed', { identity, facts: { callId: CALL } });
    }
    const ids = async (kind: 'project' | 'tranche' | 'call' | 'objection') =>
      (await listSubjects(ledger, { kind }, { limit: 9 })).map(({ identity }) => identity.id);
    expect(await ids('project')).toEqual([idOf(1)]);
    expect(await ids('tranche')).toEqual([`${idOf(1)}/tranche/1`]);
    expect(await ids('call')).toEqual([CALL]);
    expect(await ids('objection')).toEqual([objection(1), objection(2)]);
    expect((await besideOf(ledger, idOf(1), 'objection')).map(({ identity }) => identity.id)).toEqual([
      objection(1),
      objection(2),
    ]);
    const ofCall = await listSubjects(ledger, { kind: 'project', callId: CALL }, { limit: 9 });
    expect(ofCall.map(({ identity }) => identity.id)).toEqual([idOf(1)]);
  });

  test('a page can come with what is known of each case', async () => {
    const { ledger } = await emptyBooks();
    for (const number of [1, 2, 3]) await stands(ledger, idOf(number), 'submitted');
    const page = await listViews(ledger, { callId: CALL }, { limit: 2, after: idOf(1) });
    expect(page.map(({ facts }) => facts['number'])).toEqual([2, 3]);
  });

  test('a panel member finds what they sit on the panel of, and nothing that they left', async () => {
    const { ledger } = await emptyBooks();
    const panels = [
      [member('panel-1'), member('panel-2')],
      [member('panel-2')],
      [member('panel-1', { recused: 'kinship' })],
      [member('panel-1', { replacedBy: 'panel-3' }), member('panel-3')],
    ];
    for (const [index, members] of panels.entries())
      await stands(ledger, idOf(index + 1), 'underEvaluation.scoring', { facts: { panel: { members } } });
    await stands(ledger, idOf(5), 'submitted', { facts: { panel: null } });
    const identity = identityOf(CALL, { subject: 'call' });
    await stands(ledger, CALL, 'screening', {
      identity,
      facts: { panel: [{ person: 'panel-1', conflicts: [] }] },
    });
    const sees = async (panelMember: string) =>
      (await listSubjects(ledger, { panelMember }, { limit: 9 })).map(({ identity: { id } }) => id);
    expect(await sees('panel-1')).toEqual([CALL, idOf(1)]);
    expect(await sees('panel-2')).toEqual([idOf(1), idOf(2)]);
    expect(await sees('panel-3')).toEqual([idOf(4)]);
    expect(await sees('panel-4')).toEqual([]);
  });
});
