import type { Evidence } from '../charts/kernel/types.js';
import { partnersByIds } from '../ledger/registers/partners.js';
import { dayOf } from '../rules/calendar.js';
import type { Shared } from './deps.js';
import { instant } from './instant.js';
import { hasLeft } from './pre-check-facts.js';

/** A change of agreement as it is asked for, or imposed. */
interface Proposed {
  readonly kind?: unknown;
  readonly particulars?: { readonly by?: unknown };
}

/** How the partner that a change of agreement brings in stands in the register; nothing of one that it doesn't know. */
export async function newPartnerBooks(
  { ledger, clock }: Pick<Shared, 'ledger' | 'clock'>,
  _projectId: string,
  data: Readonly<Record<string, unknown>> | undefined,
): Promise<Evidence> {
  // A committee that decides on a change says it with its outcome.
  const { kind, particulars } = (data?.['change'] ?? data ?? {}) as Proposed;
  const by = particulars?.by;
  if (kind !== 'institution' || typeof by !== 'string') return {};
  const [partner] = await partnersByIds(ledger, [by]);
  if (!partner) return {};
  return { newPartner: hasLeft(partner, dayOf(await instant({ clock }))) ? 'left' : 'registered' };
}
