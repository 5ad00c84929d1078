import type { Competition } from '../contract/names.js';
import { selectionOf } from './calls.js';
import type { Ledger } from './ledger.js';
import type { PlaceState } from './tables-calls.js';

/**
 * How a project takes part in a ranking: its evaluation waits for a decision; it waits in the reserve; it was promised a
 * place; or its agreement is in force.
 */
export type EntrantStanding = 'deliberating' | 'reserved' | 'promised' | 'agreed';

/** What a ranking looks at of a project; `requested`, `evaluation` and `grant` as the project's chart keeps them. */
export interface EntrantFacts {
  readonly projectId: string;
  readonly seq: number;
  readonly state: string;
  readonly standing: EntrantStanding;
  readonly placeState: PlaceState | null;
  readonly rank: number | null;
  readonly companyId: string;
  readonly partnerId: string | null;
  readonly number: number;
  readonly title: { readonly ko: string; readonly en: string };
  readonly proposalId: string | null;
  /** Where an Eco-Bridge project begins and where it is to arrive; null for the other tracks. */
  readonly entryStage: string | null;
  readonly targetStage: string | null;
  readonly preferences: readonly string[];
  readonly requested: Readonly<Record<string, string>>;
  readonly grant: string | null;
  /** `score` in points; `criteria` in hundredths of a point. */
  readonly evaluation: {
    readonly score: number;
    readonly criteria?: Readonly<Record<string, number>>;
  } | null;
}

type Row = Omit<EntrantFacts, 'standing'> & { readonly isAgreed: boolean };

// The state in which each competition's projects wait for its decision.
const DELIBERATING: Readonly<Record<Competition, string>> = {
  selection: 'deliberation',
  roadmap: 'roadmapEvaluation.evaluated',
};

/**
 * Everybody who takes part in a call's ranking, in the order of their numbers: who waits for its decision, and who has a place or
 * waits for one, unless their project ended before its agreement.
 */
export async function entrantsOf(
  ledger: Ledger,
  callId: string,
  competition: Competition,
): Promise<EntrantFacts[]> {
  const { rows } = await ledger.pool.query<Row>({
    name: 'entrants_of',
    text: `select s.id as "projectId", s.seq, s.state, p.state as "placeState", p.rank, s.company_id as "companyId",
        s.partner_id as "partnerId", f.number, f.title, f."proposalId", f."entryStage", f."targetStage", f.preferences,
        f.requested, f."grant", f.evaluation - 'opinion' as evaluation, coalesce(f.agreement ->> 'inForceFrom', '') <> '' as "isAgreed"
      from subject s left join call_place p on p.call_id = $2 and p.project_id = s.id,
        jsonb_to_record(s.facts) as f(number integer, title jsonb, "proposalId" text, "entryStage" text,
          "targetStage" text, preferences jsonb, requested jsonb, "grant" text, evaluation jsonb, agreement jsonb)
      where s.call_id = $1 and s.parent_id is null
        and (s.state = $3 or (p.state in ('selected', 'promoted', 'reserve')
          and (s.closed_at is null or f.agreement ->> 'inForceFrom' is not null)))
      order by f.number, s.id`,
    values: [selectionOf(callId), callId, DELIBERATING[competition]],
  });
  return rows.map(({ isAgreed, ...row }) => ({ ...row, standing: standingOf(row.placeState, isAgreed) }));
}

function standingOf(placeState: PlaceState | null, isAgreed: boolean): EntrantStanding {
  if (placeState === 'reserve') return 'reserved';
  if (placeState !== 'selected' && placeState !== 'promoted') return 'deliberating';
  return isAgreed ? 'agreed' : 'promised';
}

/** How many projects each of these companies has with an agreement in force, by company; those with none are missing. */
export async function runningProjectsOf(
  ledger: Ledger,
  companyIds: readonly string[],
): Promise<Record<string, number>> {
  const { rows } = await ledger.pool.query<{ id: string; number: number }>(
    `select company_id as id, count(*)::integer as number from subject
      where company_id = any ($1) and parent_id is null and closed_at is null
        and facts -> 'agreement' ->> 'inForceFrom' is not null group by company_id`,
    [companyIds],
  );
  return Object.fromEntries(rows.map(({ id, number }) => [id, number]));
}
