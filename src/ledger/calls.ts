import type { Competition } from '../contract/names.js';
import type { Ledger } from './ledger.js';

/**
 * How a competition's projects stand: `received` in it, `unscreened`, `unevaluated` (those unscreened among them), and
 * each state with its number.
 */
export interface Counts extends Record<'received' | 'unscreened' | 'unevaluated', number> {
  readonly byState: Readonly<Record<string, number>>;
}

// The states, or groups of states, of the projects' charts in which a competition's work is still to be done.
const OPEN_STATES = {
  selection: { unscreened: ['submitted', 'priorityCheck'], unevaluated: ['underEvaluation'] },
  roadmap: {
    unscreened: ['roadmap'],
    unevaluated: [
      'roadmapEvaluation.unassigned',
      'roadmapEvaluation.scoring',
      'roadmapEvaluation.moderation',
    ],
  },
} as const satisfies Record<Competition, unknown>;

/** How a call's projects stand. Of the roadmap competition are those that draft or have drafted a joint roadmap. */
export async function countsOf(ledger: Ledger, callId: string, competition: Competition): Promise<Counts> {
  const { rows } = await ledger.pool.query<{ state: string; number: number; placed: number }>({
    name: 'counts_of',
    text: `select s.state, count(*)::integer as number, count(p.project_id)::integer as placed from subject s
        left join call_place p on p.call_id = $2 and p.project_id = s.id
      where s.call_id = $1 and s.parent_id is null group by s.state order by s.state`,
    values: [selectionOf(callId), callId],
  });
  const sum = (groups: readonly string[]): number =>
    rows.reduce((total, { state, number }) => (isIn(state, groups) ? total + number : total), 0);
  const { unscreened, unevaluated } = OPEN_STATES[competition];
  const own = (row: (typeof rows)[number]): number =>
    isIn(row.state, ['roadmap', 'roadmapEvaluation']) ? row.number : row.placed;
  return {
    received: rows.reduce((total, row) => total + (competition === 'selection' ? row.number : own(row)), 0),
    unscreened: sum(unscreened),
    unevaluated: sum(unscreened) + sum(unevaluated),
    byState: Object.fromEntries(rows.map(({ state, number }) => [state, number])),
  };
}

function isIn(state: string, groups: readonly string[]): boolean {
  return groups.some((group) => state === group || state.startsWith(`${group}.`));
}

/** The call whose id a project's facts carry: its selection's, also where it has come to the competition of the roadmaps. */
export function selectionOf(callId: string): string {
  return callId.replace(/\/[^/]*$/, '/selection');
}
