import type { ClockName } from '../../program/types.js';
import { runningClock, startedClock, withClock } from '../clockwork/running.js';
import type { Clocks } from '../clockwork/running.js';
import { dataOf } from '../payload.js';
import type { Measure, SanctionArgs, SanctionContext, SanctionDecision } from './context.js';

type Patch = Partial<SanctionContext>;

const DECISION: ClockName = 'sanction-decision';

function deciding(context: SanctionContext, from: string): { readonly clocks: Clocks } {
  return { clocks: withClock(context, DECISION, startedClock(context, DECISION, from)) };
}

type Decided = Pick<SanctionDecision, 'outcome' | 'opinion'> & Partial<Measure>;

function measureOf({ months, amount }: SanctionContext, { outcome, ...said }: Decided): Measure {
  if (outcome === 'dropped') return { months: null, amount: null };
  return { months: said.months ?? months, amount: said.amount ?? amount };
}

/** What each transition of a sanction writes into its context. */
export const sanctionUpdates = {
  // The thirty days run from the receipt of the request, however late it was applied.
  recordRequest: ({ context, event }: SanctionArgs): Patch => {
    const { statement } = dataOf<{ statement: string }>(event);
    const asked = { statement, askedAt: event.receivedAt };
    return { reconsideration: asked, ...deciding(context, event.receivedAt) };
  },
  // Nobody asked: they run from the end of the time for it.
  startDeciding: ({ context }: SanctionArgs): Patch =>
    deciding(context, runningClock(context, 'sanction-reconsideration').due),
  decide: ({ context, event }: SanctionArgs): Patch => {
    const decided = dataOf<Decided>(event);
    const { outcome, opinion } = decided;
    return { decision: { outcome, opinion, ...measureOf(context, decided) } };
  },
};
