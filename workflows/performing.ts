import { proxyActivities } from '@temporalio/workflow';
import type { EffectOrder, Reply } from '../src/contract/messages.js';

type Effects = Record<string, (order: EffectOrder) => Promise<Reply>>;

/** Effects are retried for as long as it takes, with their key, so that twice is once. */
const effects = proxyActivities<Effects>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '1 minute' },
});

/** What holds money is a short transaction; a firm's payment doesn't wait half a minute for a worker that is dead. */
const funds = proxyActivities<Effects>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
});

/**
 * What asks the portal beats its heart, so that another worker asks as soon as this one is dead: whether a payment was made is
 * not to be left open for as long as any effect may take. Waiting for the portal to be quiet takes longer than asking it.
 */
const portal = proxyActivities<Effects>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
});

/** The effects that have a patience of their own. */
const PATIENCE: Readonly<Record<string, Effects>> = {
  ...{ checkClaim: funds, reserveFunds: funds, freeFunds: funds },
  ...{ payTranche: portal, reconcilePayment: portal, holdSpending: portal, liftSpending: portal },
};

/** Whether an effect is to be done in the order in which it was asked for: a hold before it is lifted. */
export function isInOrder(name: string): boolean {
  return name === 'holdSpending' || name === 'liftSpending';
}

/** Performs an effect by the activity of its name, for as long as it takes; throws a plain Error where there is none. */
export async function performEffect(order: EffectOrder): Promise<Reply> {
  const perform = (PATIENCE[order.name] ?? effects)[order.name];
  if (!perform) throw new Error(`no activity for the effect ${order.name}`);
  return perform(order);
}
