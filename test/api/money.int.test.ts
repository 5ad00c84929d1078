import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRcms } from '../../src/sandbox/rcms.js';
import type { Rcms } from '../../src/sandbox/rcms.js';
import * as the from './a-case.js';
import { acted, claimed, inState, textOf } from './a-claim.js';
import { startService } from './service.js';
import type { Answer, Json, Service } from './service.js';

let dir: string;
let portal: Rcms;
let service: Service;
let href: string;
let tranche: string;
let id: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rnd-tracks-money-'));
  portal = await startRcms({ host: '127.0.0.1', port: 0, file: join(dir, 'rcms.jsonl') });
  service = await startService({ portalUrl: portal.url });
  href = await the.apply(service);
  tranche = await the.agree(service, href);
  id = (await service.get(href, { as: the.OFFICER })).body.id;
});
afterAll(async () => {
  await service.stop();
  await portal.stop();
  await rm(dir, { recursive: true, force: true });
});

const suppose = (as: string, at: string, type: string, data: object = {}): Promise<Answer> =>
  service.post(`${at}/actions?dryRun=true`, { as, key: null, body: { type, data } });

const drawn = (drawId: string, amount: string, institution = 'company-0001'): Promise<Response> =>
  fetch(new URL('/draws', portal.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ drawId, reference: `${id}/tranche/1`, institution, amount }),
  });

const collect = (as: string): Promise<Answer> => service.post('/v1/draws/collection', { as, body: {} });

const sums = async (as: string, query: string): Promise<Json> =>
  (await service.get(`/v1/statements?${query}`, { as })).body;

describe('What would happen if', () => {
  test('is answered without a key, and nothing is written: no row, no command, no money', async () => {
    const before = await service.get(tranche, { as: the.OFFICER });
    // Neighbours may still be writing what was told them before.
    const counts = () =>
      service.ledger.pool.query(
        `select (select count(*) from command_inbox) as wishes, (select count(*) from posting) as postings,
          (select count(*) from ledger_row where event_type = 'CONFIRM_CASH_SHARE') as shares`,
      );
    const { rows } = await counts();
    const supposed = await suppose(the.OFFICER, tranche, 'CONFIRM_CASH_SHARE', { amount: '5000000' });
    expect(supposed).toMatchObject({ status: 200, body: { allowed: true, type: 'CONFIRM_CASH_SHARE' } });
    expect(supposed.body.money.postings).toMatchObject([{ kind: 'share', amount: '5000000' }]);
    expect(supposed.body.neighbours).toMatchObject([{ id, event: 'TRANCHE_CHANGED', outcome: 'applied' }]);
    expect((await counts()).rows).toEqual(rows);
    expect((await service.get(tranche, { as: the.OFFICER })).body).toEqual(before.body);
  });

  test('a no is told with its guards, as a real one would be, and isn’t recorded', async () => {
    const { body } = await suppose(the.OFFICER, tranche, 'CLAIM', {
      documents: [{ kind: 'claim-form', sha256: 'a'.repeat(64) }],
    });
    expect(body).toMatchObject({ allowed: false, refusal: { code: 'documentUnknown' } });
    const approval = await suppose(the.APPROVER, tranche, 'APPROVE_FIRST', {});
    expect(approval.body).toMatchObject({ allowed: false, refusal: { code: 'notOfferedHere' } });
    expect(approval.body.state).toMatchObject({ from: 'claimable', to: 'claimable' });
    const wrong = await suppose(the.OFFICER, tranche, 'CONFIRM_CASH_SHARE', { amount: 'much' });
    expect(wrong.body).toMatchObject({ allowed: false, errors: [{ path: 'amount' }] });
    const sent = await service.get('/v1/commands', { as: the.APPROVER });
    expect(sent.body.items).toEqual([]);
  });

  test('a stop: the tranches are cancelled, what was promised comes back, and the firm is told', async () => {
    const data = { basis: 'extremely-poor', ground: 'none' };
    const { body } = await suppose(the.COMMITTEE, href, 'TERMINATE_AGREEMENT', data);
    expect(body).toMatchObject({ allowed: false });
    expect(body.refusal.blockedBy[0].evidence.lawful).toContain('stage-evaluation');
    const opened = await suppose(the.OFFICER, href, 'OPEN_SPECIAL_EVALUATION', { ground: 'misconduct' });
    expect(opened.body).toMatchObject({
      allowed: true,
      state: { to: 'specialEvaluation.awaitingExplanation' },
    });
    expect(opened.body.neighbours).toContainEqual(
      expect.objectContaining({ event: 'FREEZE', state: expect.objectContaining({ to: 'held' }) as Json }),
    );
    expect(opened.body.effects.map(({ name }: Json) => name)).toContain('holdSpending');
    expect(opened.body.letters.map(({ to }: Json) => to)).toContain('company-0001');
  });

  test('a case that isn’t one’s own is not found, and not told about', async () => {
    const answer = await suppose(the.OTHER_APPLICANT, href, 'WITHDRAW', {});
    expect(answer).toMatchObject({ status: 404, body: { code: 'notFound' } });
  });
});

describe('A tranche from its claim to its draws', () => {
  test('the books that hold it back are told with their evidence: an approval of something else, or by its preparer', async () => {
    const { facts } = await claimed(service, tranche);
    expect(facts.approval.sha256).toMatch(/^[0-9a-f]{64}$/);
    const other = await suppose(the.APPROVER, tranche, 'APPROVE_FIRST', { sha256: 'f'.repeat(64) });
    expect(other.body.refusal.code).toBe('approvesWhatStands');
    const foreseen = await suppose(the.APPROVER, tranche, 'APPROVE_FIRST', { sha256: facts.approval.sha256 });
    expect(foreseen.body).toMatchObject({ allowed: true, state: { to: 'firstApproved' } });
    const row = (await the.rowsOf(service, tranche, 'CLAIM')).at(-1);
    expect(row.books).toEqual({
      ...{ agreement: 'inForce', report: 'none', gate: 'none', frozen: 'none', openRecoveries: '0' },
    });
  });

  test('approved by two people it is paid once, and stands in the books', async () => {
    const { facts } = (await service.get(tranche, { as: the.FINANCE })).body;
    const { sha256 } = facts.approval;
    await acted(service, the.APPROVER, tranche, 'APPROVE_FIRST', { sha256 });
    await acted(service, the.FINANCE, tranche, 'APPROVE_SECOND', { sha256 });
    await inState(service, tranche, 'released');
    expect(portal.payments()).toMatchObject([{ reference: `${id}/tranche/1`, amount: facts.amount }]);
    const { items } = await sums(the.AUDITOR, 'by=company');
    expect(items).toMatchObject([{ group: 'company-0001', committed: '400000000', released: facts.amount }]);
  });

  test('what firms drew at the portal is collected, each draw once, and what the books refuse is told', async () => {
    expect((await drawn('draw-1', '1000000')).status).toBe(201);
    expect((await drawn('draw-2', '2000000', 'partner-pharma-a')).status).toBe(201);
    expect((await drawn('draw-3', '3000000', 'nobody')).status).toBe(201);
    expect((await collect(the.OFFICER)).body.code).toBe('wrongRole');
    const first = await collect(the.FINANCE);
    expect(first.body).toMatchObject({ found: 3, known: 0, last: 3 });
    expect(first.body.items.map(({ drawId, outcome }: Json) => `${drawId} ${outcome}`)).toEqual([
      ...['draw-1 applied', 'draw-2 applied', 'draw-3 refused'],
    ]);
    expect(first.body.items[2].refusal.code).toBe('isInstitutionOfProject');
    const again = await collect('person-finance-2');
    expect(again.body).toMatchObject({
      found: 3,
      known: 2,
      items: [{ drawId: 'draw-3', outcome: 'refused' }],
    });
    expect(await sums(the.FINANCE, `by=project&project=${id}`)).toMatchObject({
      items: [{ drawn: '3000000' }],
    });
  });

  test('a wrong draw is reversed by another person than recorded it, and the ledger keeps both', async () => {
    const { body } = await service.get(`/v1/statements/lines?project=${id}`, { as: the.FINANCE });
    const line = body.items.find(({ kind, amount }: Json) => kind === 'draw' && amount === '1000000');
    const data = { posting: line.posting, ground: '중복 기재' };
    const own = await service.post(`${href}/actions`, {
      as: the.FINANCE,
      body: { type: 'CORRECT_POSTING', data },
    });
    expect(own.body.code).toBe('isAnotherPerson');
    await acted(service, 'person-finance-2', href, 'CORRECT_POSTING', data);
    const after = await service.get(`/v1/statements/lines?project=${id}`, { as: the.FINANCE });
    expect(after.body.items.at(-1)).toMatchObject({
      ...{
        kind: 'reverse',
        reverses: line.posting,
        debit: line.credit,
        credit: line.debit,
        amount: '1000000',
      },
    });
    expect(await sums(the.FINANCE, `project=${id}`)).toMatchObject({ items: [{ drawn: '2000000' }] });
  });
});

describe('The books', () => {
  test('the trial balance comes out even, account by account', async () => {
    const { body } = await service.get('/v1/trial-balance?edition=2026-pocket', { as: the.AUDITOR });
    expect(body.isBalanced).toBe(true);
    expect(body.debit).toBe(body.credit);
    expect(body.accounts.map(({ kind }: Json) => kind)).toEqual(
      expect.arrayContaining(['budget', 'company', 'partner', 'tranche', 'drawn', 'cash', 'own']),
    );
    const total = body.accounts.reduce((sum: bigint, { balance }: Json) => sum + BigInt(balance), 0n);
    expect(total).toBe(0n);
  });

  test.each(['company', 'track', 'year', 'project'])('a statement by %s sums to the same', async (by) => {
    const { items } = await sums(the.AUDITOR, `by=${by}`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ committed: '400000000', drawn: '2000000' });
  });

  test('the lines come in pages, and none twice', async () => {
    const pages: Json[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = cursor ? `&cursor=${cursor}` : '';
      const { body } = await service.get(`/v1/statements/lines?limit=3${query}`, { as: the.AUDITOR });
      pages.push(...body.items);
      cursor = body.next;
    }
    const whole = await service.get('/v1/statements/lines', { as: the.AUDITOR });
    expect(pages).toEqual(whole.body.items);
    const names = pages.map(({ posting, no }: Json) => `${posting}/${no}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(['/v1/statements?by=track', '/v1/statements/lines?year=2026', '/v1/trial-balance?project=x'])(
    '%s as a file',
    async (path) => {
      const csv = await service.get(`${path}&format=csv`, { as: the.FINANCE });
      expect(csv.headers.get('content-type')).toContain('text/csv');
      expect(textOf(csv).split('\r\n')[0]).toMatch(/[가-힣]/);
      const xlsx = await service.get(`${path}&format=xlsx`, { as: the.FINANCE });
      expect(xlsx.headers.get('content-disposition')).toContain('.xlsx');
    },
  );

  test('a firm reads its own money, and nobody else’s; a partner and the trial balance are another matter', async () => {
    expect((await sums(the.APPLICANT, 'company=company-0002')).items).toMatchObject([
      { group: 'company-0001' },
    ]);
    expect((await sums(the.OTHER_APPLICANT, '')).items).toEqual([]);
    expect((await sums(the.PARTNER, '')).code).toBe('wrongRole');
    expect((await service.get('/v1/trial-balance', { as: the.APPLICANT })).body.code).toBe('wrongRole');
  });

  test('a portal that doesn’t answer is told as a part that is away', async () => {
    await portal.stop();
    const away = await collect(the.FINANCE);
    expect(away).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(away.body.blockedBy[0].evidence).toEqual({ part: 'portal' });
  });
});
