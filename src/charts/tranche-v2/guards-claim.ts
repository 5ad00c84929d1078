import { dayOf } from '../../rules/calendar.js';
import { compareWon } from '../../rules/won.js';
import type { ChartEvent, Evidence } from '../kernel/types.js';
import { whenSent } from '../payload.js';
import type { ClaimDocument, TrancheArgsV2 } from './context.js';

/** What the books can say of the project, each word by which they don't hold the money back. */
const CLEAR = {
  agreement: ['inForce'],
  report: ['accepted', 'none'],
  gate: ['passed', 'none'],
  openRecoveries: ['0', 'none'],
} as const;

type Book = keyof typeof CLEAR;

/** What wasn't looked up holds nothing back: the ledger and the project's own chart stand behind it. */
function isClear(book: Book) {
  return ({ event }: { readonly event: ChartEvent }): boolean => {
    const said = event.books?.[book];
    return said === undefined || (CLEAR[book] as readonly string[]).includes(said);
  };
}

function seen(book: Book | 'frozen') {
  return ({ event }: { readonly event: ChartEvent }): Evidence => ({ [book]: event.books?.[book] ?? '' });
}

const CLAIMS = ['CLAIM', 'AMEND_CLAIM'];

/** The documents in question: those that are handed in, or those of the claim that is to be approved. */
function documentsOf({ context, event }: TrancheArgsV2): readonly ClaimDocument[] {
  if (!CLAIMS.includes(event.type)) return context.claim?.documents ?? [];
  return (event.data?.['documents'] ?? []) as readonly ClaimDocument[];
}

function listed({ context }: TrancheArgsV2) {
  return context.terms.claim?.documents ?? [];
}

/** What is wrong with a claim's documents, by the edition's list: missing kinds, kinds that it lacks, and days left out. */
function faultsOf(args: TrancheArgsV2): Record<'missing' | 'unlisted' | 'undated', string[]> {
  const kinds = listed(args);
  const documents = documentsOf(args);
  const has = (id: string): boolean => documents.some(({ kind }) => kind === id);
  return {
    missing: kinds.filter(({ needed, kind }) => needed && !has(kind)).map(({ kind }) => kind),
    // An edition from before claims were listed asks for nothing of the kind.
    unlisted: documents
      .map(({ kind }) => kind)
      .filter((id) => kinds.length > 0 && !kinds.some(({ kind }) => kind === id)),
    undated: documents
      .filter(({ kind, expiresOn }) => {
        const known = kinds.find((one) => one.kind === kind);
        return known?.validFor !== undefined && expiresOn === undefined;
      })
      .map(({ kind }) => kind),
  };
}

function expired(args: TrancheArgsV2): ClaimDocument[] {
  const today = dayOf(args.event.receivedAt);
  return documentsOf(args).filter(({ expiresOn }) => expiresOn !== undefined && expiresOn < today);
}

function unlessAsked(args: TrancheArgsV2, holds: (args: TrancheArgsV2) => boolean): boolean {
  return CLAIMS.includes(args.event.type) ? whenSent(args.event, () => holds(args)) : holds(args);
}

/**
 * What a tranche is released upon (domain.md section 3), looked at when it is claimed and again at either approval: what
 * concerns the project by the books that the intake stamps, the rest by what the tranche itself knows.
 */
export const claimGuards = {
  isAgreementInForce: isClear('agreement'),
  isStageReportAccepted: isClear('report'),
  isGatePassed: isClear('gate'),
  hasNoOpenRecovery: isClear('openRecoveries'),
  isInstitutionNotFrozen: ({ context, event }: TrancheArgsV2): boolean => {
    const frozen = (event.books?.['frozen'] ?? 'none').split(', ');
    return !frozen.includes(context.companyId);
  },
  isCashShareReceived: ({ context }: TrancheArgsV2): boolean =>
    compareWon(context.cashShareReceived, context.cashShareDue) >= 0,
  hasNeededDocuments: (args: TrancheArgsV2): boolean =>
    unlessAsked(args, () => Object.values(faultsOf(args)).every((faults) => faults.length === 0)),
  hasNoExpiredDocument: (args: TrancheArgsV2): boolean => unlessAsked(args, () => expired(args).length === 0),
};

/** Their names, in the order in which they are told. */
export const claimable = [
  ...(['isAgreementInForce', 'isStageReportAccepted', 'isGatePassed', 'isInstitutionNotFrozen'] as const),
  ...(['hasNoOpenRecovery', 'isCashShareReceived', 'hasNeededDocuments', 'hasNoExpiredDocument'] as const),
] as const;

/** The facts that they looked at. */
export const claimEvidence = {
  isAgreementInForce: seen('agreement'),
  isStageReportAccepted: seen('report'),
  isGatePassed: seen('gate'),
  hasNoOpenRecovery: seen('openRecoveries'),
  isInstitutionNotFrozen: seen('frozen'),
  isCashShareReceived: ({ context }: TrancheArgsV2) => ({
    due: context.cashShareDue,
    received: context.cashShareReceived,
  }),
  hasNeededDocuments: (args: TrancheArgsV2): Evidence => {
    const faults = Object.entries(faultsOf(args)).filter(([, kinds]) => kinds.length > 0);
    return Object.fromEntries(faults.map(([fault, kinds]) => [fault, kinds.join(', ')]));
  },
  hasNoExpiredDocument: (args: TrancheArgsV2): Evidence => ({
    expired: expired(args)
      .map(({ kind, expiresOn }) => `${kind} ${String(expiresOn)}`)
      .join(', '),
    receivedOn: dayOf(args.event.receivedAt),
  }),
};
