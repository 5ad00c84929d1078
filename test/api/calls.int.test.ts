import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as call from './a-call.js';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Json, Service } from './service.js';

let service: Service;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const get = async (path: string, as = the.OFFICER): Promise<Json> => (await service.get(path, { as })).body;
const post = (path: string, as: string, body: Json): ReturnType<Service['post']> =>
  service.post(path, { as, body });

/** Four applicants; the scores that the panel gives each. */
const POINTS = [90, 80, 70, 50];

// One call from its plan to its places, in the order in which it goes.
describe.sequential('a call, as the API shows it', () => {
  let projects: string[];
  let ids: string[];
  let proposed: Json;
  const closesIn = 8_000;
  let closes: Date;

  test('only an officer plans one', async () => {
    const { status, body } = await service.post('/v1/calls', {
      as: the.APPLICANT,
      body: { track: 'autonomous', competition: 'selection' },
    });
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'wrongRole' });
  });

  test('only the structured track has a competition of roadmaps', async () => {
    const { status, body } = await post('/v1/calls', the.OFFICER, {
      track: 'autonomous',
      competition: 'roadmap',
    });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'noSuchCompetition' });
  });

  test('what its plan leaves out is the edition’s', async () => {
    closes = new Date(Date.now() + closesIn);
    const { status, body, headers } = await call.plan(service, closes);
    expect({ status, id: body.id }).toEqual({ status: 201, id: call.CALL_ID });
    expect(headers.get('location')).toBe(call.CALL);
    const { facts } = await call.until(service, call.CALL, 'open');
    // 42 places at a fifth of 1.4 billion.
    expect(facts).toMatchObject({ capacity: 42, budget: '11760000000', companyId: 'agency' });
  });

  test('there is one for each competition', async () => {
    const { status, body } = await call.plan(service, closes);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'callExists' });
  });

  test('an application within its window belongs to it', async () => {
    await call.done(service, the.COMMITTEE, call.CALL, 'CHANGE_CAPACITY', {
      capacity: 2,
      ground: '예산 축소',
    });
    projects = [];
    for (const n of POINTS.keys()) projects.push(await call.applied(service, n + 1));
    const found = await Promise.all(projects.map((href) => get(href)));
    ids = found.map(({ id }) => id as string);
    expect(found.map(({ facts }) => facts.callId)).toEqual(POINTS.map(() => call.CALL_ID));
    expect((await get(`/v1/projects?call=${call.CALL_ID}`)).items).toHaveLength(POINTS.length);
  });

  test('everybody may know that it is there, and no more', async () => {
    const { items } = await get('/v1/calls?edition=2026-pocket', the.APPLICANT);
    expect(items).toMatchObject([{ id: call.CALL_ID, track: 'autonomous', state: 'open', capacity: 2 }]);
    const seen = await get(call.CALL, the.APPLICANT);
    expect(Object.keys(seen.facts).sort()).toEqual([
      'capacity',
      'competition',
      'track',
      'window',
      'windowHistory',
    ]);
    const timeline = await service.get(`${call.CALL}/timeline`, { as: the.APPLICANT });
    expect(timeline.status).toBe(404);
    const acted = await post(`${call.CALL}/actions`, the.APPLICANT, { type: 'FINISH_SCREENING' });
    expect({ status: acted.status, code: acted.body.code }).toEqual({ status: 403, code: 'notYourCase' });
  });

  test('members of its panel declare their conflicts, and see their own', async () => {
    const members = call.PANEL.map((person, n) => ({ person, org: `university-${n}` }));
    await call.done(service, the.OFFICER, call.CALL, 'APPOINT_PANEL', { members });
    const conflicts = [{ about: call.company(1), kind: 'kinship' }];
    await Promise.all(
      call.PANEL.map((as, n) =>
        call.done(service, as, call.CALL, 'DECLARE_CONFLICTS', { conflicts: n === 0 ? conflicts : [] }),
      ),
    );
    const { facts } = await get(call.CALL, call.PANEL[0]);
    expect(facts.panel).toMatchObject([{ person: call.PANEL[0], conflicts, isDeclared: true }]);
  });

  test('it closes by itself, and an application after that is late', async () => {
    await call.until(service, call.CALL, 'screening');
    expect(Date.now()).toBeGreaterThan(closes.getTime());
    const as = call.applicant(9);
    await service.post('/v1/documents', {
      as,
      raw: 'a letter of intent',
      headers: { 'content-type': 'text/plain' },
    });
    const late = await post('/v1/applications', as, call.application(9));
    expect({ status: late.status, code: late.body.code }).toEqual({ status: 409, code: 'windowClosed' });
    expect(late.body.blockedBy[0].evidence).toMatchObject({ closes: closes.toISOString() });
  });

  test('the pre-check says of each application what it looked at', async () => {
    const { items, next } = await get(`${call.CALL}/pre-check`);
    expect(next).toBeNull();
    expect(items.map(({ id }: Json) => id)).toEqual(ids);
    const verdict = items[0].verdicts.find(({ code }: Json) => code === 'isWithinCall');
    expect(verdict).toMatchObject({ ok: true, evidence: { closes: closes.toISOString() } });
    expect(items[0].verdicts.every(({ ok }: Json) => ok)).toBe(true);
  });

  test('its screening can’t be finished while anything is unscreened, which its actions say', async () => {
    const { actions } = await get(`${call.CALL}/actions`);
    const finish = actions.find(({ type }: Json) => type === 'FINISH_SCREENING');
    expect(finish.refusal.blockedBy).toMatchObject([
      { code: 'isEverythingScreened', evidence: { unscreened: '4' } },
    ]);
    const refused = await post(`${call.CALL}/actions`, the.OFFICER, { type: 'FINISH_SCREENING' });
    expect({ status: refused.status, code: refused.body.code }).toEqual({
      status: 409,
      code: 'isEverythingScreened',
    });
  });

  test('many are screened at once, item by item, and sent again nothing is done twice', async () => {
    const items = [
      ...ids.map((id) => ({ case: id, type: 'PASS_PRECHECK', data: {} })),
      { case: ids[0], type: 'PASS_PRECHECK', data: {} },
      { case: 'project/2026-pocket/autonomous/9999', type: 'PASS_PRECHECK', data: {} },
      { case: ids[1], type: 'NO_SUCH_EVENT', data: {} },
    ];
    const sent = { as: the.OFFICER, key: 'bulk-of-screening', body: { items } };
    const { status, body } = await service.post('/v1/bulk', sent);
    expect(status).toBe(200);
    expect(body.counts).toEqual({ applied: 4, refused: 3, ignored: 0, pending: 0 });
    expect(body.items.map(({ outcome }: Json) => outcome)).toEqual([
      ...['applied', 'applied', 'applied', 'applied'],
      ...['refused', 'refused', 'refused'],
    ]);
    expect(body.items.slice(4).map(({ refusal }: Json) => refusal.code)).toEqual([
      ...['notOfferedHere', 'notFound', 'unknownEvent'],
    ]);
    expect((await service.post('/v1/bulk', sent)).body).toEqual(body);
    expect(await get(body.href)).toEqual(body);
    const other = await service.post('/v1/bulk', { ...sent, body: { items: items.slice(0, 1) } });
    expect({ status: other.status, code: other.body.code }).toEqual({ status: 422, code: 'keyReused' });
    expect(await the.rowsOf(service, projects[0] ?? '', 'PASS_PRECHECK')).toHaveLength(1);
  });

  test('panels are assigned evenly and without conflicts; a dry run writes nothing', async () => {
    const items = ids.map((id) => ({ case: id, type: 'CONFIRM_PRIORITY', data: { preferences: [] } }));
    await post('/v1/bulk', the.OFFICER, { items });
    await call.done(service, the.OFFICER, call.CALL, 'FINISH_SCREENING');
    const dry = await post(`${call.CALL}/assignments?dryRun=true`, the.OFFICER, { panelSize: 3 });
    expect(dry.body).toMatchObject({ panelSize: 3, unassignable: [], bulk: null });
    expect((await get(projects[0] ?? '')).state).toBe('underEvaluation.unassigned');
    expect(dry.body.loads.map((load: Json) => load.projects)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(dry.body.items[0].members).not.toContain(call.PANEL[0]);
    const { body } = await post(`${call.CALL}/assignments`, the.OFFICER, { panelSize: 3 });
    expect(body.items).toEqual(dry.body.items);
    expect(body.bulk.counts).toMatchObject({ applied: 4 });
  });

  test('a member whose conflict names the firm can’t be put on its panel', async () => {
    const { facts } = await get(projects[0] ?? '');
    const { status, body } = await post(`${projects[0]}/actions`, the.OFFICER, {
      type: 'REPLACE_MEMBER',
      data: { member: facts.panel.members[0].person, by: call.PANEL[0], ground: '교체' },
    });
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'hasNoExcludedMember' });
  });

  test('a member sees what is assigned to them, and nobody else’s score before their own', async () => {
    const { facts } = await get(projects[0] ?? '');
    const [first, second, third] = facts.panel.members.map(({ person }: Json) => person);
    const outsider = call.PANEL.find((person) => ![first, second, third].includes(person));
    expect((await service.get(projects[0] ?? '', { as: outsider ?? '' })).status).toBe(404);
    expect((await get('/v1/projects', first)).items.map(({ id }: Json) => id)).toContain(ids[0]);
    await call.done(service, first, projects[0] ?? '', 'SCORE', call.scores(POINTS[0] ?? 0));
    const before = (await get(projects[0] ?? '', second)).facts.panel.members;
    expect(before.map(({ score }: Json) => score)).toEqual([null, null, null]);
    expect(before.filter(({ person }: Json) => person !== second)).toEqual([
      ...[{ person: 'withheld', score: null, replacedBy: null, recused: null }],
      ...[{ person: 'withheld', score: null, replacedBy: null, recused: null }],
    ]);
    const hidden = (await get(`${projects[0]}/timeline`, second)).items.find(
      ({ type }: Json) => type === 'SCORE',
    );
    expect(hidden).toMatchObject({ by: { person: 'withheld' }, data: {} });
    await call.done(service, second, projects[0] ?? '', 'SCORE', call.scores(POINTS[0] ?? 0));
    const after = (await get(projects[0] ?? '', second)).facts.panel.members;
    expect(after.filter(({ score }: Json) => score !== null)).toHaveLength(2);
  });

  test('a firm sees no panel, no single score, and no evaluation before its decision', async () => {
    const unscored = await Promise.all(
      projects.map(async (href, index) => {
        const { facts } = await get(href);
        return facts.panel.members
          .filter(({ score }: Json) => score === null)
          .map(({ person }: Json) => ({ person, href, points: POINTS[index] ?? 0 }));
      }),
    );
    for (const { person, href, points } of unscored.flat())
      await call.done(service, person, href, 'SCORE', call.scores(points));
    await call.until(service, projects[0] ?? '', 'deliberation');
    const seen = await get(projects[0] ?? '', call.applicant(1));
    expect(seen.facts).not.toHaveProperty('panel');
    expect(seen.facts).not.toHaveProperty('evaluation');
    const { items } = await get(`${projects[0]}/timeline`, call.applicant(1));
    const scored = items.filter(({ type }: Json) => type === 'SCORE');
    expect(scored).toHaveLength(3);
    for (const row of scored)
      expect(row).toMatchObject({ by: { person: 'withheld' }, data: {}, books: null });
    const early = await service.get(`${projects[0]}/rank`, { as: call.applicant(1) });
    expect({ status: early.status, code: early.body.code }).toEqual({ status: 409, code: 'notRankedYet' });
  });

  test('staff follow its applications', async () => {
    const { items } = await get(`${call.CALL}/applications`);
    expect(items).toMatchObject(
      POINTS.map((score, n) => ({
        ...{ id: ids[n], company: call.company(n + 1), state: 'deliberation', score },
        ...{ panel: { seats: 3, scored: 3 }, failing: null },
      })),
    );
    const one = await service.get(`${call.CALL}/applications`, { as: the.APPLICANT });
    expect(one.status).toBe(403);
  });

  test('a dry run shows who gets in, what money moves and which clocks start, and writes nothing', async () => {
    await call.done(service, the.OFFICER, call.CALL, 'FINISH_EVALUATION');
    const { status, body } = await post(`${call.CALL}/lists?dryRun=true`, the.OFFICER, {});
    expect(status).toBe(200);
    expect(body).toMatchObject({ capacity: 2, selected: 2, reserve: 1, rejected: 1, isStored: false });
    expect(body.places.map(({ id, outcome }: Json) => [id, outcome])).toEqual([
      ...[
        [ids[0], 'selected'],
        [ids[1], 'selected'],
        [ids[2], 'reserve'],
        [ids[3], 'rejected'],
      ],
    ]);
    // 600 million and the partner's 200, twice; a fifth of each in the first year.
    expect(body.money).toEqual({ committed: '1600000000', firstYear: '320000000' });
    expect(body.clocks.map(({ name }: Json) => name)).toEqual(['objection', 'agreement', 'reserve']);
    expect((await get(`${call.CALL}/lists`)).items).toEqual([]);
    const unknown = await post(`${call.CALL}/actions`, the.OFFICER, {
      type: 'PROPOSE_LIST',
      data: { listSha256: body.sha256 },
    });
    expect(unknown.body.code).toBe('isKnownList');
  });

  test('exceptions beyond the capacity are refused with the limit that they pass', async () => {
    const exceptions = [{ projectId: ids[2], outcome: 'selected', ground: '전략분야' }];
    const { status, body } = await post(`${call.CALL}/lists?dryRun=true`, the.COMMITTEE, { exceptions });
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'isWithinCapacity' });
    expect(body.blockedBy[0].evidence).toEqual({ selected: '3', capacity: '2' });
  });

  test('the list that is kept is proposed by one person and decided by another', async () => {
    proposed = (await post(`${call.CALL}/lists`, the.OFFICER, {})).body;
    expect(proposed.isStored).toBe(true);
    const data = { listSha256: proposed.sha256 };
    await call.done(service, the.OFFICER, call.CALL, 'PROPOSE_LIST', data);
    const decide = (as: string): ReturnType<typeof post> =>
      post(`${call.CALL}/actions`, as, { type: 'DECIDE_LIST', data });
    // Two of the committee at once: one decides, the other is told that there is nothing left to decide.
    const both = await Promise.all([decide(the.COMMITTEE), decide(call.OTHER_COMMITTEE)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('notOfferedHere');
    expect(await the.rowsOf(service, call.CALL, 'DECIDE_LIST')).toHaveLength(1);
    await call.until(service, call.CALL, 'notified');
    await call.until(service, projects[0] ?? '', 'agreementPending.open');
    await call.until(service, projects[2] ?? '', 'reserved');
    await call.until(service, projects[3] ?? '', 'notSelected');
    const row = (await get(`${call.CALL}/timeline`)).items.find(({ type }: Json) => type === 'DECIDE_LIST');
    expect(row.books).toMatchObject({
      list: 'known',
      isCurrent: 'yes',
      overCapacity: 'no',
      overBudget: 'no',
    });
  });

  test('everybody is told their own rank, how it came about, and nothing of another’s', async () => {
    const { status, body } = await service.get(`${projects[2]}/rank`, { as: call.applicant(3) });
    expect(status).toBe(200);
    expect(body).toMatchObject({ rank: 3, among: 4, outcome: 'reserve', reserveRank: 1, total: 7_000 });
    for (const { ko, en } of body.derivation) expect([ko, en].join()).not.toMatch(/90|80|company/);
    expect((await service.get(`${projects[2]}/rank`, { as: call.applicant(1) })).status).toBe(404);
    const seen = await get(projects[2] ?? '', call.applicant(3));
    expect(seen.facts.evaluation).toMatchObject({ score: 70 });
    expect(seen.facts).not.toHaveProperty('panel');
  });

  test('a list is read again as it was, also as a table', async () => {
    const { body } = await service.get(`${call.CALL}/lists/${proposed.sha256}`, { as: the.AUDITOR });
    expect(body.places).toEqual(proposed.places);
    const csv = await service.get(`${call.CALL}/lists/${proposed.sha256}?format=csv`, { as: the.AUDITOR });
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(csv.body.split('\r\n')[1]).toContain(ids[0]);
  });

  test('the capacity can’t go below what was promised, and the refusal says what frees a place', async () => {
    const lower = { type: 'CHANGE_CAPACITY', data: { capacity: 1, ground: '예산 삭감' } };
    const { status, body } = await post(`${call.CALL}/actions`, the.COMMITTEE, lower);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'isNotBelowPromised' });
    expect(body.blockedBy[0]).toMatchObject({ evidence: { promised: '2' }, clearedBy: ['committee'] });
    expect(body.blockedBy[0].next.en).toContain('declines');
  });

  test('who declines makes room for the next of the reserve', async () => {
    await call.done(service, call.applicant(1), projects[0] ?? '', 'DECLINE_SELECTION', { reason: '사정' });
    await call.until(service, projects[2] ?? '', 'agreementPending.open');
    const { items } = await get(`${call.CALL}/places`);
    expect(items.map(({ project, state }: Json) => [project, state])).toEqual([
      ...[
        [ids[0], 'freed'],
        [ids[1], 'selected'],
        [ids[2], 'promoted'],
        [ids[3], 'rejected'],
      ],
    ]);
    const { body } = await service.get(`${projects[2]}/rank`, { as: call.applicant(3) });
    expect(body).toMatchObject({ rank: 3, outcome: 'selected' });
  });

  test('an objection is a case of its own, in which its firm sees no name', async () => {
    const statement = '평가 자료를 오독하였습니다.';
    await call.done(service, call.applicant(4), projects[3] ?? '', 'FILE_OBJECTION', {
      ground: 'misreading',
      statement,
    });
    const href = `${projects[3]?.replace('projects', 'objections')}/1`;
    await call.known(service, href);
    const seen = await get(href, call.applicant(4));
    expect(seen.facts).toMatchObject({ statement });
    expect(seen.facts).not.toHaveProperty('panel');
    expect((await get(projects[3] ?? '')).objections).toMatchObject([{ state: 'filed' }]);
    expect((await service.get(href, { as: call.applicant(1) })).status).toBe(404);
  });
});
