import type { Terms } from '../program/types.js';

const UNIT_MS = { seconds: 1000, hours: 60 * 60 * 1000, days: 24 * 60 * 60 * 1000 };

/**
 * How long, in milliseconds, a payment of unknown outcome is left alone before the portal's "no payment under this key" is
 * believed. Throws a plain Error for terms that say nothing of it, or say it in months.
 */
export function quietMs({ payment, editionId }: Pick<Terms, 'payment' | 'editionId'>): number {
  const quiet = payment?.quietPeriod;
  if (!quiet || quiet.unit === 'months') throw new Error(`${editionId} names no quiet period for payments`);
  return quiet.count * UNIT_MS[quiet.unit];
}
