import { sql } from 'kysely';
import type { SelectQueryBuilder, Selectable } from 'kysely';
import type { Deadline } from '../../charts/kernel/types.js';
import type { SubjectIdentity } from '../../contract/messages.js';
import { TRACKS, subjectOf } from '../../contract/names.js';
import type { Beside } from '../../contract/names.js';
import type { Ledger } from '../ledger.js';
import type { SubjectTable, Tables } from '../tables.js';

/** A subject as a line of a list. */
export interface SubjectLine {
  readonly identity: SubjectIdentity;
  readonly seq: number;
  readonly state: string;
  readonly deadlines: Readonly<Record<string, Deadline>>;
  readonly nextDue: string | null;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
}

/** A subject as people read it; `facts` is the chart's context without the edition's terms. */
export interface SubjectView extends SubjectLine {
  readonly facts: Readonly<Record<string, unknown>>;
}

type LineRow = Omit<Selectable<SubjectTable>, 'facts' | 'call_id' | 'panel_members'>;

// Without the facts, which are most of a row and which no list shows.
const LINE = [
  ...(['id', 'subject', 'chart_id', 'edition_id', 'edition_hash', 'track'] as const),
  ...(['company_id', 'partner_id', 'parent_id', 'seq', 'state', 'deadlines'] as const),
  ...(['next_due', 'opened_at', 'updated_at', 'closed_at'] as const),
] satisfies (keyof LineRow)[];

/** An organisation in its part: the company that applied, or the partner institution. */
export type Party = { readonly companyId: string } | { readonly partnerId: string };

/** The kinds of cases that have lists of their own. */
export type CaseKind = 'project' | 'tranche' | 'call' | Beside;

const PROJECTS = TRACKS.map(subjectOf);

/** What a list is narrowed to; `party` sees only the cases that it has its part in. */
export interface SubjectFilter {
  readonly kind?: CaseKind | undefined;
  /** The projects of a call, by the call that their facts name, and their objections. */
  readonly callId?: string | undefined;
  /** What a person sits on the panel of at the moment: not where they withdrew or were replaced. */
  readonly panelMember?: string | undefined;
  readonly track?: string | undefined;
  /** A state with everything inside it: `research` also finds `research.underWay`. */
  readonly state?: string | undefined;
  readonly states?: readonly string[] | undefined;
  readonly companyId?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly editionId?: string | undefined;
  readonly party?: Party | undefined;
  readonly dueBefore?: string | undefined;
  readonly isOpen?: boolean | undefined;
}

/** A subject by its id, or undefined. */
export async function getSubject(ledger: Ledger, id: string): Promise<SubjectView | undefined> {
  const { rows } = await ledger.pool.query<Selectable<SubjectTable>>({
    name: 'get_subject',
    text: 'select * from subject where id = $1',
    values: [id],
  });
  const row = rows[0];
  return row && { ...lineOf(row), facts: row.facts };
}

/** Which part of a list: at most `limit` cases, those behind the id `after`. */
export interface PageOf {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** A page of subjects in the order of their ids, which is the order of their numbers; `after` is the last id seen. */
export async function listSubjects(
  ledger: Ledger,
  filter: SubjectFilter,
  page: PageOf,
): Promise<SubjectLine[]> {
  const query = narrowed(ledger.db.selectFrom('subject').select(LINE), filter);
  return (await paged(query, page).execute()).map(lineOf);
}

/** The same page with what is known of each case, which is most of it: for the pages that show or judge it. */
export async function listViews(ledger: Ledger, filter: SubjectFilter, page: PageOf): Promise<SubjectView[]> {
  const query = narrowed(ledger.db.selectFrom('subject').select([...LINE, 'facts']), filter);
  return (await paged(query, page).execute()).map((row) => ({ ...lineOf(row), facts: row.facts }));
}

type Query<Row> = SelectQueryBuilder<Tables, 'subject', Row>;

function paged<Row>(query: Query<Row>, { limit, after }: PageOf): Query<Row> {
  const behind = after === undefined ? query : query.where('id', '>', after);
  return behind.orderBy('id').limit(limit);
}

function narrowed<Row>(all: Query<Row>, filter: SubjectFilter): Query<Row> {
  let query = ofKind(all, filter.kind);
  if (filter.track) query = query.where('track', '=', filter.track);
  if (filter.editionId) query = query.where('edition_id', '=', filter.editionId);
  if (filter.companyId) query = query.where('company_id', '=', filter.companyId);
  if (filter.partnerId) query = query.where('partner_id', '=', filter.partnerId);
  if (filter.callId) query = query.where('call_id', '=', filter.callId);
  if (filter.panelMember)
    query = query.where(sql<boolean>`panel_members @> ${JSON.stringify([filter.panelMember])}::jsonb`);
  if (filter.states) query = query.where('state', 'in', filter.states.length > 0 ? filter.states : ['']);
  if (filter.dueBefore) query = query.where('next_due', '<=', filter.dueBefore);
  if (filter.isOpen !== undefined) query = query.where('closed_at', filter.isOpen ? 'is' : 'is not', null);
  return ofParty(inState(query, filter.state), filter.party);
}

function ofKind<Row>(query: Query<Row>, kind: CaseKind | undefined): Query<Row> {
  if (kind === undefined) return query;
  return kind === 'project' ? query.where('subject', 'in', PROJECTS) : query.where('subject', '=', kind);
}

function ofParty<Row>(query: Query<Row>, party: Party | undefined): Query<Row> {
  if (!party) return query;
  return 'companyId' in party
    ? query.where('company_id', '=', party.companyId)
    : query.where('partner_id', '=', party.partnerId);
}

function inState<Row>(query: Query<Row>, state: string | undefined): Query<Row> {
  if (!state) return query;
  return query.where((eb) =>
    eb.or([eb('state', '=', state), sql<boolean>`starts_with(state, ${`${state}.`})`]),
  );
}

/** A project's tranches, by number. */
export async function tranchesOf(ledger: Ledger, projectId: string): Promise<SubjectLine[]> {
  return childrenOf(ledger, projectId, 'tranche');
}

/** What runs beside a project of one kind, such as its changes or its recoveries, by number. */
export async function besideOf(ledger: Ledger, projectId: string, kind: Beside): Promise<SubjectLine[]> {
  return childrenOf(ledger, projectId, kind);
}

async function childrenOf(ledger: Ledger, parentId: string, subject: string): Promise<SubjectLine[]> {
  const rows = await ledger.db
    .selectFrom('subject')
    .select(LINE)
    .where('parent_id', '=', parentId)
    .where('subject', '=', subject)
    .orderBy('id')
    .execute();
  return rows.map(lineOf);
}

function lineOf(row: LineRow): SubjectLine {
  return {
    identity: {
      id: row.id,
      subject: row.subject as SubjectIdentity['subject'],
      chartId: row.chart_id,
      editionId: row.edition_id,
      editionHash: row.edition_hash,
      track: row.track,
      companyId: row.company_id,
      partnerId: row.partner_id,
      parentId: row.parent_id,
    },
    seq: row.seq,
    state: row.state,
    deadlines: row.deadlines,
    nextDue: row.next_due,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
  };
}
