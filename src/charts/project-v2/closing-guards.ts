import type { Evidence } from '../kernel/types.js';
import { dataOf } from '../payload.js';
import type { ClosingFacts, SettlementFact } from './closing-context.js';
import { heard } from './closing-updates.js';
import type { SanctionDecided } from './closing-updates.js';
import type { ArgsV2 } from './context.js';

/** What is still open beside the project, each by its kind and number, such as `settlement 2`. */
function openIn({ settlements, recoveries, sanctions }: ClosingFacts): string[] {
  return [
    ...settlements.filter(({ state }) => state !== 'settled').map(({ stage }) => `settlement ${stage}`),
    ...recoveries.filter(({ state }) => state !== 'recovered').map(({ no }) => `recovery ${no}`),
    ...sanctions.filter(({ state }) => state === 'notified').map(({ no }) => `sanction ${no}`),
  ];
}

function sanctioned({ context, event }: ArgsV2): boolean {
  if (event.type !== 'SANCTION_DECIDED' || event.data === undefined) return false;
  const { no, outcome, amount } = dataOf<SanctionDecided>(event);
  const kind = context.sanctions.find((one) => one.no === no)?.kind;
  return kind !== 'ban' && outcome !== 'dropped' && amount !== undefined;
}

function isTold({ event }: ArgsV2, what: Readonly<Record<string, string>>): boolean {
  return Object.entries(what).every(([name, value]) => event.data?.[name] === value);
}

/** Guards on what is settled, recovered and sanctioned. They choose between branches; people are refused by none of them. */
export const closingGuards = {
  hasStageToSettle: ({ context: { openedTranches, settlements } }: ArgsV2): boolean =>
    openedTranches > 0 && !settlements.some(({ stage }) => stage === openedTranches),
  isEverythingClosed: ({ context }: ArgsV2): boolean => openIn(context).length === 0,
  isLastToClose: (args: ArgsV2): boolean =>
    args.event.data !== undefined && !sanctioned(args) && openIn(heard(args)).length === 0,
  isToReturn: (args: ArgsV2): boolean =>
    isTold(args, { state: 'awaitingReturn' }) &&
    !args.context.recoveries.some(({ stage }) => stage === args.event.data?.['stage']),
  isFixingRelease: (args: ArgsV2): boolean => isTold(args, { state: 'fixingRelease' }),
  isReturned: (args: ArgsV2): boolean =>
    isTold(args, { state: 'recovered' }) &&
    args.context.recoveries.some(({ no, stage }) => no === args.event.data?.['no'] && stage !== null),
  bringsRecovery: sanctioned,
  isStageInSettlement: ({ context: { settlements }, event }: ArgsV2): boolean =>
    settlements.some(
      ({ stage, state }: SettlementFact) => stage === event.data?.['no'] && state !== 'settled',
    ),
};

/** The facts that the guards above looked at. */
export const closingEvidence: Readonly<Record<string, (args: ArgsV2) => Evidence>> = {
  isEverythingClosed: ({ context }) => ({ stillOpen: openIn(context).join(', ') }),
};
