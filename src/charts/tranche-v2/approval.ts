import { sha256Of } from '../../rules/canonical-hash.js';
import type { ClaimDocument, SumsV2, TrancheContextV2 } from './context.js';

/** Exactly what the two approvals are for: the claim, its payee, its money and the sums that it was checked against. */
export interface ApprovalDocument {
  readonly trancheId: string;
  readonly projectId: string;
  readonly no: number;
  readonly stage: number | null;
  readonly payee: string;
  readonly amount: string;
  readonly partnerAmount: string;
  readonly claimedBy: readonly string[];
  readonly amendedBy: readonly string[];
  readonly documents: readonly ClaimDocument[];
  readonly cashShareDue: string;
  readonly cashShareReceived: string;
  readonly year: string | null;
  readonly sums: SumsV2;
  readonly editionId: string;
  readonly editionHash: string;
}

/** A document to be approved and its SHA-256, hex, over its canonical JSON. */
export interface Approval {
  readonly document: ApprovalDocument;
  readonly sha256: string;
}

/** What stands to be approved now; throws a plain Error where no claim was checked. */
export function approvalOf(context: TrancheContextV2): Approval {
  const { claim, sums, subjectId } = context;
  if (!claim || !sums) throw new Error(`${subjectId} is to be approved before its claim was checked`);
  const { projectId, no, stage, companyId, amount, partnerAmount, year, editionId, terms } = context;
  const document: ApprovalDocument = {
    ...{ trancheId: subjectId, projectId, no, stage, payee: companyId, amount, partnerAmount },
    ...{ claimedBy: claim.by, amendedBy: claim.amendedBy, documents: claim.documents },
    cashShareDue: context.cashShareDue,
    cashShareReceived: context.cashShareReceived,
    ...{ year, sums, editionId, editionHash: terms.editionHash },
  };
  return { document, sha256: sha256Of(document) };
}
