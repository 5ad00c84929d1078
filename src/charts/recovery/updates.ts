import type { Instalment } from '../../rules/instalments.js';
import { compareWon, sumWon } from '../../rules/won.js';
import { startedClock, withClock } from '../clockwork/running.js';
import type { Clocks } from '../clockwork/running.js';
import { dataOf } from '../payload.js';
import { peopleBehind } from '../tranche/guards.js';
import { receivedOf } from './context.js';
import type { Plan, Receipt, RecoveryArgs, RecoveryContext } from './context.js';

type Patch = Partial<RecoveryContext>;

/** The first instalment of the plan that is not covered by what has come in since it was approved; none where all are. */
function nextInstalment(context: RecoveryContext, { instalments, before }: Plan): Instalment | undefined {
  const received = receivedOf(context);
  return instalments.find((_, index) => {
    const due = sumWon([before, ...instalments.slice(0, index + 1).map(({ amount }) => amount)]);
    return compareWon(due, received) > 0;
  });
}

/** The clock of an instalment: until the end of the day that the plan states. */
function clockOf(context: RecoveryContext, next: Instalment, at: string): Clocks {
  return withClock(context, 'instalment', startedClock(context, 'instalment', at, { statedDue: next.due }));
}

/** What each transition of a recovery writes into its context. */
export const recoveryUpdates = {
  recordReceipt: ({ context, event }: RecoveryArgs): Patch => {
    const { amount, reference, receivedOn } = dataOf<Receipt>(event);
    const receipts = [...context.receipts, { amount, reference, receivedOn }];
    const { plan } = context;
    if (!plan || plan.approvedBy.length === 0) return { receipts };
    const next = nextInstalment({ ...context, receipts }, plan);
    // One that is still the next keeps what was decided and said of its clock.
    if (!next || next === nextInstalment(context, plan)) return { receipts };
    return { receipts, clocks: clockOf(context, next, event.at) };
  },
  proposePlan: ({ event }: RecoveryArgs): Patch => {
    const { plan: instalments, reason } = dataOf<{ plan: readonly Instalment[]; reason: string }>(event);
    const proposed = { instalments, reason, proposedBy: peopleBehind(event.by), approvedBy: [], before: '0' };
    return { plan: proposed, ground: null };
  },
  approvePlan: ({ context, event }: RecoveryArgs): Patch => {
    if (!context.plan) throw new Error(`no instalments were proposed in ${context.subjectId}`);
    const plan = { ...context.plan, approvedBy: peopleBehind(event.by), before: receivedOf(context) };
    const next = nextInstalment(context, plan);
    return { plan, clocks: next ? clockOf(context, next, event.at) : context.clocks };
  },
  dropPlan: ({ event }: RecoveryArgs): Patch => ({
    plan: null,
    ground: dataOf<{ ground: string }>(event).ground,
  }),
};
