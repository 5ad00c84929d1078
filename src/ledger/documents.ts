import type { Ledger } from './ledger.js';
import type { Party } from './reads/subjects.js';

/** A stored document: its SHA-256 (hex), its size in bytes, and whose it is. */
export interface StoredDocument {
  readonly sha256: string;
  readonly org: string;
  readonly size: bigint;
  readonly mediaType: string;
  readonly storedAt: string;
}

/** Books that an organisation stored a document; the same document again is the same row. */
export async function bookDocument(
  ledger: Ledger,
  document: {
    readonly sha256: string;
    readonly org: string;
    readonly size: bigint;
    readonly mediaType: string;
    readonly person: string;
  },
): Promise<void> {
  const { mediaType: media_type, ...rest } = document;
  await ledger.db
    .insertInto('document')
    .values({ ...rest, media_type })
    .onConflict((conflict) => conflict.columns(['sha256', 'org']).doNothing())
    .execute();
}

/** Everybody's rows of a document, the earliest first. */
export async function documentsBySha256(
  ledger: Ledger,
  sha256s: readonly string[],
): Promise<StoredDocument[]> {
  if (sha256s.length === 0) return [];
  const rows = await ledger.db
    .selectFrom('document')
    .selectAll()
    .where('sha256', 'in', sha256s)
    .orderBy('stored_at')
    .execute();
  return rows.map(({ sha256, org, size, media_type: mediaType, stored_at: storedAt }) => ({
    ...{ sha256, org, size },
    ...{ mediaType, storedAt },
  }));
}

/** Who a document may be named to: an organisation in its part, or a panel member by what is assigned to them. */
export type NamedTo = Party | { readonly panelMember: string };

/** Whether a case that is theirs in this way names the document in one of its events. */
export async function isNamedInCaseOf(ledger: Ledger, sha256: string, whose: NamedTo): Promise<boolean> {
  const company = 'companyId' in whose ? whose.companyId : null;
  const partner = 'partnerId' in whose ? whose.partnerId : null;
  const member = 'panelMember' in whose ? JSON.stringify([whose.panelMember]) : null;
  const { rowCount } = await ledger.pool.query(
    `select 1 from ledger_row l join subject s on s.id = l.subject_id
      where (s.company_id = $2 or s.partner_id = $3 or s.panel_members @> $4::jsonb)
        and jsonb_path_exists(l.event -> 'data', '$.** ? (@ == $h)', jsonb_build_object('h', $1::text))
      limit 1`,
    [sha256, company, partner, member],
  );
  return (rowCount ?? 0) > 0;
}
