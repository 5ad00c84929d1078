import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { CallPlan } from '../../../src/api/plan-call.js';
import { listBooks } from '../../../src/api/list-books.js';
import { basisOf, listFrom, nameOf } from '../../../src/api/ranked-lists.js';
import type { Evidence } from '../../../src/charts/kernel/types.js';
import { callId } from '../../../src/contract/names.js';
import type { Track } from '../../../src/contract/names.js';
import { countsOf } from '../../../src/ledger/calls.js';
import { receive } from '../../../src/ledger/inbox.js';
import type { StoredCommand, Wish } from '../../../src/ledger/inbox.js';
import { storeList } from '../../../src/ledger/lists.js';
import { placesOf } from '../../../src/ledger/places.js';
import { SOON, caseOf } from '../lives/case.js';
import type { Case } from '../lives/case.js';
import { openHouse } from '../lives/house.js';
import type { House } from '../lives/house.js';
import type { Engine } from '../lives/engines.js';
import { applicationOf } from './applications.js';
import { openPostman } from './postman.js';
import type { Postman } from './postman.js';

const AGENCY = { companyId: 'agency', partnerId: null };

/** A house in which calls are run: what is received goes through the inbox, as the API's does. */
export interface CallHouse extends House {
  readonly postman: Postman;
  plan(plan: Omit<CallPlan, 'edition' | 'competition'> & Partial<CallPlan>): Promise<Case>;
  /** Receives an application, and leaves it to be brought. */
  receive(track: Track, companyId: string, receivedAt?: string): Promise<StoredCommand>;
  /** Receives an application and brings it. */
  enter(track: Track, companyId: string): Promise<Case>;
  /** The case of an application that was brought. */
  projectOf(stored: StoredCommand): Case;
  /** An officer ranks everybody and stores the list; gives back its name. */
  list(call: Case): Promise<string>;
  /** Decides with what the books say at the moment, as the API stamps it. */
  decideByBooks(call: Case, role: 'officer' | 'committee', type: string, data?: object): Promise<string>;
  /** Where a call's places stand: each project's company with its place's state. */
  places(call: Case): Promise<Record<string, string>>;
}

/** Opens a house for calls on an engine of its own. */
export async function openCallHouse(open?: () => Promise<Engine>): Promise<CallHouse> {
  const house = await openHouse(open);
  const postman = openPostman(house);
  const stored = (wish: Omit<Wish, 'key' | 'bodySha256'>) => received(house, wish);
  const projectOf = ({ subjectId, command }: StoredCommand): Case =>
    caseOf(house, subjectId, { companyId: command.by.org, partnerId: String(command.data['partnerId']) });
  const apply = async (track: Track, companyId: string, receivedAt?: string): Promise<StoredCommand> =>
    stored(applicationOf(track, companyId, receivedAt ?? (await house.now())));
  return {
    ...{ ...house, postman, projectOf, receive: apply },
    plan: async (plan) => {
      const data = { edition: '2026', competition: 'selection' as const, ...plan };
      const id = callId(data.edition, data.track, data.competition);
      const by = { person: 'person-officer-1', role: 'officer', org: 'agency' } as const;
      const wish = { kind: 'start', subjectId: id, type: 'PLAN_CALL', data: { ...data }, by } as const;
      await postman.bring(await stored({ ...wish, receivedAt: await house.now() }));
      const call = caseOf(house, id, AGENCY);
      await vi.waitFor(() => call.view(), SOON);
      return call;
    },
    enter: async (track, companyId) => {
      const application = await apply(track, companyId);
      expect(await postman.bring(application)).toMatchObject({ kind: 'done' });
      const project = projectOf(application);
      await project.comesTo('submitted');
      return project;
    },
    list: async (call) => {
      const view = await call.view();
      const list = await listFrom(house.ledger, call.id, await basisOf(house.ledger, view), {});
      const made = { sha256: nameOf(list), callId: call.id, basedOn: null, madeBy: 'person-officer-1' };
      await storeList(house.ledger, { ...made, body: list as never });
      return made.sha256;
    },
    decideByBooks: async (call, role, type, data = {}) => {
      const books = await booksFor(house, call.id, type, data);
      return call.decide(role, type, { ...data }, { books });
    },
    places: async (call) => {
      const places = await placesOf(house.ledger, call.id);
      const { rows } = await house.ledger.pool.query<{ id: string; company: string }>(
        'select id, company_id as company from subject',
      );
      const companies = new Map(rows.map(({ id, company }) => [id, company]));
      return Object.fromEntries(places.map(({ projectId, state }) => [companies.get(projectId), state]));
    },
    close: async () => {
      await postman.close();
      await house.close();
    },
  };
}

async function received({ ledger }: House, wish: Omit<Wish, 'key' | 'bodySha256'>): Promise<StoredCommand> {
  const outcome = await receive(ledger, { ...wish, key: randomUUID(), bodySha256: '0'.repeat(64) });
  if (outcome.outcome !== 'stored') throw new Error('the inbox took it for another');
  return outcome.stored;
}

async function booksFor({ ledger }: House, call: string, type: string, data: object): Promise<Evidence> {
  const { unscreened, unevaluated } = await countsOf(
    ledger,
    call,
    call.endsWith('/roadmap') ? 'roadmap' : 'selection',
  );
  if (type === 'FINISH_SCREENING') return { unscreened: String(unscreened) };
  if (type === 'FINISH_EVALUATION') return { unevaluated: String(unevaluated) };
  return listBooks({ ledger }, call, { ...data });
}
