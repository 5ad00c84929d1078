import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as the from './a-case.js';
import { acted, claimed } from './a-claim.js';
import { startService } from './service.js';
import type { Json, Service } from './service.js';

let service: Service;
let href: string;
let tranche: string;
let tranches: string[];
let command: string;

beforeAll(async () => {
  service = await startService();
  href = await the.apply(service);
  tranche = await the.agree(service, href);
  const { body } = await service.get(`${href}/tranches`, { as: the.OFFICER });
  tranches = body.items.map((item: Json) => item.href);
  command = (await service.get('/v1/commands', { as: the.APPLICANT })).body.items[0].id;
});
afterAll(() => service.stop());

const status = async (path: string, as: string): Promise<number> => (await service.get(path, { as })).status;

/** One status for several addresses, so that none of them can be forgotten. */
async function statusOf(paths: readonly string[], as: string): Promise<number> {
  const statuses = await Promise.all(paths.map((path) => status(path, as)));
  expect(new Set(statuses), `${as}: ${paths.join(' ')}: ${statuses.join(' ')}`).toHaveProperty('size', 1);
  return statuses[0] ?? 0;
}

const listed = async (path: string, as: string): Promise<string[]> =>
  (await service.get(path, { as })).body.items.map((item: Json) => item.href);

const CASE = ['', '/timeline', '/chart', '/tranches'];
const TRANCHE = ['', '/timeline', '/chart'];

// domain.md section 6, as far as a person reads: a case with what belongs to it, what may happen to it, the document that
// it names, what its applicant sent, and the books.
const READING = [
  ['the applicant', the.APPLICANT, 200, 200, 200, 200, 403],
  ['an applicant of another company', the.OTHER_APPLICANT, 404, 404, 404, 404, 403],
  ['its partner', the.PARTNER, 200, 200, 200, 404, 403],
  ['another partner', the.OTHER_PARTNER, 404, 404, 404, 404, 403],
  ['an officer', the.OFFICER, 200, 200, 200, 200, 200],
  ['a panel member, to whom nothing is assigned', the.PANEL_MEMBER, 404, 404, 404, 404, 403],
  ['a committee member', the.COMMITTEE, 200, 200, 200, 200, 200],
  ['an approver', the.APPROVER, 200, 200, 200, 200, 200],
  ['a finance officer', the.FINANCE, 200, 200, 200, 200, 200],
  ['an auditor', the.AUDITOR, 200, 200, 200, 200, 200],
  ['an administrator', the.ADMINISTRATOR, 200, 200, 200, 200, 200],
  ['a regulator, who announces', the.REGULATOR, 404, 200, 404, 404, 403],
] as const;

describe('What each role reads', () => {
  test.each(READING)(
    '%s (%s): the case %i, its actions %i, its document %i, what its applicant sent %i, the books %i',
    async (_, as, ofCase, ofActions, ofDocument, ofCommand, ofBooks) => {
      const caseAddresses = [...CASE.map((rest) => href + rest), ...TRANCHE.map((rest) => tranche + rest)];
      expect(await statusOf(caseAddresses, as)).toBe(ofCase);
      expect(await statusOf([`${href}/actions`, `${tranche}/actions`], as)).toBe(ofActions);
      const document = `/v1/documents/${the.APPLICATION.partnerEvidenceSha256}`;
      expect(await status(document, as)).toBe(ofDocument);
      expect(await status(`/v1/commands/${command}`, as)).toBe(ofCommand);
      const others = as === the.APPLICANT ? the.OTHER_APPLICANT : the.APPLICANT;
      expect(await status(`/v1/commands?person=${others}`, as)).toBe(ofBooks);
      expect(await statusOf(['/v1/statement', '/v1/statement?edition=2026-pocket'], as)).toBe(ofBooks);
      expect(await listed('/v1/projects', as)).toEqual(ofCase === 200 ? [href] : []);
      expect(await listed('/v1/tranches', as)).toEqual(ofCase === 200 ? tranches : []);
    },
  );

  test('everybody reads who they are, the editions, the charts and what their own organisation was told', async () => {
    for (const [, as] of READING)
      expect(
        await statusOf(['/v1/me', '/v1/editions', '/v1/charts', '/v1/notices', '/v1/commands'], as),
      ).toBe(200);
    const notices = async (as: string): Promise<number> =>
      (await service.get('/v1/notices', { as })).body.items.length;
    await expect.poll(() => notices(the.APPLICANT)).toBeGreaterThan(0);
    expect(await notices(the.OTHER_APPLICANT)).toBe(0);
    const { body } = await service.get('/v1/notices', { as: the.APPLICANT });
    expect(body.items.map(({ text: { ko, en } }: Json) => Boolean(ko && en))).not.toContain(false);
  });

  test('an organisation’s name alone opens nothing: it is read in its own part', async () => {
    // The partner's own letter, which no case of the company's names.
    const own = await service.post('/v1/documents', {
      ...{ as: the.PARTNER, raw: 'for ourselves', headers: { 'content-type': 'text/plain' } },
    });
    expect(own.status).toBe(201);
    expect([await status(own.body.href, the.PARTNER), await status(own.body.href, the.APPLICANT)]).toEqual([
      200, 404,
    ]);
  });
});

// What each role sends: an officer's decision of a case just submitted, a document, an application.
const SENDING = [
  [the.APPLICANT, 'isOfficer', 201, 201],
  [the.OTHER_APPLICANT, 'notYourCase', 201, 201],
  [the.PARTNER, 'isOfficer', 201, 403],
  [the.OTHER_PARTNER, 'notYourCase', 201, 403],
  [the.PANEL_MEMBER, 'isOfficer', 201, 403],
  [the.COMMITTEE, 'isOfficer', 201, 403],
  [the.APPROVER, 'isOfficer', 201, 403],
  [the.FINANCE, 'isOfficer', 201, 403],
  [the.AUDITOR, 'wrongRole', 403, 403],
  [the.ADMINISTRATOR, 'isOfficer', 201, 403],
  [the.REGULATOR, 'wrongRole', 403, 403],
  [the.OFFICER, undefined, 201, 403],
] as const;

describe('What each role sends', () => {
  let open: string;
  beforeAll(async () => {
    open = await the.apply(service);
  });

  test.each(SENDING)(
    '%s: a pre-check is refused by %s, a document %i, an application %i',
    async (as, code, ofDocument, ofApplication) => {
      const document = { raw: the.EVIDENCE, headers: { 'content-type': 'text/plain' } };
      expect(await service.post('/v1/documents', { as, ...document })).toMatchObject({ status: ofDocument });
      const applied = await service.post('/v1/applications', { as, body: the.APPLICATION });
      expect(applied.status).toBe(ofApplication);
      if (ofApplication === 403) expect(applied.body.code).toBe('wrongRole');
      const before = await service.get(open, { as: the.AUDITOR });
      const answer = await service.post(`${open}/actions`, { as, body: the.DECISION });
      expect([answer.status, answer.body.code]).toEqual(code === undefined ? [200, undefined] : [403, code]);
      if (code === undefined) return;
      expect((await service.get(open, { as: the.AUDITOR })).body).toEqual(before.body);
    },
  );

  test.each([
    ['an auditor changes nothing', the.AUDITOR],
    ['a regulator decides nothing', the.REGULATOR],
  ])('%s, whatever the chart knows', async (_, as) => {
    const before = await service.get(`${href}/timeline`, { as: the.OFFICER });
    const { body } = await service.get(`${href}/actions`, { as: the.OFFICER });
    for (const { type } of body.actions) {
      if (as === the.REGULATOR && type.endsWith('CLINICAL_HOLD')) continue;
      const answer = await service.post(`${href}/actions`, { as, body: { type, data: {} } });
      expect({ type, code: answer.body.code }).toEqual({ type, code: 'wrongRole' });
    }
    const rows = (await service.get(`${href}/timeline`, { as: the.OFFICER })).body.items;
    // A deadline of the pocket edition may pass meanwhile; nobody of this role has a row.
    expect(rows.slice(0, before.body.items.length)).toEqual(before.body.items);
    expect(rows.filter((row: Json) => row.by.person === as)).toEqual([]);
  });

  test('only the regulator, and the officer for it, announce', async () => {
    for (const as of [the.APPLICANT, the.PARTNER, the.FINANCE, the.ADMINISTRATOR, the.AUDITOR])
      expect(await service.post(`${open}/actions`, { as, body: the.ANNOUNCEMENT })).toMatchObject({
        ...{ status: 403, body: { code: 'wrongRole' } },
      });
    for (const as of [the.REGULATOR, the.OFFICER])
      expect((await service.post(`${open}/actions`, { as, body: the.ANNOUNCEMENT })).status).toBe(200);
  });
});

describe('Who approves money', () => {
  test('the tranche’s actions say whose they are, to whoever may see them', async () => {
    const { body } = await service.get(`${tranche}/actions`, { as: the.OFFICER });
    const codes = Object.fromEntries(
      body.actions.map(({ type, refusal }: Json) => [type, refusal?.code ?? 'allowed']),
    );
    expect(codes).toMatchObject({ CONFIRM_CASH_SHARE: 'allowed', CLAIM: 'isApplicant' });
  });

  test('an approver finds the tranches whose approval is waited for, and a finance officer those of theirs', async () => {
    const { facts } = await claimed(service, tranche);
    const waiting = (as: string): Promise<string[]> => listed('/v1/tranches?mine=true', as);
    await expect.poll(() => waiting(the.APPROVER)).toEqual([tranche]);
    expect(await waiting(the.FINANCE)).toEqual([]);
    const { sha256 } = facts.approval;
    await acted(service, the.APPROVER, tranche, 'APPROVE_FIRST', { sha256 });
    expect([await waiting(the.APPROVER), await waiting(the.FINANCE)]).toEqual([[], [tranche]]);
    const claim = await service.post(`${tranche}/actions`, {
      as: the.APPROVER,
      body: { type: 'APPROVE_SECOND', data: { sha256 } },
    });
    expect(claim).toMatchObject({ status: 403, body: { code: 'isFinance' } });
  });
});
