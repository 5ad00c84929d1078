/** What is killed (SIGKILL) and started again. */
export const TARGETS = ['worker', 'postgres', 'temporal', 'portal'] as const;
export type Target = (typeof TARGETS)[number];

/**
 * The moments of a release at which something is killed: before and after each of its side effects. A `row` is that of the
 * ledger, `within` the middle of its transaction; at the `portal` the order has come, or it is paid and nobody was told.
 */
export const POINTS = [
  'approvedRow/before',
  'approvedRow/after',
  'reserve/before',
  'reserve/after',
  'reservedRow/before',
  'reservedRow/after',
  'pay/before',
  'portal/asked',
  'portal/written',
  'pay/after',
  'reconcile/before',
  'reconcile/after',
  'confirmedRow/before',
  'confirmedRow/within',
  'confirmedRow/after',
  'notice/before',
  'notice/after',
] as const;
export type Point = (typeof POINTS)[number];

/** The points that are come to only where nobody knows what became of an order. */
export const AFTER_UNKNOWN: readonly Point[] = ['reconcile/before', 'reconcile/after'];

/** The target dies at the point. */
export interface Strike {
  readonly point: Point;
  readonly target: Target;
}
