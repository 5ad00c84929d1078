import type { ApplicationEntry } from './applications.js';
import { grouped } from './grouped.js';
import type { Application } from '../contract/events-application.js';

/** An application as this service received it; `irisNumber` where it came out of IRIS, `businessNumber` where its company is registered. */
export interface Here {
  readonly id: string;
  readonly irisNumber: string | null;
  readonly businessNumber: string | null;
  readonly companyId: string;
  readonly receivedAt: string;
  readonly application: Application;
}

/** One thing that IRIS and this service say differently of one application. */
export interface Difference {
  readonly irisNumber: string;
  readonly id: string;
  readonly field: string;
  readonly iris: string;
  readonly here: string;
}

/** What IRIS and this service have of a track's applications; an application stands in one list only. */
export interface Reconciliation {
  readonly same: number;
  readonly inIrisNotHere: readonly ApplicationEntry[];
  readonly hereNotInIris: readonly Here[];
  readonly different: readonly Difference[];
}

/**
 * Compares IRIS's applications with ours. An application is known by its receipt number; one that was sent to this service
 * itself, by its firm where that has one left over on each side, and by its title where there are several.
 */
export function reconciled(iris: readonly ApplicationEntry[], here: readonly Here[]): Reconciliation {
  const pairs = paired(iris, here);
  const met = new Set(pairs.map(([, ours]) => ours));
  const found = new Set(pairs.map(([theirs]) => theirs));
  const compared = pairs.map(([theirs, ours]) => differences(theirs, ours));
  return {
    same: compared.filter((fields) => fields.length === 0).length,
    inIrisNotHere: iris.filter((one) => !found.has(one)),
    hereNotInIris: here.filter((one) => !met.has(one)),
    different: compared.flat(),
  };
}

type Pair = readonly [theirs: ApplicationEntry, ours: Here];

function paired(iris: readonly ApplicationEntry[], here: readonly Here[]): Pair[] {
  const byNumber = new Map(here.map((one) => [one.irisNumber, one]));
  const known = iris.flatMap((theirs): Pair[] => {
    const ours = byNumber.get(theirs.irisNumber);
    return ours ? [[theirs, ours]] : [];
  });
  const taken = new Set(known.map(([theirs]) => theirs));
  const rest = grouped(
    iris.filter((one) => !taken.has(one)),
    firmAndTrack,
  );
  const direct = grouped(
    here.filter(({ irisNumber }) => irisNumber === null),
    firmAndTrack,
  );
  const guessed = [...rest].flatMap(([firm, theirs]) => pairedByTitle(theirs, direct.get(firm) ?? []));
  return [...known, ...guessed];
}

function pairedByTitle(theirs: readonly ApplicationEntry[], ours: readonly Here[]): Pair[] {
  const [only, ...more] = theirs;
  const [single, ...others] = ours;
  if (only && single && more.length === 0 && others.length === 0) return [[only, single]];
  const left = [...ours];
  return theirs.flatMap((one): Pair[] => {
    const at = left.findIndex(({ application }) => titleOf(application) === titleOf(one.application));
    const [match] = at < 0 ? [] : left.splice(at, 1);
    return match ? [[one, match]] : [];
  });
}

function firmAndTrack({ businessNumber, application }: Pick<Here, 'businessNumber' | 'application'>): string {
  return `${businessNumber ?? ''} ${application.track}`;
}

function titleOf({ title }: Application): string {
  return title.ko.replaceAll(/\s/g, '');
}

function differences(theirs: ApplicationEntry, ours: Here): Difference[] {
  const isSent = ours.irisNumber !== null;
  const [iris, here] = [saidBy(theirs, isSent), saidBy(ours, isSent)];
  return Object.entries(iris).flatMap(([field, value]) => {
    const other = here[field] ?? '';
    const { irisNumber } = theirs;
    return value === other ? [] : [{ irisNumber, id: ours.id, field, iris: value, here: other }];
  });
}

/** What is compared, as text; when it was received only where IRIS says so on both sides. */
function saidBy(
  { application, receivedAt, businessNumber }: Pick<Here, 'application' | 'receivedAt' | 'businessNumber'>,
  isReceiptTold: boolean,
): Readonly<Record<string, string>> {
  const { title, sector, partnerId, money, ...rest } = application;
  return {
    ...{ businessNumber: businessNumber ?? '', titleKo: title.ko, sector, partner: partnerId },
    ...{ ...money, proposalId: 'proposalId' in rest ? rest.proposalId : '' },
    ...(isReceiptTold ? { receivedAt } : {}),
  };
}
