import { peopleBehind } from '../charts/tranche/guards.js';
import type { Evidence } from '../charts/kernel/types.js';
import { postingBy } from '../ledger/reads/postings.js';
import { timeline } from '../ledger/reads/timeline.js';
import type { Shared } from './deps.js';

/**
 * What the books say of a posting that is to be reversed in a project: what it is, who made it, and whether it has been
 * reversed. Nothing of a posting that is another project's, or isn't there.
 */
export async function postingBooks(
  { ledger }: Pick<Shared, 'ledger'>,
  projectId: string,
  data: Readonly<Record<string, unknown>> | undefined,
): Promise<Evidence> {
  const named = /^\d{1,18}$/.exec(String(data?.['posting']))?.[0];
  const posting = named === undefined ? undefined : await postingBy(ledger, BigInt(named));
  if (posting?.projectId !== projectId) return {};
  const { id, kind, amount, subjectId, seq, reversedBy } = posting;
  const [row] = await timeline(ledger, subjectId, { after: seq - 1, limit: 1 });
  if (row?.seq !== seq)
    throw new Error(`posting ${id} names the row ${seq} of ${subjectId}, which isn't there`);
  const drawId = row.event.data?.['drawId'];
  const tranche = /\/tranche\/(\d+)$/.exec(subjectId)?.[1];
  return {
    ...{ posting: String(id), kind, amount: String(amount), madeBy: peopleBehind(row.event.by).join(', ') },
    reversed: reversedBy === null ? 'no' : 'yes',
    ...(kind === 'draw' && typeof drawId === 'string' ? { drawId } : {}),
    ...(kind === 'share' && tranche !== undefined ? { tranche } : {}),
  };
}
