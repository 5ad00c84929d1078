import { createHash } from 'node:crypto';
import type { Actor } from '../../src/charts/kernel/types.js';
import type { LedgerRow } from '../../src/contract/messages.js';
import { appendRow } from '../../src/ledger/append.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { storeList } from '../../src/ledger/lists.js';
import type { ListedPlace } from '../../src/ledger/lists.js';
import { applyList } from '../../src/ledger/places.js';
import { identityOf, rowOf } from './books.js';

export const CALL = 'call/2026/structured/selection';

export const ROADMAPS = 'call/2026/structured/roadmap';

/** Who decides on lists. */
export const CHAIR: Actor = { person: 'committee-1', role: 'committee', org: 'committee' };

/** The id of a project by its number. */
export const idOf = (number: number): string => `project/2026/structured/${String(number).padStart(4, '0')}`;

/** Each project's next row, as its workflow would write it, by how many it has. */
const rows = new WeakMap<Ledger, Map<string, number>>();

/** Brings a subject to a state, with these facts of its own. */
export async function stands(
  ledger: Ledger,
  id: string,
  to: string,
  { facts = {}, ...said }: Partial<LedgerRow> = {},
): Promise<void> {
  const known = rows.get(ledger) ?? new Map<string, number>();
  rows.set(ledger, known);
  const seq = (known.get(id) ?? 0) + 1;
  known.set(id, seq);
  await appendRow(ledger, rowOf(id, seq, { to, facts: { ...factsOf(id), ...facts }, ...said }));
}

function factsOf(id: string): Record<string, unknown> {
  const number = Number(id.split('/')[3]);
  return id.startsWith('project/') && !id.includes('/tranche/') ? { callId: CALL, number } : {};
}

/** The call as its own workflow keeps it, with a capacity and a budget in won as digits. */
export async function callStands(ledger: Ledger, facts: { capacity: number; budget?: string }, id = CALL) {
  const identity = identityOf(id, {
    subject: 'call',
    chartId: 'call.v1',
    companyId: 'agency',
    partnerId: null,
  });
  await stands(ledger, id, 'notified', { identity, facts: { budget: null, ...facts } });
}

/** A line of a list: the outcome, and the rank, which is the project's number unless the test says otherwise. */
export function line(
  number: number,
  outcome: ListedPlace['outcome'],
  said: Partial<ListedPlace> = {},
): ListedPlace {
  const ground = outcome === 'selected' ? null : 'beyond-capacity';
  return { id: idOf(number), rank: number, outcome, reserveRank: null, grant: '900', ground, ...said };
}

/** Stores a list of these lines; gives back its hash. */
export async function listOf(ledger: Ledger, places: readonly ListedPlace[], callId = CALL): Promise<string> {
  const body = { callId, places };
  const sha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  await storeList(ledger, { sha256, callId, body, basedOn: null, madeBy: 'officer-1' });
  return sha256;
}

/** Two selected (1, 2), three in reserve (3, 4, 5) and one rejected (6), applied, and each project where it was told to be. */
export async function appliedCall(
  ledger: Ledger,
  { capacity = 2, ...limits }: { capacity?: number; budget?: string } = {},
) {
  await callStands(ledger, { capacity, ...limits });
  const places = [
    ...[1, 2].map((number) => line(number, 'selected', { firstTranche: '300' })),
    ...[3, 4, 5].map((number) => line(number, 'reserve', { reserveRank: number - 2, firstTranche: '300' })),
    line(6, 'rejected', { ground: 'below-threshold' }),
  ];
  const listSha256 = await listOf(ledger, places);
  await applyList(ledger, { callId: CALL, listSha256, key: `${CALL}/9.0`, by: CHAIR });
  for (const { id, outcome } of places) await stands(ledger, id, STATES[outcome]);
  await ledger.pool.query(`update command_inbox set delivered_at = received_at`);
  return listSha256;
}

const STATES = { selected: 'roadmap.drafting', reserve: 'reserved', rejected: 'notSelected' } as const;

/** What was put into the inbox for subjects, in the order of their ids. */
export async function toldTo(ledger: Ledger, type?: string) {
  const { rows: told } = await ledger.pool.query<{
    id: string;
    subjectId: string;
    type: string;
    data: Record<string, unknown>;
    person: string;
    actor: Actor;
    key: string;
    receivedAt: string;
  }>(
    `select id, subject_id as "subjectId", type, data, person, actor, idempotency_key as key, received_at as "receivedAt"
      from command_inbox where kind = 'announce' and ($1::text is null or type = $1) order by subject_id, received_at`,
    [type ?? null],
  );
  return told;
}
