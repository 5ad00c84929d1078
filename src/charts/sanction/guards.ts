import { compareWon } from '../../rules/won.js';
import { inTime, windowSeen } from '../clockwork/guards.js';
import type { Evidence } from '../kernel/types.js';
import { whenSent } from '../payload.js';
import { roleEvidence } from '../roles.js';
import { rolesWithPanel } from '../roles-panel.js';
import type { Measure, SanctionArgs } from './context.js';

/** A reduction has to say how hard the sanction still is: less than was proposed, and of the same kind. */
function isLess({ months, amount }: Measure, said: Partial<Measure>): boolean {
  if (months !== null) return said.amount === undefined && (said.months ?? months) < months;
  return said.months === undefined && amount !== null && compareWon(said.amount ?? amount, amount) < 0;
}

/** Who may do what to a sanction, and when. */
export const sanctionGuards = {
  ...rolesWithPanel,
  isWithinReconsiderationWindow: inTime('sanction-reconsideration'),
  isLessThanProposed: ({ context, event }: SanctionArgs): boolean =>
    whenSent<Partial<Measure> & { outcome: string }>(
      event,
      (said) => said.outcome !== 'reduced' || isLess(context, said),
    ),
};

/** Guards that only choose between branches, and never refuse. */
export const sanctionRouting = {
  says: ({ event }: SanctionArgs, { outcome }: { readonly outcome: string }): boolean =>
    event.data?.['outcome'] === outcome,
};

/** The facts that the guards above looked at. */
export const sanctionEvidence: Readonly<Record<string, (args: SanctionArgs) => Evidence>> = {
  ...roleEvidence,
  isWithinReconsiderationWindow: windowSeen('sanction-reconsideration'),
  isLessThanProposed: ({ context: { months, amount } }) => ({
    proposed: months === null ? (amount ?? '0') : String(months),
  }),
};
