import type { ReconciliationBody } from '../../contract/http/imports.js';
import type { Application } from '../../contract/events-application.js';
import type { Track } from '../../contract/names.js';
import { applicationColumns } from '../../intake/application-columns.js';
import { applications } from '../../intake/applications.js';
import { mapped } from '../../intake/columns.js';
import { reconciled } from '../../intake/reconcile.js';
import type { Difference, Here } from '../../intake/reconcile.js';
import { checkedRows } from '../../intake/rows.js';
import { applicationsOf } from '../../ledger/iris.js';
import type { ReceivedApplication } from '../../ledger/iris.js';
import { hrefOf } from '../addresses.js';
import type { ImportContext } from './context.js';
import type { ArrivedTable } from './file.js';
import { usable } from './file.js';
import { partnersByName } from './partner-names.js';
import { rowFaults } from './report.js';

/**
 * Compares IRIS's file of a track with what was received, and writes nothing. A row that can't be read is told as such and
 * compared with nothing. Throws Refused for what makes a file unusable.
 */
export async function compared(
  context: ImportContext & { readonly track: Track },
  { table, sha256 }: ArrivedTable,
  named: Readonly<Record<string, string>>,
): Promise<ReconciliationBody> {
  const { ledger, editionId, track, now } = context;
  const partnerOf = await partnersByName(ledger, now);
  const kind = applications({ track, partnerIdOf: (name) => partnerOf(name)?.id });
  const mapping = await usable(() => mapped(table.header, kind.columns, named));
  const rows = checkedRows(table, mapping, kind);
  const iris = rows.flatMap(({ entry }) => entry ?? []);
  const here = (await applicationsOf(ledger, { editionId, track })).map(hereOf);
  const { same, inIrisNotHere, hereNotInIris, different } = reconciled(iris, here);
  return {
    ...{ edition: editionId, track, sha256, inIris: rows.length, here: here.length, same },
    inIrisNotHere: inIrisNotHere.map(({ application, ...line }) => ({ ...line, title: application.title })),
    hereNotInIris: hereNotInIris.map(hereLine),
    different: different.map(differenceLine),
    unreadable: rows.filter(({ entry }) => entry === undefined).flatMap(rowFaults),
  };
}

function hereOf({ data, ...received }: ReceivedApplication): Here {
  return { ...received, application: data as unknown as Application };
}

function hereLine({
  application,
  companyId: company,
  ...line
}: Here): ReconciliationBody['hereNotInIris'][number] {
  return { ...line, company, href: hrefOf(line.id), title: application.title };
}

function differenceLine(difference: Difference): ReconciliationBody['different'][number] {
  const label = applicationColumns.find(({ field }) => field === difference.field)?.label;
  const fieldLabel = label ?? { ko: difference.field, en: difference.field };
  return { ...difference, href: hrefOf(difference.id), fieldLabel };
}
