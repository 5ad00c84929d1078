import { describe, expect, test } from 'vitest';
import { together } from '../../src/ledger/ledger.js';
import {
  companiesByIds,
  companiesByNumbers,
  listCompanies,
  upsertCompanies,
} from '../../src/ledger/registers/companies.js';
import {
  departPartner,
  listPartners,
  partnersByIds,
  seedPartners,
  upsertPartners,
} from '../../src/ledger/registers/partners.js';
import { listProposals, proposalsByIds, upsertProposals } from '../../src/ledger/registers/proposals.js';
import type { Proposal } from '../../src/ledger/registers/proposals.js';
import { standingsOf, upsertStandings } from '../../src/ledger/registers/standings.js';
import type { Standing } from '../../src/ledger/registers/standings.js';
import { emptyBooks, identityOf } from './books.js';
import { idOf, stands } from './call-books.js';

const PAGE = { limit: 100 };

const partner = (id: string) => ({
  id,
  name: { ko: `기관 ${id}`, en: id },
  country: 'CH',
  registeredOn: '2026-01-02',
});

const company = (id: string, businessNumber: string, ko = '가온바이오') => ({
  ...{ id, businessNumber },
  name: { ko, en: null },
});

const proposal = (id: string, said: Partial<Proposal> = {}): Proposal => ({
  ...{ editionId: '2026', id, partnerId: 'csem', title: { ko: '초저전력 센서', en: null } },
  ...{ sector: 'A1', summary: null, state: 'open' },
  ...said,
});

async function withPartners() {
  const { ledger } = await emptyBooks();
  await upsertPartners(ledger, [partner('csem'), partner('tno')], 'officer-1');
  return ledger;
}

describe('When entries are brought to a register', () => {
  test('it says how many were new, changed, and the same; what is the same leaves no trace', async () => {
    const ledger = await withPartners();
    const all = ['P-1', 'P-2', 'P-3'].map((id) => proposal(id));
    expect(await upsertProposals(ledger, all, 'officer-1')).toEqual({ added: 3, changed: 0, same: 0 });
    const again = [proposal('P-1'), proposal('P-2', { sector: 'B1' }), proposal('P-4')];
    expect(await upsertProposals(ledger, again, 'officer-2')).toEqual({ added: 1, changed: 1, same: 1 });
    const { rows } = await ledger.pool.query('select register, was, changed_by from register_history');
    expect(rows).toMatchObject([
      {
        register: 'proposal',
        changed_by: 'officer-2',
        was: { id: 'P-2', sector: 'A1', changed_by: 'officer-1' },
      },
    ]);
  });

  test('all 647 proposals come by one statement', async () => {
    const ledger = await withPartners();
    const all = Array.from({ length: 647 }, (_, index) => proposal(`P-${String(index).padStart(3, '0')}`));
    expect(await upsertProposals(ledger, all, 'officer-1')).toEqual({ added: 647, changed: 0, same: 0 });
    expect(await listProposals(ledger, { editionId: '2026' }, { limit: 1_000 })).toEqual(all);
  });

  test('nothing of them is kept where one contradicts the rest', async () => {
    const ledger = await withPartners();
    const unknown = [proposal('P-1'), proposal('P-2', { partnerId: 'nobody' })];
    await expect(upsertProposals(ledger, unknown, 'officer-1')).rejects.toMatchObject({ code: '23503' });
    const twice = [proposal('P-1'), proposal('P-1')];
    await expect(upsertProposals(ledger, twice, 'officer-1')).rejects.toMatchObject({ code: '21000' });
    expect(await listProposals(ledger, { editionId: '2026' }, PAGE)).toEqual([]);
    expect(await upsertProposals(ledger, [], 'officer-1')).toEqual({ added: 0, changed: 0, same: 0 });
  });

  test('how an entry stood is kept for ever, for its owner too', async () => {
    const ledger = await withPartners();
    await upsertPartners(ledger, [{ ...partner('csem'), country: 'DE' }], 'officer-2');
    for (const change of ['update register_history set was = null', 'delete from register_history'])
      await expect(ledger.pool.query(change)).rejects.toMatchObject({ code: 'RL003' });
  });

  test('two at once bring the same entries without standing in each other’s way', async () => {
    const ledger = await withPartners();
    const all = Array.from({ length: 200 }, (_, index) => proposal(`P-${index}`));
    const both = await Promise.all(
      [all, all.toReversed()].map((each) => upsertProposals(ledger, each, 'officer-1')),
    );
    expect(both.map(({ added }) => added).sort((a, b) => a - b)).toEqual([0, 200]);
  });
});

describe('Companies', () => {
  test('are known by their business numbers: a known one keeps its id, whatever it is called', async () => {
    const { ledger } = await emptyBooks();
    await upsertCompanies(ledger, [company('c-1', '1208147521')], 'officer-1');
    const again = [company('c-9', '1208147521', '가온테크'), company('c-2', '2208115770')];
    expect(await upsertCompanies(ledger, again, 'officer-1')).toEqual({ added: 1, changed: 1, same: 0 });
    expect(await companiesByNumbers(ledger, ['1208147521'])).toEqual([
      company('c-1', '1208147521', '가온테크'),
    ]);
    expect(await companiesByIds(ledger, ['c-2', 'c-9'])).toEqual([company('c-2', '2208115770')]);
  });

  test('a new one doesn’t take another’s id', async () => {
    const { ledger } = await emptyBooks();
    await upsertCompanies(ledger, [company('c-1', '1208147521')], 'officer-1');
    const taken = upsertCompanies(ledger, [company('c-1', '2208115770')], 'officer-1');
    await expect(taken).rejects.toMatchObject({ code: '23505' });
  });

  test('are listed page by page, and found by a part of their name or number', async () => {
    const { ledger } = await emptyBooks();
    const all = [
      company('c-1', '1208147521'),
      company('c-2', '2208115770', '나래로봇'),
      company('c-3', '1018116293'),
    ];
    await upsertCompanies(ledger, all, 'officer-1');
    expect(await listCompanies(ledger, {}, { limit: 2 })).toEqual(all.slice(0, 2));
    expect(await listCompanies(ledger, {}, { limit: 2, after: 'c-2' })).toEqual(all.slice(2));
    expect(await listCompanies(ledger, { text: '로봇' }, PAGE)).toEqual([all[1]]);
    expect(await listCompanies(ledger, { text: '116293' }, PAGE)).toEqual([all[2]]);
    expect(await listCompanies(ledger, { text: '%' }, PAGE)).toEqual([]);
  });
});

describe('Partners', () => {
  test('of the edition are put where staff have none yet, and staff’s word stands', async () => {
    const { ledger } = await emptyBooks();
    await upsertPartners(ledger, [{ ...partner('csem'), country: 'DE' }], 'officer-1');
    await seedPartners(ledger, [partner('csem'), partner('tno')]);
    const listed = await listPartners(ledger, PAGE);
    expect(listed.map(({ id, country }) => [id, country])).toEqual([
      ['csem', 'DE'],
      ['tno', 'CH'],
    ]);
    expect(await partnersByIds(ledger, ['tno'])).toEqual([{ ...partner('tno'), leftOn: null, ground: null }]);
  });

  test('one that leaves takes its open proposals with it, and its running projects are named', async () => {
    const ledger = await withPartners();
    const states = { 'P-1': 'open', 'P-2': 'closed', 'P-3': 'open' } as const;
    const all = Object.entries(states).map(([id, state]) => proposal(id, { state }));
    await upsertProposals(ledger, [...all, proposal('P-4', { partnerId: 'tno' })], 'officer-1');
    await stands(ledger, idOf(1), 'research.underWay', {
      identity: identityOf(idOf(1), { partnerId: 'csem' }),
    });
    await stands(ledger, idOf(2), 'closed', {
      identity: identityOf(idOf(2), { partnerId: 'csem' }),
      done: true,
    });
    await stands(ledger, idOf(3), 'research.underWay', {
      identity: identityOf(idOf(3), { partnerId: 'tno' }),
    });
    const leaving = { id: 'csem', on: '2026-05-01', ground: '협약 종료', by: 'officer-1' };
    expect(await departPartner(ledger, leaving)).toEqual({
      ...{ closedProposals: ['P-1', 'P-3'], runningProjects: [idOf(1)] },
    });
    expect(await partnersByIds(ledger, ['csem'])).toMatchObject([
      { leftOn: '2026-05-01', ground: '협약 종료' },
    ]);
    expect(await listProposals(ledger, { editionId: '2026', state: 'open' }, PAGE)).toMatchObject([
      { id: 'P-4' },
    ]);
  });

  test('one that there isn’t can’t leave', async () => {
    const ledger = await withPartners();
    const leaving = { id: 'nobody', on: '2026-05-01', ground: 'x', by: 'officer-1' };
    expect(await departPartner(ledger, leaving)).toBeUndefined();
  });

  test('one that has left stays so when the register is brought up to date', async () => {
    const ledger = await withPartners();
    await departPartner(ledger, { id: 'csem', on: '2026-05-01', ground: 'x', by: 'officer-1' });
    await upsertPartners(ledger, [{ ...partner('csem'), country: 'DE' }], 'officer-1');
    expect(await partnersByIds(ledger, ['csem'])).toMatchObject([{ country: 'DE', leftOn: '2026-05-01' }]);
  });
});

describe('Proposals', () => {
  test('are an edition’s own, and listed by partner, sector and state, page by page', async () => {
    const ledger = await withPartners();
    const all = [
      ...[proposal('P-1'), proposal('P-2', { partnerId: 'tno' }), proposal('P-3', { sector: 'B1' })],
      ...[proposal('P-4', { state: 'closed' }), proposal('P-1', { editionId: '2027' })],
    ];
    await upsertProposals(ledger, all, 'officer-1');
    const ids = async (filter: object, page = PAGE) =>
      (await listProposals(ledger, { editionId: '2026', ...filter }, page)).map(({ id }) => id);
    expect(await ids({})).toEqual(['P-1', 'P-2', 'P-3', 'P-4']);
    expect(await ids({ partnerId: 'tno' })).toEqual(['P-2']);
    expect(await ids({ sector: 'B1' })).toEqual(['P-3']);
    expect(await ids({ state: 'closed' })).toEqual(['P-4']);
    expect(await ids({ editionId: '2027' })).toEqual(['P-1']);
    expect(await ids({}, { limit: 2, after: 'P-2' } as typeof PAGE)).toEqual(['P-3', 'P-4']);
    expect(await proposalsByIds(ledger, '2027', ['P-1', 'P-2'])).toEqual([all[4]]);
  });
});

describe('Standings', () => {
  const firm: Standing = {
    ...{ kind: 'firm', ref: 'c-1', bannedUntil: '2027-01-01', running: 2, projects: 0, asPrincipal: 0 },
    ...{ asOf: '2026-03-31', source: 'NTIS' },
  };
  const researcher: Standing = {
    ...firm,
    kind: 'researcher',
    projects: 4,
    asPrincipal: 2,
    bannedUntil: null,
  };

  test('of a firm and of a researcher are two, and the latest is what counts', async () => {
    const { ledger } = await emptyBooks();
    await upsertStandings(ledger, [firm, researcher], 'officer-1');
    const later = { ...firm, bannedUntil: null, asOf: '2026-04-30' };
    expect(await upsertStandings(ledger, [later], 'officer-1')).toEqual({ added: 0, changed: 1, same: 0 });
    expect(await standingsOf(ledger, 'firm', ['c-1', 'c-2'])).toEqual([later]);
    expect(await standingsOf(ledger, 'researcher', ['c-1'])).toEqual([researcher]);
  });

  test('come together with other work, or not at all', async () => {
    const { ledger } = await emptyBooks();
    const failing = together(ledger, async (books) => {
      await upsertStandings(books, [firm], 'officer-1');
      throw new Error('half a file');
    });
    await expect(failing).rejects.toThrow('half a file');
    expect(await standingsOf(ledger, 'firm', ['c-1'])).toEqual([]);
  });
});
