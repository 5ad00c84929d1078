import { TRACKS } from '../../contract/names.js';
import { applicationsAgainst } from '../../intake/against.js';
import type { KnownOfApplications } from '../../intake/against.js';
import { applications } from '../../intake/applications.js';
import type { ApplicationEntry } from '../../intake/applications.js';
import type { CheckedRow } from '../../intake/rows.js';
import { documentsBySha256 } from '../../ledger/documents.js';
import { receiptsOf } from '../../ledger/iris.js';
import type { IrisReceipt } from '../../ledger/iris.js';
import type { Books } from '../../ledger/ledger.js';
import { isWithinCall } from '../../rules/screening.js';
import type { CallWindow } from '../../rules/screening.js';
import { windowOf } from '../track-window.js';
import type { ImportContext } from './context.js';
import { handedIn } from './handed-in.js';
import type { Importer } from './importer.js';
import { knownCompanies } from './known-companies.js';
import { partnersByName } from './partner-names.js';
import { saidSha256 } from './said.js';

/** Hands in what firms applied for through IRIS: each receipt number once, as an application of its own. */
export async function applicationImporter(
  context: ImportContext,
  books: Books,
): Promise<Importer<ApplicationEntry>> {
  const partnerOf = await partnersByName(books, context.now);
  const kind = applications({ track: context.track, partnerIdOf: (name) => partnerOf(name)?.id });
  return {
    kind,
    judge: async (rows) => applicationsAgainst(rows, await known(context, books, rows)),
    write: (entries) => handedIn(context, books, entries),
  };
}

async function known(
  context: ImportContext,
  books: Books,
  rows: readonly CheckedRow<ApplicationEntry>[],
): Promise<KnownOfApplications> {
  const entries = rows.flatMap(({ entry }) => entry ?? []);
  const [companies, receipts, documents, windows] = await Promise.all([
    knownCompanies(
      books,
      entries.map(({ businessNumber }) => businessNumber),
    ),
    receiptsOf(
      books,
      context.editionId,
      entries.map(({ irisNumber }) => irisNumber),
    ),
    storedDocuments(context, entries),
    windowsOf(context),
  ]);
  const before = new Map(receipts.map((receipt) => [receipt.number, receipt]));
  return {
    ...{ now: context.now, companies },
    isSameAsBefore: (entry) => isSame(before.get(entry.irisNumber), entry),
    isStored: (sha256) => documents.has(sha256),
    untimely: ({ application, receivedAt }) => untimely(windows.get(application.track), receivedAt),
  };
}

function isSame(before: IrisReceipt | undefined, entry: ApplicationEntry): boolean | undefined {
  return before && !before.isRefused ? before.saidSha256 === saidSha256(entry) : undefined;
}

/** The documents named in applications that somebody has stored: the firm itself, or the officer for it. */
async function storedDocuments(
  { ledger }: ImportContext,
  entries: readonly ApplicationEntry[],
): Promise<Set<string>> {
  const named = entries.flatMap(({ application }) =>
    'partnerEvidenceSha256' in application ? application.partnerEvidenceSha256 : [],
  );
  if (named.length === 0) return new Set();
  return new Set((await documentsBySha256(ledger, [...new Set(named)])).map(({ sha256 }) => sha256));
}

async function windowsOf(context: ImportContext): Promise<Map<string, CallWindow>> {
  const windows = TRACKS.map(
    async (track) => [track, await windowOf(context, context.editionId, track)] as const,
  );
  return new Map(await Promise.all(windows));
}

function untimely(
  call: CallWindow | undefined,
  receivedAt: string,
): ReturnType<KnownOfApplications['untimely']> {
  if (!call || isWithinCall(call.window, call.history, receivedAt)) return undefined;
  const { opens, closes } = call.window;
  const isEarly = Date.parse(receivedAt) < Date.parse(opens);
  return isEarly ? { code: 'windowNotOpen', seen: opens } : { code: 'windowClosed', seen: closes };
}
