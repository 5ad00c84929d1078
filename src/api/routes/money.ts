import type { Actor } from '../../charts/kernel/types.js';
import {
  collectionSchema,
  collectionToMakeSchema,
  moneyStatementSchema,
  statementLinesQuerySchema,
  statementLinesSchema,
  statementsQuerySchema,
  trialBalanceQuerySchema,
  trialBalanceSchema,
} from '../../contract/http/money.js';
import type { MoneyStatement, StatementLines } from '../../contract/http/money.js';
import type { Ledger } from '../../ledger/ledger.js';
import { statementLines, statementSums } from '../../ledger/reads/statement.js';
import type { StatementFilter, StatementLine, StatementPage } from '../../ledger/reads/statement.js';
import { trialBalance } from '../../ledger/reads/trial-balance.js';
import { hrefOf } from '../addresses.js';
import { keyOf } from '../bodies.js';
import type { Api, Shared } from '../deps.js';
import { collected } from '../draw-collection.js';
import { mustBe } from '../intake-rights.js';
import { balanceSheet, linesSheet, sumsSheet } from '../money-sheets.js';
import { cursorOf, pageOf } from '../pages.js';
import { drawsAfter } from '../portal-draws.js';
import { languageOf } from '../problems.js';
import { Refused, atTheDoor } from '../refused.js';
import { mustKeepBooks, seesAll } from '../rights.js';
import { sendSheet, sheetOrJson } from '../sheets.js';
import { signedIn } from '../sign-in.js';
import { idempotencyHeader } from './actions.js';
import { problems } from './problems.js';

/** The books: statements by company, track, year and project, line by line, the trial balance, and what firms drew. */
export function moneyRoutes(api: Api, shared: Shared): void {
  sums(api, shared);
  lines(api, shared);
  balance(api, shared);
  collection(api, shared);
}

function collection(api: Api, shared: Shared): void {
  api.post(
    '/v1/draws/collection',
    {
      config: { records: 'COLLECT_DRAWS' },
      schema: {
        ...{ tags: ['money'], headers: idempotencyHeader, body: collectionToMakeSchema },
        response: { 200: collectionSchema, ...problems },
      },
    },
    async (request) => {
      const by = signedIn(request);
      mustBe(by, 'finance');
      const key = keyOf(request);
      const language = languageOf(request.headers['accept-language']);
      const draws = await drawsAfter(shared.portalUrl, request.body.since);
      return collected(shared, draws, { by, key, language });
    },
  );
}

function sums(api: Api, { ledger }: Shared): void {
  api.get(
    '/v1/statements',
    {
      schema: {
        ...{ tags: ['money'], querystring: statementsQuerySchema },
        response: { 200: sheetOrJson(moneyStatementSchema), ...problems },
      },
    },
    async (request, reply) => {
      const { by, format } = request.query;
      const filter = filterFor(signedIn(request), request.query);
      const read = await statementSums(ledger, filter, by);
      if (format !== 'json') return sendSheet(reply, format, sumsSheet(by, read));
      const items = read.map(({ group, ...won }) => ({ group, ...digits(won) }));
      return reply.send({ by, items } satisfies MoneyStatement);
    },
  );
}

function lines(api: Api, { ledger }: Shared): void {
  api.get(
    '/v1/statements/lines',
    {
      schema: {
        ...{ tags: ['money'], querystring: statementLinesQuerySchema },
        response: { 200: sheetOrJson(statementLinesSchema), ...problems },
      },
    },
    async (request, reply) => {
      const { format, limit, cursor } = request.query;
      const filter = filterFor(signedIn(request), request.query);
      if (format !== 'json') return sendSheet(reply, format, linesSheet(await allLines(ledger, filter)));
      const read = await statementLines(ledger, filter, { limit: limit + 1, after: afterOf(cursor) });
      const { items, next } = pageOf(read, limit, ({ posting, no }) => `${posting} ${no}`);
      return reply.send({ items: items.map(lineBody), next } satisfies StatementLines);
    },
  );
}

function balance(api: Api, { ledger }: Shared): void {
  api.get(
    '/v1/trial-balance',
    {
      schema: {
        ...{ tags: ['money'], querystring: trialBalanceQuerySchema },
        response: { 200: sheetOrJson(trialBalanceSchema), ...problems },
      },
    },
    async (request, reply) => {
      mustKeepBooks(signedIn(request));
      const { edition: editionId, company: companyId, project: projectId, format } = request.query;
      const read = await trialBalance(ledger, { editionId, companyId, projectId });
      if (format !== 'json') return sendSheet(reply, format, balanceSheet(read));
      const { accounts, debit, credit, isBalanced } = read;
      return reply.send({
        accounts: accounts.map(({ account, kind, ...won }) => ({ account, kind, ...digits(won) })),
        ...{ debit: String(debit), credit: String(credit), isBalanced },
      });
    },
  );
}

interface Narrowed {
  readonly edition?: string | undefined;
  readonly company?: string | undefined;
  readonly track?: string | undefined;
  readonly year?: number | undefined;
  readonly project?: string | undefined;
}

/** What somebody may have a statement of: who keeps the books of all, an applicant of its own company's money. */
function filterFor(actor: Actor, { edition, company, track, year, project }: Narrowed): StatementFilter {
  const wished = { editionId: edition, companyId: company, track, year, projectId: project };
  if (seesAll(actor)) return wished;
  if (actor.role !== 'applicant') throw new Refused(atTheDoor('wrongRole', { role: actor.role }));
  return { ...wished, companyId: actor.org };
}

/** How many lines are read at a time where all are wanted. */
const AT_ONCE = 5_000;

async function allLines(ledger: Ledger, filter: StatementFilter): Promise<StatementLine[]> {
  const all: StatementLine[] = [];
  for (let after: StatementPage['after']; ;) {
    const page = await statementLines(ledger, filter, { limit: AT_ONCE, after });
    all.push(...page);
    const last = page.at(-1);
    if (page.length < AT_ONCE || !last) return all;
    after = { posting: last.posting, no: last.no };
  }
}

function afterOf(cursor: string | undefined): StatementPage['after'] {
  const key = cursorOf(cursor);
  if (key === undefined) return undefined;
  const [, posting, no] = /^(\d{1,18}) (\d{1,9})$/.exec(key) ?? [];
  if (posting === undefined || no === undefined) throw new Refused(atTheDoor('malformedBody'));
  return { posting: BigInt(posting), no: Number(no) };
}

function lineBody(line: StatementLine): StatementLines['items'][number] {
  const { posting, no, kind, reverses, postedOn, companyId, track, projectId, subjectId, seq } = line;
  return {
    ...{ posting: String(posting), no, kind, reverses: reverses === null ? null : String(reverses) },
    ...{ postedOn, company: companyId, track, project: projectId, case: subjectId, href: hrefOf(subjectId) },
    ...{ seq, by: line.person, debit: line.debit, credit: line.credit, amount: String(line.amount) },
  };
}

function digits<Name extends string>(won: Readonly<Record<Name, bigint>>): Record<Name, string> {
  return Object.fromEntries(Object.entries(won).map(([name, value]) => [name, String(value)])) as Record<
    Name,
    string
  >;
}
