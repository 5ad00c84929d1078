import type { Track } from '../contract/names.js';
import { projectId } from '../contract/names.js';
import type { Ledger } from './ledger.js';

/** Draws the next application's number and id of an edition's track; a number is never drawn twice, and may stay unused. */
export async function drawProject(
  ledger: Ledger,
  editionId: string,
  track: Track,
): Promise<{ readonly id: string; readonly number: number }> {
  const { rows } = await ledger.pool.query<{ last: number }>({
    name: 'draw_number',
    text: `insert into application_number as n (edition_id, track, last) values ($1, $2, 1)
      on conflict (edition_id, track) do update set last = n.last + 1 returning last`,
    values: [editionId, track],
  });
  const number = rows[0]?.last;
  if (number === undefined) throw new Error('no number drawn');
  return { id: projectId(editionId, track, number), number };
}
