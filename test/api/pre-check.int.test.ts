import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { departPartner, seedPartners } from '../../src/ledger/registers/partners.js';
import { upsertProposals } from '../../src/ledger/registers/proposals.js';
import { upsertStandings } from '../../src/ledger/registers/standings.js';
import type { Standing } from '../../src/ledger/registers/standings.js';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Json, Service } from './service.js';

const EDITION = '2026-pocket';
const CALL = `/v1/calls/${EDITION}/structured/selection`;

let service: Service;

const get = async (path: string): Promise<Json> => (await service.get(path, { as: the.OFFICER })).body;

const standing = (more: Partial<Standing>): Standing => ({
  ...{ kind: 'firm', ref: 'company-0001', bannedUntil: null, running: 0, projects: 0, asPrincipal: 0 },
  ...{ asOf: '2026-04-01', source: 'IRIS' },
  ...more,
});

const proposal = (id: string, partnerId: string, state: 'open' | 'closed' = 'open') => ({
  ...{ editionId: EDITION, id, partnerId, title: { ko: '기술 제안', en: null }, sector: 'A1' },
  ...{ summary: null, state },
});

/** Applies as the n-th company, and gives back the project's address. */
async function applied(n: number, more: Json): Promise<string> {
  const as = `person-applicant-${String(n).padStart(4, '0')}`;
  const body = {
    ...{ track: 'structured', edition: EDITION, sector: 'A1', partnerId: 'partner-tno' },
    title: { ko: '수요연계 과제', en: 'A demand-linked project' },
    money: { government: '600000000', firmCash: '100000000', firmInKind: '150000000', partnerCost: '0' },
    ...more,
  };
  const answer = await service.post('/v1/applications', { as, body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.href as string;
}

const failingOf = async (href: string): Promise<Json[]> => {
  const { items } = await get(`${CALL}/pre-check`);
  const { verdicts } = items.find((item: Json) => item.href === href);
  return verdicts.filter(({ ok }: Json) => !ok);
};

const passes = (href: string, data: Json): ReturnType<Service['post']> =>
  service.post(`${href}/actions`, { as: the.OFFICER, body: { type: 'PASS_PRECHECK', data } });

beforeAll(async () => {
  service = await startService();
  const { ledger } = service;
  const partners = ['partner-tno', 'partner-csem', 'partner-fraunhofer'].map((id) => ({
    ...{ id, name: { ko: id, en: id }, country: 'NL', registeredOn: null },
  }));
  await seedPartners(ledger, partners);
  await upsertProposals(
    ledger,
    [
      proposal('T-1', 'partner-tno'),
      proposal('T-2', 'partner-tno', 'closed'),
      proposal('C-1', 'partner-csem'),
    ],
    the.OFFICER,
  );
  const plan = { edition: EDITION, track: 'structured', competition: 'selection' };
  await service.post('/v1/calls', { as: the.OFFICER, body: plan });
});
afterAll(() => service.stop());

describe('The pre-check of an application', () => {
  test('has nothing against a firm that is free, with money in its ratios and a proposal that is open', async () => {
    const href = await applied(1, { proposalId: 'T-1' });
    expect(await failingOf(href)).toEqual([]);
    expect((await passes(href, {})).status).toBe(200);
  });

  test('names a ban, a firm’s and a researcher’s, with the day that it ends', async () => {
    await upsertStandings(
      service.ledger,
      [
        standing({ ref: 'company-0002', bannedUntil: '2099-12-31' }),
        standing({ kind: 'researcher', ref: 'NTIS-42', bannedUntil: '2099-06-30' }),
      ],
      the.OFFICER,
    );
    const href = await applied(2, { proposalId: 'T-1', investigatorRef: 'NTIS-42' });
    expect(await failingOf(href)).toMatchObject([
      { code: 'isFirmFree', evidence: { bannedUntil: '2099-12-31' } },
      { code: 'isInvestigatorFree', evidence: { bannedUntil: '2099-06-30' } },
    ]);
  });

  test('counts a researcher’s projects, and allows one more where a foreign corporation bears cost', async () => {
    const busy = { kind: 'researcher', ref: 'NTIS-43', projects: 5, asPrincipal: 3 } as const;
    await upsertStandings(service.ledger, [standing(busy)], the.OFFICER);
    const alone = await applied(3, { proposalId: 'T-1', investigatorRef: 'NTIS-43' });
    expect(await failingOf(alone)).toMatchObject([
      { code: 'isInvestigatorWithinLimit', evidence: { running: '5', limit: '5' } },
      { code: 'isPrincipalWithinLimit', evidence: { running: '3', limit: '3' } },
    ]);
    const more = { proposalId: 'T-1', investigatorRef: 'NTIS-43', foreignBearsCost: true };
    expect(await failingOf(await applied(4, more))).toEqual([]);
  });

  test('sees that the firm would pay too little, and that its proposal is closed or unknown', async () => {
    const money = { government: '900000000', firmCash: '1000000', firmInKind: '99000000', partnerCost: '0' };
    const href = await applied(5, { proposalId: 'T-2', money });
    expect((await failingOf(href)).map(({ code }) => code)).toEqual([
      ...['isGovernmentWithinRatio', 'isFirmShareEnough', 'isFirmCashEnough', 'isProposalOpen'],
    ]);
    const unknown = await applied(6, { proposalId: 'T-99' });
    expect(await failingOf(unknown)).toMatchObject([
      { code: 'isProposalOpen', evidence: { proposal: 'unknown' } },
    ]);
  });

  test('knows that a partner has left the register, and its proposals with it', async () => {
    const href = await applied(7, { proposalId: 'C-1', partnerId: 'partner-csem' });
    expect(await failingOf(href)).toEqual([]);
    const left = { id: 'partner-csem', on: '2026-01-31', ground: '협약 종료', by: the.OFFICER };
    await departPartner(service.ledger, left);
    expect((await failingOf(href)).map(({ code }) => code)).toEqual([
      'isPartnerRegistered',
      'isProposalOpen',
    ]);
  });

  test('is confirmed, or overruled code by code with a ground; what isn’t holds it back', async () => {
    const href = await applied(8, { proposalId: 'T-2' });
    const { actions } = await get(`${href}/actions`);
    expect(actions.find(({ type }: Json) => type === 'PASS_PRECHECK').allowed).toBe(true);
    const refused = await passes(href, {});
    expect({ status: refused.status, code: refused.body.code }).toEqual({
      ...{ status: 409, code: 'isPreCheckClear' },
    });
    expect(refused.body.blockedBy[0].evidence).toEqual({ failing: 'isProposalOpen' });
    const overruled = [{ code: 'isProposalOpen', ground: '접수 당시에는 접수 중이었음' }];
    expect((await passes(href, { overruled })).body).toMatchObject({ state: 'underEvaluation.unassigned' });
    const { facts } = await get(href);
    expect(facts.preCheck).toEqual({ failing: ['isProposalOpen'], overruled });
    const [row] = await the.rowsOf(service, href, 'PASS_PRECHECK');
    expect(row.books).toEqual({ failing: 'isProposalOpen' });
  });

  test('what the books say can’t be sent along', async () => {
    const href = await applied(9, { proposalId: 'T-2' });
    const body = { type: 'PASS_PRECHECK', data: {}, books: { failing: '' } };
    const sent = await service.post(`${href}/actions`, { as: the.OFFICER, body });
    expect({ status: sent.status, code: sent.body.code }).toEqual({ status: 422, code: 'malformedBody' });
  });
});
