import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as the from './a-case.js';
import { acted, inState } from './a-claim.js';
import { startService } from './service.js';
import type { Json, Service } from './service.js';

let service: Service;
let href: string;
let document: string;

beforeAll(async () => {
  service = await startService();
  href = await the.apply(service);
  await the.agree(service, href);
  document = the.APPLICATION.partnerEvidenceSha256;
});
afterAll(() => service.stop());

const ask = (kind: string, particulars: object) =>
  service.post(`${href}/actions`, {
    as: the.APPLICANT,
    body: {
      type: 'REQUEST_CHANGE',
      data: { kind, particulars, reason: '협력기관 사정', documentSha256: document },
    },
  });

describe('What runs beside a project', () => {
  test('a minor change is registered at once, and is shown with its project, as a case of its own', async () => {
    expect((await ask('contacts', { summary: '실무 담당자 변경' })).status).toBe(200);
    const change = `${href.replace('projects', 'changes')}/1`;
    expect(await inState(service, change, 'registered')).toMatchObject({
      subject: 'change',
      closedAt: expect.any(String) as string,
    });
    const { body } = await service.get(href, { as: the.APPLICANT });
    expect(body.changes).toMatchObject([{ href: change, state: 'registered' }]);
    expect(body).toMatchObject({ settlements: [], recoveries: [], sanctions: [], objections: [] });
    expect((await service.get(`${change}/timeline`, { as: the.PARTNER })).body.items[0].type).toBe(
      'OPEN_CHANGE',
    );
    expect((await service.get(`${change}/chart`, { as: the.APPLICANT })).body.chart).toBe('change.v1');
    expect((await service.get(change, { as: the.OTHER_APPLICANT })).status).toBe(404);
  });

  test('a new partner that no register knows is not brought in', async () => {
    const refused = await ask('institution', { replaces: 'partner-pharma-a', by: 'partner-nowhere' });
    expect(refused.status).toBe(409);
    expect(refused.body.blockedBy.map(({ code }: Json) => code)).toContain('isNewPartnerRegistered');
  });

  test('a partner that is replaced has its part in what is over, and the new one co-signs and sees what goes on', async () => {
    const asked = await ask('institution', { replaces: 'partner-pharma-a', by: 'partner-pharma-b' });
    expect(asked.status).toBe(200);
    const change = `${href.replace('projects', 'changes')}/2`;
    await inState(service, change, 'underReview');
    const listed = await service.get('/v1/changes?state=underReview', { as: the.OTHER_PARTNER });
    expect(listed.body.items).toMatchObject([{ href: change }]);
    const review = { documentSha256: document, opinion: { ko: '이상 없습니다.' } };
    await service.post('/v1/documents', {
      ...{ as: the.OFFICER, raw: the.EVIDENCE, headers: { 'content-type': 'text/plain' } },
    });
    await acted(service, the.OTHER_PARTNER, change, 'COSIGN_CHANGE');
    for (const of of ['roadmap', 'intellectual-property'])
      await acted(service, the.OFFICER, change, 'RECORD_CLAUSE_REVIEW', { ...review, of });
    await acted(service, the.OFFICER, change, 'APPROVE_CHANGE', { opinion: review.opinion });
    await expect
      .poll(async () => (await service.get(href, { as: the.OFFICER })).body.partner)
      .toBe('partner-pharma-b');
    expect((await service.get(href, { as: the.OTHER_PARTNER })).status).toBe(200);
    // Who was replaced can't act on it any more, though the API has known it as a party before.
    const late = await service.post(`${href}/actions`, {
      as: the.PARTNER,
      body: { type: 'SUBMIT_GATE_DATA', data: { documentSha256: document } },
    });
    expect(late.body.code).toBe('notYourCase');
  });
});
