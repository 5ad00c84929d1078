import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { ClockLine } from '../../contract/messages.js';
import type { Ledger } from '../ledger.js';
import type { ClockTable } from '../tables-people.js';
import type { Party } from './subjects.js';

/** A clock as its case's row had it, with what is known of the case. */
export interface ClockRead extends ClockLine {
  readonly subjectId: string;
  readonly subject: string;
  readonly track: string;
  readonly editionId: string;
  readonly companyId: string;
  readonly partnerId: string | null;
  /** The state that its case stands in. */
  readonly state: string;
}

/** What clocks are looked for by; left alone: those that somebody's move is waited for. */
export interface ClockFilter {
  readonly dueBefore?: string | undefined;
  /** Due before this instant and not suspended. */
  readonly overdueAt?: string | undefined;
  readonly whose?: readonly string[] | undefined;
  readonly party?: Party | undefined;
  readonly track?: string | undefined;
  readonly editionId?: string | undefined;
  readonly subjectId?: string | undefined;
  /** Those, too, that nobody's move is waited for any more. */
  readonly isOver?: boolean | undefined;
}

/** Which part of a list: at most `limit`, behind the clock that `after` names. */
export interface ClockPage {
  readonly limit: number;
  readonly after?: { readonly due: string; readonly subjectId: string; readonly clock: string } | undefined;
}

/** Clocks in the order in which they are due. */
export async function listClocks(ledger: Ledger, filter: ClockFilter, page: ClockPage): Promise<ClockRead[]> {
  const query = behind(ofParty(narrowed(everyClock(ledger), filter), filter.party), page.after);
  const ordered = query.orderBy('k.due').orderBy('k.subject_id').orderBy('k.clock');
  return (await ordered.limit(page.limit).execute()).map(clockFrom);
}

type Query = ReturnType<typeof everyClock>;

function everyClock(ledger: Ledger) {
  return ledger.db
    .selectFrom('clock as k')
    .innerJoin('subject as s', 's.id', 'k.subject_id')
    .selectAll('k')
    .select(['s.subject', 's.track', 's.edition_id', 's.company_id', 's.partner_id', 's.state']);
}

function narrowed(all: Query, filter: ClockFilter): Query {
  const { dueBefore, overdueAt, whose, track, editionId, subjectId, isOver } = filter;
  let query = isOver ? all : all.where('k.is_pending', '=', true);
  if (dueBefore) query = query.where('k.due', '<=', dueBefore);
  if (overdueAt) query = query.where('k.due', '<', overdueAt).where('k.suspended_at', 'is', null);
  if (whose) query = query.where(sql<boolean>`k.whose && ${sql.val([...whose])}::text[]`);
  if (track) query = query.where('s.track', '=', track);
  if (editionId) query = query.where('s.edition_id', '=', editionId);
  return subjectId ? query.where('k.subject_id', '=', subjectId) : query;
}

function ofParty(query: Query, party: Party | undefined): Query {
  if (!party) return query;
  return 'companyId' in party
    ? query.where('s.company_id', '=', party.companyId)
    : query.where('s.partner_id', '=', party.partnerId);
}

function behind(query: Query, after: ClockPage['after']): Query {
  if (!after) return query;
  const { due, subjectId, clock } = after;
  return query.where(
    sql<boolean>`(k.due, k.subject_id, k.clock) > (${due}::timestamptz, ${subjectId}, ${clock})`,
  );
}

/** A row of the list, with what is known of its case. */
interface ClockRow extends Selectable<ClockTable> {
  readonly subject: string;
  readonly track: string;
  readonly edition_id: string;
  readonly company_id: string;
  readonly partner_id: string | null;
  readonly state: string;
}

function clockFrom(row: ClockRow): ClockRead {
  return {
    ...{ subjectId: row.subject_id, subject: row.subject, track: row.track, editionId: row.edition_id },
    ...{ companyId: row.company_id, partnerId: row.partner_id, state: row.state, clock: row.clock },
    ...{ from: row.from_at, due: row.due, rule: row.rule, whose: row.whose, isPending: row.is_pending },
    ...{ isProvisional: row.is_provisional, suspendedAt: row.suspended_at, overdueSince: row.overdue_since },
  };
}
