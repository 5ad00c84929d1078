import type { Track } from '../../contract/names.js';
import type { Ledger } from '../../ledger/ledger.js';

/** An applied row of a project, a tranche or an objection: what happened, to which project, and when (ISO instants). */
export interface Happening {
  readonly id: string;
  readonly project: string;
  readonly track: Track;
  readonly subject: string;
  readonly type: string;
  readonly from: string | null;
  readonly to: string;
  readonly receivedAt: string;
  readonly at: string;
}

/** Money that moved, by the Korean year of the row that moved it; `amount` in whole won. */
export interface Movement {
  readonly year: string;
  readonly track: Track;
  readonly kind: string;
  readonly amount: bigint;
}

/** How full a ceiling is, in whole won. */
export interface Ceiling {
  readonly key: string;
  readonly cap: bigint;
  readonly used: bigint;
}

/** How often something was refused, by what was wished and the reason. */
export interface RefusalCount {
  readonly type: string;
  readonly code: string;
  readonly count: number;
}

/** What the books say at the end of a rehearsal. */
export interface Books {
  readonly happenings: readonly Happening[];
  readonly movements: readonly Movement[];
  readonly ceilings: readonly Ceiling[];
  readonly refusals: readonly RefusalCount[];
  readonly counts: Readonly<
    Record<
      'rows' | 'commands' | 'cases' | 'overdue' | 'ignored' | 'passedDeadlines' | 'tended' | 'escalated',
      number
    >
  >;
}

/** Reads the books as they are at `now` (ISO instant). */
export async function readBooks(ledger: Ledger, now: string): Promise<Books> {
  const read = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await ledger.pool.query<Row>(text, [...values])).rows;
  const [happenings, movements, ceilings, refusals, [counts]] = await Promise.all([
    read<Happening>(HAPPENINGS),
    read<Movement>(MOVEMENTS),
    read<Ceiling>('select key, cap, pending + posted as used from fund order by key'),
    read<RefusalCount>(REFUSALS),
    read<Books['counts']>(COUNTS, [now]),
  ]);
  if (!counts) throw new Error('the books say nothing');
  return { happenings, movements, ceilings, refusals, counts };
}

const HAPPENINGS = `select s.id, coalesce(s.parent_id, s.id) as project, s.track, s.subject, r.event_type as type,
    r.from_state as "from", r.to_state as "to", r.received_at as "receivedAt", r.applied_at as at
  from ledger_row r join subject s on s.id = r.subject_id
  where r.outcome = 'applied' and s.subject <> 'call' order by r.position`;

const MOVEMENTS = `select to_char(r.applied_at at time zone 'Asia/Seoul', 'YYYY') as year, s.track, p.kind,
    sum(n.amount)::bigint as amount
  from posting p join posting_line n on n.posting = p.id join ledger_row r on r.position = p.position
    join subject s on s.id = r.subject_id
  group by 1, 2, 3 order by 1, 2, 3`;

const REFUSALS = `select type, coalesce(answer ->> 'code', '') as code, count(*)::integer as count
  from command_inbox where state = 'refused' group by 1, 2 order by 3 desc, 1, 2`;

const COUNTS = `select (select count(*)::integer from ledger_row) as rows,
    (select count(*)::integer from command_inbox) as commands,
    (select count(*)::integer from subject) as cases,
    (select count(*)::integer from subject where closed_at is null and next_due < $1) as overdue,
    (select count(*)::integer from ledger_row where outcome = 'ignored') as ignored,
    (select count(*)::integer from ledger_row where event_type like 'xstate.after.%') as "passedDeadlines",
    (select count(*)::integer from ledger_row where event_type = 'TEND_CLOCKS') as tended,
    (select count(*)::integer from ledger_row where event_type = 'CLOCK_ESCALATED') as escalated`;
