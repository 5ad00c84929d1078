import type { Selectable } from 'kysely';
import type { Books } from './ledger.js';
import type { DraftTable } from './tables-registers.js';

/** An application that its company has not sent yet; `submittedAs` is the command that it was sent as. */
export interface Draft {
  readonly id: string;
  readonly companyId: string;
  readonly editionId: string;
  readonly track: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** 1 at first, and one more with every change. */
  readonly version: number;
  readonly submittedAs: string | null;
  readonly madeAt: string;
  readonly changedAt: string;
}

/** Keeps a new draft; `madeBy` is a person's opaque id. */
export async function storeDraft(
  books: Books,
  draft: Pick<Draft, 'id' | 'companyId' | 'editionId' | 'track' | 'body'> & { readonly madeBy: string },
): Promise<Draft> {
  const { id, companyId: company_id, editionId: edition_id, track, madeBy: made_by } = draft;
  const row = await books.db
    .insertInto('draft')
    .values({
      id,
      company_id,
      edition_id,
      track,
      made_by,
      body: JSON.stringify(draft.body),
      submitted_as: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return draftFrom(row);
}

/** A company's own draft, or undefined; another company's is not found. */
export async function getDraft(books: Books, companyId: string, id: string): Promise<Draft | undefined> {
  const row = await own(books, companyId, id).executeTakeFirst();
  return row && draftFrom(row);
}

/** A page of a company's drafts in the order of their ids. */
export async function draftsOf(
  books: Books,
  companyId: string,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Draft[]> {
  let query = books.db.selectFrom('draft').selectAll().where('company_id', '=', companyId);
  if (after !== undefined) query = query.where('id', '>', after);
  return (await query.orderBy('id').limit(limit).execute()).map(draftFrom);
}

/**
 * Changes a company's draft that hasn't been sent and stands at `version`, where one is named; undefined where there is no such
 * draft, so that of two who change the same version the second is told.
 */
export async function changeDraft(
  books: Books,
  companyId: string,
  id: string,
  change: { readonly body: Draft['body']; readonly track: string; readonly version?: number | undefined },
): Promise<Draft | undefined> {
  let query = books.db
    .updateTable('draft')
    .set((eb) => ({
      ...{ body: JSON.stringify(change.body), track: change.track },
      ...{ version: eb('version', '+', 1), changed_at: new Date().toISOString() },
    }))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('submitted_as', 'is', null);
  if (change.version !== undefined) query = query.where('version', '=', change.version);
  const row = await query.returningAll().executeTakeFirst();
  return row && draftFrom(row);
}

/** Books which command a draft was sent as; false where it was sent as another already, or there is none. */
export async function markSubmitted(
  books: Books,
  companyId: string,
  id: string,
  commandId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await books.db
    .updateTable('draft')
    .set({ submitted_as: commandId })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('submitted_as', 'is', null), eb('submitted_as', '=', commandId)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Throws a company's draft away, unless it was sent; false where there is no such draft. */
export async function dropDraft(books: Books, companyId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await books.db
    .deleteFrom('draft')
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('submitted_as', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function own({ db }: Books, companyId: string, id: string) {
  return db.selectFrom('draft').selectAll().where('company_id', '=', companyId).where('id', '=', id);
}

function draftFrom(row: Selectable<DraftTable>): Draft {
  return {
    ...{ id: row.id, companyId: row.company_id, editionId: row.edition_id, track: row.track },
    ...{ body: row.body, version: row.version, submittedAs: row.submitted_as },
    ...{ madeAt: row.made_at, changedAt: row.changed_at },
  };
}
