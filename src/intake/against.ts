import type { ApplicationEntry } from './applications.js';
import type { CompanyEntry } from './companies.js';
import { fault } from './faults.js';
import type { JudgedRow, Standing } from './judged.js';
import { judged } from './judged.js';
import type { ProposalEntry } from './proposals.js';
import type { CheckedRow } from './rows.js';
import type { StandingEntry } from './standing.js';

/** The companies that a file names, as the register has them, by business number and by id. */
export interface KnownCompanies {
  byNumber(businessNumber: string): { readonly id: string } | undefined;
  byId(id: string): { readonly businessNumber: string } | undefined;
}

/** A company of the register keeps its number under its id, and its id under its number. */
export function companiesAgainst(
  rows: readonly CheckedRow<CompanyEntry>[],
  known: KnownCompanies,
  isKnown: (entry: CompanyEntry) => boolean,
): JudgedRow<CompanyEntry>[] {
  return judged(rows, (entry, { cells }) => {
    const { id, businessNumber } = entry;
    const [own, other] = [known.byNumber(businessNumber), known.byId(id)];
    const isNamed = cells.text('id') !== '';
    const isMoved = isNamed && own !== undefined && own.id !== id;
    const isTaken = other !== undefined && other.businessNumber !== businessNumber;
    if (!isMoved && !isTaken) return { isKnown: isKnown(entry) };
    const seen = isMoved ? `${businessNumber} = ${own.id}` : `${id} = ${other?.businessNumber ?? ''}`;
    const at = { column: cells.header('businessNumber'), value: cells.text('businessNumber') };
    return { faults: [fault('companyNumberTaken', at, seen)] };
  });
}

/** A partner of the register, by its id or its name in either language; `hasLeft` where it is one no more. */
export interface KnownPartner {
  readonly id: string;
  readonly hasLeft: boolean;
}

/** A proposal is a registered partner's, and an open one a partner's that is still in the program. */
export function proposalsAgainst(
  rows: readonly CheckedRow<ProposalEntry>[],
  partnerOf: (name: string) => KnownPartner | undefined,
  isKnown: (entry: ProposalEntry) => boolean,
): JudgedRow<ProposalEntry>[] {
  return judged(rows, (entry, { cells }): Standing => {
    const { partner: name, state } = entry;
    const partner = partnerOf(name);
    const at = { column: cells.header('partner'), value: name };
    if (!partner) return { faults: [fault('partnerNotRegistered', at)] };
    if (partner.hasLeft && state === 'open') return { faults: [fault('partnerHasLeft', at)] };
    return { isKnown: isKnown(entry) };
  });
}

/** A firm's standing is that of a registered company, named by its id or its business number. */
export function standingAgainst(
  rows: readonly CheckedRow<StandingEntry>[],
  known: KnownCompanies,
  isKnown: (entry: StandingEntry) => boolean,
): JudgedRow<StandingEntry>[] {
  return judged(rows, (entry, { cells }) => {
    const { kind, ref } = entry;
    if (kind === 'researcher' || known.byNumber(ref) || known.byId(ref)) return { isKnown: isKnown(entry) };
    return { faults: [fault('companyNotRegistered', { column: cells.header('ref'), value: ref })] };
  });
}

/** What is known of applications: when it is, the companies, and what was received before under an IRIS number. */
export interface KnownOfApplications {
  readonly now: string;
  readonly companies: KnownCompanies;
  /** Whether what came under this number before says the same as `entry`; undefined where nothing came. */
  readonly isSameAsBefore: (entry: ApplicationEntry) => boolean | undefined;
  /** Documents among those named that nobody has stored. */
  readonly isStored: (sha256: string) => boolean;
  /** Why the time of receipt is none in which one may apply; undefined where it is. */
  readonly untimely: (
    entry: ApplicationEntry,
  ) => { readonly code: 'windowClosed' | 'windowNotOpen'; readonly seen: string } | undefined;
}

/** An application is a registered company's, received in time, says what it said before, and names documents that are here. */
export function applicationsAgainst(
  rows: readonly CheckedRow<ApplicationEntry>[],
  known: KnownOfApplications,
): JudgedRow<ApplicationEntry>[] {
  return judged(rows, (entry, { cells }): Standing => {
    const before = known.isSameAsBefore(entry);
    const at = (field: string) => ({ column: cells.header(field), value: cells.text(field) });
    if (before === true) return { isKnown: true };
    if (before === false) return { faults: [fault('irisNumberDiffers', at('irisNumber'))] };
    const { application, receivedAt, businessNumber } = entry;
    const evidence = 'partnerEvidenceSha256' in application ? application.partnerEvidenceSha256 : undefined;
    const late = known.untimely(entry);
    const faults = [
      ...(receivedAt > known.now ? [fault('receivedInFuture', at('receivedAt'))] : []),
      ...(late ? [fault(late.code, at('receivedAt'), late.seen)] : []),
      ...(known.companies.byNumber(businessNumber)
        ? []
        : [fault('companyNotRegistered', at('businessNumber'))]),
      ...(evidence === undefined || known.isStored(evidence)
        ? []
        : [fault('documentUnknown', at('partnerEvidenceSha256'))]),
    ];
    return faults.length > 0 ? { faults } : { isKnown: false };
  });
}
