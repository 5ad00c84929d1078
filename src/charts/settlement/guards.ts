import type { Settlement } from '../../rules/settlement.js';
import { compareWon } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import { inTime, windowSeen } from '../clockwork/guards.js';
import type { Evidence } from '../kernel/types.js';
import { dataOf, whenSent } from '../payload.js';
import { roleEvidence } from '../roles.js';
import { rolesWithPanel } from '../roles-panel.js';
import type { Release, SettlementArgs, SettlementContext } from './context.js';
import { figuresOf, spentOf } from './figures.js';

interface Settling {
  readonly disallowed: WonText;
}

/** States of a tranche in which nothing more happens to it, and those in which nobody has claimed it. */
const OVER = ['released', 'refused', 'cancelled'];
const UNCLAIMED = ['planned', 'scheduled', 'claimable'];

function isOver({ trancheState }: Pick<SettlementContext, 'trancheState'>): boolean {
  return OVER.includes(trancheState);
}

// A stage of which nothing was released, and nothing more will be, has nothing to report.
function needsReport({ released, trancheState }: SettlementContext): boolean {
  return released !== '0' || !isOver({ trancheState });
}

/** Who may do what to a settlement, and when (domain.md sections 3 and 4). */
export const settlementGuards = {
  ...rolesWithPanel,
  mayGoWithoutCosts: (args: SettlementArgs): boolean =>
    !needsReport(args.context) || !inTime('cost-report')(args),
  areTranchesSettled: ({ context }: SettlementArgs): boolean =>
    isOver(context) || UNCLAIMED.includes(context.trancheState),
  isDisallowedWithinSpent: ({ context, event }: SettlementArgs): boolean =>
    whenSent<Settling>(event, ({ disallowed }) => compareWon(disallowed, spentOf(context)) <= 0),
  isWithinSettlementObjectionWindow: inTime('settlement-objection'),
  isLowerThanNotified: ({ context: { figures }, event }: SettlementArgs): boolean =>
    whenSent<Partial<Settling>>(
      event,
      ({ disallowed }) => disallowed === undefined || compareWon(disallowed, figures?.disallowed ?? '0') < 0,
    ),
};

interface Said extends Partial<Settling>, Partial<Release> {}

/** The figures by what an event says, and else by what is known: of the money released, and of what is disallowed. */
function figuresIn({ context, event }: SettlementArgs): Settlement {
  const said = dataOf<Said>(event);
  const { released = context.released, partnerReleased = context.partnerReleased } = said;
  const disallowed = said.disallowed ?? context.figures?.disallowed ?? '0';
  return figuresOf({ ...context, released, partnerReleased }, disallowed);
}

/** Guards that only choose between branches, and never refuse. */
export const settlementRouting = {
  isUnclaimed: ({ context }: SettlementArgs): boolean => !isOver(context),
  isReleaseOver: ({ event }: SettlementArgs): boolean => OVER.includes(String(event.data?.['trancheState'])),
  /** What is released by now is not what the firm reported its costs of. */
  isReportOutdated: ({ context: { costs, released }, event }: SettlementArgs): boolean =>
    costs !== null && event.data !== undefined && event.data['released'] !== released,
  /** Nothing was disallowed and nothing goes back: there is nothing to object to. */
  isNothingSettled: (args: SettlementArgs): boolean => {
    const { disallowed, toReturn } = figuresIn(args);
    return disallowed === '0' && toReturn === '0';
  },
  isNothingToReturn: (args: SettlementArgs): boolean => figuresIn(args).toReturn === '0',
};

/** The facts that the guards above looked at. */
export const settlementEvidence: Readonly<Record<string, (args: SettlementArgs) => Evidence>> = {
  ...roleEvidence,
  mayGoWithoutCosts: windowSeen('cost-report'),
  areTranchesSettled: ({ context: { stage, trancheState } }) => ({ inFlight: `${stage}: ${trancheState}` }),
  isDisallowedWithinSpent: ({ context }) => ({ spent: spentOf(context) }),
  isWithinSettlementObjectionWindow: windowSeen('settlement-objection'),
  isLowerThanNotified: ({ context }) => ({ disallowed: context.figures?.disallowed ?? '0' }),
};
