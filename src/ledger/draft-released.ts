import { sql } from 'kysely';
import type { Books } from './ledger.js';

/** Gives a company's draft back to it where the command that it was sent as was refused. */
export async function releaseRefused(books: Books, companyId: string, id: string): Promise<void> {
  await sql`
    update draft set submitted_as = null from command_inbox c
      where draft.id = ${id} and company_id = ${companyId} and c.id = submitted_as and c.state = 'refused'`.execute(
    books.db,
  );
}
