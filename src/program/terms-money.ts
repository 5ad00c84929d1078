import type { ClaimDocument, CurrentEdition, Edition } from './types.js';

/** A kind of change that needs approval before the fact, where `onlyIf` holds, and who decides it. */
export type TermsChange = Omit<CurrentEdition['changes']['important'][number], 'name'>;

/** A document of a claim as a workflow carries it. */
export type TermsDocument = Omit<ClaimDocument, 'name'>;

/** What a case knows of money and of changes; nothing of an edition from before claims took documents. */
export interface MoneyTerms {
  readonly claim?: { readonly documents: readonly TermsDocument[] };
  readonly payment?: CurrentEdition['payment'];
  readonly recovery?: CurrentEdition['recovery'];
  readonly changes?: {
    readonly important: readonly TermsChange[];
    readonly minor: readonly string[];
    readonly equipmentFrom: string;
    readonly commissionedUp: number;
  };
}

function changeTerms({ changes }: Edition): NonNullable<MoneyTerms['changes']> {
  const { important, minor, equipmentFrom, commissionedUp } = changes;
  return {
    important: important.map(({ name: _name, ...carried }) => carried),
    minor: minor.map(({ id }) => id),
    equipmentFrom,
    commissionedUp,
  };
}

/** The terms of money that a case takes along; empty for an edition from before claims took documents. */
export function moneyTerms(edition: Edition): MoneyTerms {
  const { claim, payment, recovery } = edition;
  if (!claim || !payment || !recovery) return {};
  const documents = claim.documents.map(({ name: _name, ...carried }) => carried);
  return { claim: { documents }, payment, recovery, changes: changeTerms(edition) };
}
