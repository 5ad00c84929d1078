import type { Ledger } from './ledger.js';

/**
 * How many of those whom a call told something haven't taken it yet; `type` narrows it to one event, such as
 * PUT_ON_RESERVE.
 */
export async function untoldOf(ledger: Ledger, callId: string, type?: string): Promise<number> {
  const { rows } = await ledger.pool.query<{ number: number }>({
    name: 'untold_of',
    text: `select count(*)::integer as number from call_place p join command_inbox c on c.subject_id = p.project_id
      where p.call_id = $1 and c.state = 'received' and c.person = 'system' and c.data ->> 'callId' = $1
        and c.type = coalesce($2, c.type)`,
    values: [callId, type ?? null],
  });
  return rows[0]?.number ?? 0;
}

// A project that the selection took and whose roadmap waits for its own competition has its place from the selection still.
/** How many projects object to what a call's list said of them, or wait for the place that an upheld objection leads to. */
export async function objectingTo(ledger: Ledger, callId: string): Promise<number> {
  const { rows } = await ledger.pool.query<{ number: number }>({
    name: 'objecting_to',
    text: `select count(*)::integer as number from call_place p join subject s on s.id = p.project_id
      where p.call_id = $1 and s.closed_at is null and s.facts -> 'place' ->> 'callId' = $1
        and s.state in ('objection', case when $1 like '%/roadmap' then 'roadmapEvaluation.evaluated' else 'deliberation' end)`,
    values: [callId],
  });
  return rows[0]?.number ?? 0;
}
