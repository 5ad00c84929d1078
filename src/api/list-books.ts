import type { Evidence } from '../charts/kernel/types.js';
import { getList } from '../ledger/lists.js';
import { getSubject } from '../ledger/reads/subjects.js';
import { won } from '../rules/won.js';
import type { Shared } from './deps.js';
import { basisOf, callFacts, isSameBasis } from './ranked-lists.js';
import type { RankedList } from './ranked-lists.js';

const NONE: Evidence = { list: 'unknown' };

/**
 * What the books say of a list that is proposed or decided: whether it is known, whether they would still give the same, on
 * which list it is based, and whether it passes the call's capacity or budget as they are now.
 */
export async function listBooks(
  { ledger }: Pick<Shared, 'ledger'>,
  callId: string,
  data: Readonly<Record<string, unknown>> | undefined,
): Promise<Evidence> {
  const named = data?.['listSha256'];
  const [stored, call] = await Promise.all([
    typeof named === 'string' ? getList(ledger, named) : undefined,
    getSubject(ledger, callId),
  ]);
  if (!call || stored?.callId !== callId) return NONE;
  const list = stored.body as unknown as RankedList;
  const isCurrent = isSameBasis(list, await basisOf(ledger, call));
  const { capacity, budget } = callFacts(call);
  return {
    ...{ list: 'known', isCurrent: isCurrent ? 'yes' : 'no' },
    ...(list.basedOn === null ? {} : { basedOn: list.basedOn }),
    overCapacity: list.selected > capacity ? 'yes' : 'no',
    overBudget: budget !== null && won(list.budgetUsed) > won(budget) ? 'yes' : 'no',
  };
}
