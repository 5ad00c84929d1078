import { reconciliationQuerySchema, reconciliationSchema } from '../../contract/http/imports.js';
import type { Api, Shared } from '../deps.js';
import { servedEdition } from '../editions.js';
import { compared } from '../imports/compared.js';
import { acceptFiles, arrivedTable } from '../imports/file.js';
import { reconciliationSheet } from '../imports/reconciliation-sheet.js';
import { namedColumns } from '../imports/wishes.js';
import { instant } from '../instant.js';
import { mustBe } from '../intake-rights.js';
import { partnersAreThere } from '../partner-register.js';
import { sendSheet, sheetOrJson } from '../sheets.js';
import { signedIn } from '../sign-in.js';
import { FILE_WORDS } from './imports.js';
import { problems } from './problems.js';

/** Comparing IRIS's list of applications with what was received here; it reads, and writes nothing. */
export async function reconciliationRoutes(api: Api, shared: Shared): Promise<void> {
  await api.register(async (scope: Api) => {
    await acceptFiles(scope);
    scope.post(
      '/v1/reconciliations',
      {
        schema: {
          ...{ tags: ['imports'], description: FILE_WORDS },
          consumes: ['text/csv', 'multipart/form-data'],
          querystring: reconciliationQuerySchema,
          response: { 200: sheetOrJson(reconciliationSchema), ...problems },
        },
      },
      async (request, reply) => {
        const actor = signedIn(request);
        mustBe(actor, 'officer', 'administrator', 'auditor');
        const { edition, track, column, format, sha256 } = request.query;
        const editionId = servedEdition(shared, edition);
        const arrived = await arrivedTable(request, sha256).catch((error: unknown) => {
          request.raw.resume();
          throw error;
        });
        await partnersAreThere(shared);
        const now = await instant(shared);
        const context = { ledger: shared.ledger, actor, editionId, track, now, receivedAt: undefined };
        const body = await compared(context, arrived, namedColumns(column));
        return format === 'json' ? reply.send(body) : sendSheet(reply, format, reconciliationSheet(body));
      },
    );
  });
}
