import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../charts/kernel/types.js';
import {
  companiesQuerySchema,
  companyPageSchema,
  partnerPageSchema,
  partnersQuerySchema,
  proposalPageSchema,
  proposalsQuerySchema,
} from '../../contract/http/registers.js';
import type { Sheet } from '../../files/write.js';
import { companiesByIds, listCompanies } from '../../ledger/registers/companies.js';
import type { Company } from '../../ledger/registers/companies.js';
import { listPartners } from '../../ledger/registers/partners.js';
import { listProposals } from '../../ledger/registers/proposals.js';
import type { Proposal } from '../../ledger/registers/proposals.js';
import type { PageOf } from '../../ledger/reads/subjects.js';
import type { Api, Shared } from '../deps.js';
import { servedEdition } from '../editions.js';
import { mustBe } from '../intake-rights.js';
import { cursorOf, pageOf } from '../pages.js';
import { partnersAreThere } from '../partner-register.js';
import { languageOf } from '../problems.js';
import type { Language } from '../problems.js';
import { companySheet, partnerSheet, proposalSheet } from '../register-sheets.js';
import { seesAll } from '../rights.js';
import { sendSheet, sheetOrJson } from '../sheets.js';
import type { SheetFormat } from '../sheets.js';
import { signedIn } from '../sign-in.js';
import { problems } from './problems.js';

/** Reading the registers, a page at a time or whole as a file that can be imported again. */
export function registerRoutes(api: Api, shared: Shared): void {
  api.get(
    '/v1/companies',
    {
      schema: {
        ...{ tags: ['registers'], querystring: companiesQuerySchema },
        response: { 200: sheetOrJson(companyPageSchema), ...problems },
      },
    },
    async (request, reply) => {
      const { text } = request.query;
      const read = await companiesFor(shared, signedIn(request), text);
      return answered(request, reply, request.query, {
        read,
        sheet: companySheet,
        keyOf,
        line: (each) => each,
      });
    },
  );
  api.get(
    '/v1/partners',
    {
      schema: {
        ...{ tags: ['registers'], querystring: partnersQuerySchema },
        response: { 200: sheetOrJson(partnerPageSchema), ...problems },
      },
    },
    async (request, reply) => {
      signedIn(request);
      await partnersAreThere(shared);
      const read = (page: PageOf) => listPartners(shared.ledger, page);
      return answered(request, reply, request.query, {
        read,
        sheet: partnerSheet,
        keyOf,
        line: (each) => each,
      });
    },
  );
  api.get(
    '/v1/proposals',
    {
      schema: {
        ...{ tags: ['registers'], querystring: proposalsQuerySchema },
        response: { 200: sheetOrJson(proposalPageSchema), ...problems },
      },
    },
    async (request, reply) => {
      signedIn(request);
      const { edition, partner: partnerId, sector, state } = request.query;
      const filter = { editionId: servedEdition(shared, edition), partnerId, sector, state };
      const read = (page: PageOf) => listProposals(shared.ledger, filter, page);
      return answered(request, reply, request.query, {
        read,
        sheet: proposalSheet,
        keyOf,
        line: proposalLine,
      });
    },
  );
}

/** A register: how its pages are read, what a line of it is, and how it is written down whole. */
interface Register<Entry, Line> {
  readonly read: (page: PageOf) => Promise<Entry[]>;
  readonly sheet: (entries: readonly Entry[], language: Language) => Sheet;
  readonly keyOf: (entry: Entry) => string;
  readonly line: (entry: Entry) => Line;
}

interface Asked {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly format: 'json' | SheetFormat;
}

/** How many entries are read at a time where all are wanted. */
const AT_ONCE = 1_000;

async function answered<Entry, Line>(
  request: FastifyRequest,
  reply: FastifyReply,
  { limit, cursor, format }: Asked,
  { read, sheet, keyOf: key, line }: Register<Entry, Line>,
): Promise<FastifyReply> {
  if (format === 'json') {
    const { items, next } = pageOf(await read({ limit: limit + 1, after: cursorOf(cursor) }), limit, key);
    return reply.send({ items: items.map(line), next });
  }
  const all: Entry[] = [];
  for (let page = await read({ limit: AT_ONCE }); page.length > 0;) {
    all.push(...page);
    const last = page.at(-1);
    page =
      page.length < AT_ONCE || last === undefined ? [] : await read({ limit: AT_ONCE, after: key(last) });
  }
  return sendSheet(reply, format, sheet(all, languageOf(request.headers['accept-language'])));
}

/** The companies that this person may see: staff all of them, an applicant its own. */
async function companiesFor(
  { ledger }: Shared,
  actor: Actor,
  text: string | undefined,
): Promise<(page: PageOf) => Promise<Company[]>> {
  if (seesAll(actor)) return (page) => listCompanies(ledger, { text }, page);
  mustBe(actor, 'applicant');
  const own = await companiesByIds(ledger, [actor.org]);
  return async ({ after }) => (after === undefined ? own : []);
}

function keyOf({ id }: { readonly id: string }): string {
  return id;
}

function proposalLine({ editionId: edition, partnerId: partner, ...rest }: Proposal) {
  return { ...rest, edition, partner };
}
