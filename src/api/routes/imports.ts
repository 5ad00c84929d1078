import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  importAddressSchema,
  importIdSchema,
  importQuerySchema,
  importReportSchema,
  importRowPageSchema,
  importRowsQuerySchema,
} from '../../contract/http/imports.js';
import type { ImportKindName, ImportQuery, ImportReport } from '../../contract/http/imports.js';
import type { Actor } from '../../charts/kernel/types.js';
import { getImport, importRowsOf } from '../../ledger/imports.js';
import type { ImportRow } from '../../ledger/imports.js';
import type { Api, Shared } from '../deps.js';
import { servedEdition } from '../editions.js';
import { acceptFiles, arrivedTable } from '../imports/file.js';
import { imported } from '../imports/run.js';
import { instant } from '../instant.js';
import { mustBe } from '../intake-rights.js';
import { cursorOf, pageOf } from '../pages.js';
import { partnersAreThere } from '../partner-register.js';
import { Refused, atTheDoor } from '../refused.js';
import { mustKeepBooks } from '../rights.js';
import { signedIn } from '../sign-in.js';
import { problems } from './problems.js';

/** What an import takes, in words for OpenAPI. */
export const FILE_WORDS =
  'CSV (UTF-8 or EUC-KR) or XLSX, as the body or as the one file of a form. / CSV(UTF-8 또는 EUC-KR)나 XLSX 파일을 본문 또는 폼의 파일 하나로 보냅니다.';

/** How long an import waits for those of its kind before it. */
const PATIENCE_MS = 60_000;

/** Importing files of applications and registers, trying an import first, and reading what one did. */
export async function importRoutes(api: Api, shared: Shared): Promise<void> {
  // In a scope of its own: here every body is a stream of bytes.
  await api.register(async (scope: Api) => {
    await acceptFiles(scope);
    scope.post(
      '/v1/imports/:kind',
      {
        config: { records: 'IMPORT' },
        schema: {
          ...{ tags: ['imports'], description: FILE_WORDS },
          consumes: ['text/csv', 'multipart/form-data'],
          params: importAddressSchema,
          querystring: importQuerySchema,
          response: { 200: importReportSchema, 201: importReportSchema, ...problems },
        },
      },
      (request, reply) => importFile(shared, request, reply, request.params.kind, request.query),
    );
  });
  api.get(
    '/v1/imports/:id',
    {
      schema: {
        ...{ tags: ['imports'], params: importIdSchema },
        response: { 200: importReportSchema, ...problems },
      },
    },
    async (request) => readImport(shared, signedIn(request), request.params.id),
  );
  api.get(
    '/v1/imports/:id/rows',
    {
      schema: {
        ...{ tags: ['imports'], params: importIdSchema, querystring: importRowsQuerySchema },
        response: { 200: importRowPageSchema, ...problems },
      },
    },
    async (request) => {
      const { id } = await readImport(shared, signedIn(request), request.params.id);
      const { limit, cursor } = request.query;
      const after = Number(cursorOf(cursor) ?? '0');
      const read = await importRowsOf(shared.ledger, id ?? '', { limit: limit + 1, after });
      const { items, next } = pageOf(read, limit, ({ row }) => String(row));
      return { items: items.map(rowLine), next };
    },
  );
}

async function importFile(
  shared: Shared,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: ImportKindName,
  query: ImportQuery,
): Promise<ImportReport> {
  const actor = signedIn(request);
  mustBe(actor, 'officer');
  const editionId = servedEdition(shared, query.edition);
  const arrived = await arrivedTable(request, query.sha256).catch((error: unknown) => {
    // What is still on its way is let go, so that the sender gets to read the answer.
    request.raw.resume();
    throw error;
  });
  await partnersAreThere(shared);
  const now = await instant(shared);
  const { ledger, clock } = shared;
  const context = { ledger, actor, editionId, track: query.track, now, receivedAt: clock && now };
  // They would wait for each other in the books too, each holding a connection that others need.
  const turn = await shared.lanes(`import ${kind}`, Date.now() + PATIENCE_MS, () =>
    imported(context, kind, arrived, query),
  );
  if (!turn) throw new Refused(atTheDoor('unavailable', { part: 'imports' }));
  const { report, isRepeated } = turn;
  if (isRepeated) void reply.header('idempotency-replayed', 'true');
  const isMade = !report.dryRun && !isRepeated;
  if (isMade) void reply.code(201).header('location', `/v1/imports/${report.id ?? ''}`);
  return report;
}

async function readImport({ ledger }: Shared, actor: Actor, id: string): Promise<ImportReport> {
  mustKeepBooks(actor);
  const batch = await getImport(ledger, id);
  if (!batch) throw new Refused(atTheDoor('notFound'));
  return batch.report as ImportReport;
}

function rowLine({ errors, ...row }: ImportRow) {
  return { ...row, errors: errors as ImportReport['errors'] };
}
