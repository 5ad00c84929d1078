import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { PostingKind } from '../../contract/messages.js';
import type { Ledger } from '../ledger.js';

/** What a statement is narrowed to; `year` is the Korean calendar year in which money was posted. */
export interface StatementFilter {
  readonly editionId?: string | undefined;
  readonly companyId?: string | undefined;
  readonly track?: string | undefined;
  readonly year?: number | undefined;
  readonly projectId?: string | undefined;
}

/** A line of a posting as a statement shows it: `subjectId` and `seq` name its ledger row, `postedOn` its Korean day. */
export interface StatementLine {
  readonly posting: bigint;
  readonly no: number;
  readonly kind: PostingKind;
  readonly reverses: bigint | null;
  readonly postedOn: string;
  readonly companyId: string;
  readonly track: string;
  readonly projectId: string;
  readonly subjectId: string;
  readonly seq: number;
  readonly person: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: bigint;
}

/** Which part of a statement: at most `limit` lines behind the line `after`. */
export interface StatementPage {
  readonly limit: number;
  readonly after?: { readonly posting: bigint; readonly no: number } | undefined;
}

const DAY = `(l.applied_at at time zone 'Asia/Seoul')::date`;

function narrowed({ editionId, companyId, track, year, projectId }: StatementFilter): RawBuilder<unknown> {
  return sql`(${editionId ?? null}::text is null or s.edition_id = ${editionId ?? null})
    and (${companyId ?? null}::text is null or s.company_id = ${companyId ?? null})
    and (${track ?? null}::text is null or s.track = ${track ?? null})
    and (${projectId ?? null}::text is null or coalesce(s.parent_id, s.id) = ${projectId ?? null})
    and (${year ?? null}::integer is null or extract(year from ${sql.raw(DAY)}) = ${year ?? null}::integer)`;
}

/** The lines of a statement in the order in which they were posted. */
export async function statementLines(
  ledger: Ledger,
  filter: StatementFilter,
  { limit, after }: StatementPage,
): Promise<StatementLine[]> {
  const { rows } = await sql<StatementLine>`
    select p.id as posting, n.no, p.kind, p.reverses, ${sql.raw(DAY)} as "postedOn", s.company_id as "companyId", s.track,
        coalesce(s.parent_id, s.id) as "projectId", l.subject_id as "subjectId", l.seq, l.person, n.debit, n.credit, n.amount
      from posting_line n join posting p on p.id = n.posting join ledger_row l on l.position = p.position
        join subject s on s.id = l.subject_id
      where ${narrowed(filter)}
        and (p.id, n.no) > (${(after?.posting ?? 0n).toString()}::bigint, ${after?.no ?? 0}::integer)
      order by p.id, n.no limit ${limit}`.execute(ledger.db);
  return rows;
}

/** What a statement's sums are grouped by. */
export type StatementGroup = 'company' | 'track' | 'year' | 'project';

/** A group's sums in whole won by what was posted; what was reversed is taken off again. `open` is promised and not released. */
export interface StatementSums {
  readonly group: string;
  readonly committed: bigint;
  readonly decommitted: bigint;
  readonly released: bigint;
  readonly open: bigint;
  readonly drawn: bigint;
  readonly returned: bigint;
  readonly recovered: bigint;
  readonly cashShare: bigint;
}

const GROUPS: Readonly<Record<StatementGroup, string>> = {
  company: 's.company_id',
  track: 's.track',
  year: `extract(year from ${DAY})::integer::text`,
  project: 'coalesce(s.parent_id, s.id)',
};

/** A statement's sums for each company, track, year or project that has any, in the order of their names. */
export async function statementSums(
  ledger: Ledger,
  filter: StatementFilter,
  by: StatementGroup,
): Promise<StatementSums[]> {
  const { rows } = await sql<StatementSums>`
    with moved as (
      select ${sql.raw(GROUPS[by])} as "group", coalesce(wrong.kind, p.kind) as kind,
          case when wrong.id is null then n.amount else -n.amount end as won
        from posting_line n join posting p on p.id = n.posting left join posting wrong on wrong.id = p.reverses
          join ledger_row l on l.position = p.position join subject s on s.id = l.subject_id
        where ${narrowed(filter)}),
    sums as (
      select "group", ${sql.join(SUMS.map(([kind, name]) => sumOf(kind, name)))} from moved group by "group")
    select *, committed - decommitted - released as open from sums order by "group"`.execute(ledger.db);
  return rows;
}

const SUMS = [
  ...([
    ['commit', 'committed'],
    ['decommit', 'decommitted'],
    ['release', 'released'],
    ['draw', 'drawn'],
  ] as const),
  ...([
    ['return', 'returned'],
    ['recover', 'recovered'],
    ['share', 'cashShare'],
  ] as const),
] as const;

function sumOf(kind: PostingKind, name: string): RawBuilder<unknown> {
  return sql`coalesce(sum(won) filter (where kind = ${sql.lit(kind)}), 0)::bigint as ${sql.ref(name)}`;
}
