import { dayOf } from '../../rules/calendar.js';
import { planVerdicts } from '../../rules/instalments.js';
import type { Instalment, InstalmentCode } from '../../rules/instalments.js';
import type { Verdict } from '../../rules/verdict.js';
import { compareWon } from '../../rules/won.js';
import { inTime, windowSeen } from '../clockwork/guards.js';
import type { Evidence } from '../kernel/types.js';
import { dataOf, whenSent } from '../payload.js';
import { plain } from '../plain.js';
import { roleEvidence } from '../roles.js';
import { rolesWithPanel } from '../roles-panel.js';
import { peopleBehind } from '../tranche/guards.js';
import { outstandingOf } from './context.js';
import type { Receipt, RecoveryArgs } from './context.js';

/** The plan that is proposed in an event, or else the one that was. */
function planIn({ context, event }: RecoveryArgs): readonly Instalment[] | null {
  return dataOf<{ plan?: readonly Instalment[] }>(event).plan ?? context.plan?.instalments ?? null;
}

// Of the rest that is owed by now: what came in meanwhile can have made a plan wrong.
function verdictOn(args: RecoveryArgs, code: InstalmentCode): Verdict<InstalmentCode> | null {
  const plan = planIn(args);
  if (plan === null) return null;
  const { context, event } = args;
  const verdicts = planVerdicts(plan, outstandingOf(context), context.terms, dayOf(event.receivedAt));
  return verdicts.find((one) => one.code === code) ?? null;
}

/** All that a plan is asked as it is proposed, in the order in which it is told. */
export const PLAN_CODES = [
  ...(['isPlanExact', 'hasNoEmptyInstalment', 'arePlanDatesRising'] as const),
  ...(['isPlanWithinCount', 'isPlanWithinPeriod'] as const),
] as const satisfies readonly InstalmentCode[];

function plans(code: InstalmentCode) {
  return (args: RecoveryArgs): boolean => verdictOn(args, code)?.ok ?? true;
}

// What a rule calls by a general name is shown by the name that it has here.
const NAMES: Readonly<Record<string, string>> = {
  ...{ atMost: 'mostInstalments', atLatest: 'lastAllowed', from: 'receivedOn' },
};

function planSeen(code: InstalmentCode) {
  return (args: RecoveryArgs): Evidence => {
    const seen = Object.entries(plain(verdictOn(args, code)?.evidence ?? {}));
    return Object.fromEntries(seen.map(([name, value]) => [NAMES[name] ?? name, value]));
  };
}

/** Who may do what to a recovery (domain.md section 3). */
export const recoveryGuards = {
  ...rolesWithPanel,
  isNewReceipt: ({ context, event }: RecoveryArgs): boolean =>
    whenSent<Receipt>(event, (sent) =>
      context.receipts.every(({ reference }) => reference !== sent.reference),
    ),
  isWithinOwed: ({ context, event }: RecoveryArgs): boolean =>
    whenSent<Receipt>(event, ({ amount }) => compareWon(amount, outstandingOf(context)) <= 0),
  isReceivedByNow: ({ event }: RecoveryArgs): boolean =>
    whenSent<Receipt>(event, ({ receivedOn }) => receivedOn <= dayOf(event.receivedAt)),
  isPlanExact: plans('isPlanExact'),
  hasNoEmptyInstalment: plans('hasNoEmptyInstalment'),
  arePlanDatesRising: plans('arePlanDatesRising'),
  isPlanWithinCount: plans('isPlanWithinCount'),
  isPlanWithinPeriod: plans('isPlanWithinPeriod'),
  // Whoever proposed the plan does not approve it, under a delegation either.
  isNotPlanProposer: ({ context, event }: RecoveryArgs): boolean =>
    !peopleBehind(event.by).some((one) => context.plan?.proposedBy.includes(one)),
  isInstalmentOverdue: (args: RecoveryArgs): boolean => !inTime('instalment')(args),
};

/** Guards that only choose between branches, and never refuse. */
export const recoveryRouting = {
  paysAll: ({ context, event }: RecoveryArgs): boolean => event.data?.['amount'] === outstandingOf(context),
  isAfterSanction: ({ context }: RecoveryArgs): boolean => context.cause === 'sanction',
};

/** The facts that the guards above looked at. */
export const recoveryEvidence: Readonly<Record<string, (args: RecoveryArgs) => Evidence>> = {
  ...roleEvidence,
  isNewReceipt: ({ event }) => ({ reference: dataOf<Receipt>(event).reference }),
  isWithinOwed: ({ context }) => ({ owed: outstandingOf(context) }),
  isReceivedByNow: ({ event }) => ({ receivedOn: dayOf(event.receivedAt) }),
  ...Object.fromEntries(PLAN_CODES.map((code) => [code, planSeen(code)])),
  isNotPlanProposer: ({ context }) => ({ proposer: context.plan?.proposedBy.join(', ') ?? '' }),
  isInstalmentOverdue: windowSeen('instalment'),
};
