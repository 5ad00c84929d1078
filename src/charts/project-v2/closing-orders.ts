import { msOf } from '../../rules/calendar.js';
import { trancheAmounts } from '../../rules/money.js';
import { runningClock } from '../clockwork/running.js';
import { order } from '../effects.js';
import { dataOf } from '../payload.js';
import { sharesOf } from '../project/clinical-stages.js';
import type { Starting, TellingTo } from '../tellings.js';
import type { RecoveryFact, SettlementFact } from './closing-context.js';
import type { ArgsV2, ProjectContextV2 } from './context.js';

/** The charts that what is begun here follows, as long as it lives. */
const SETTLEMENT_CHART = 'settlement.v1';
const RECOVERY_CHART = 'recovery.v1';
const SANCTION_CHART = 'sanction.v1';

/** The orders that begin what runs beside a project whose money is settled, for its setup. */
export const closingOrders = {
  startSettlement: order<Starting>(),
  startRecovery: order<Starting>(),
  startSanction: order<Starting>(),
  tellSettlement: order<TellingTo>(),
};

/** What has been released of a stage's money, in won: all of the government's, and the part of it for the partner's cost. */
function releaseOf({ tranches, subjectId }: ProjectContextV2, no: number) {
  const tranche = tranches.find((one) => one.no === no);
  if (!tranche) throw new Error(`${subjectId} settles a stage without its tranche: ${no}`);
  const { released, partnerReleased = '0', state: trancheState } = tranche;
  return { released, partnerReleased, trancheState };
}

// A stage ends on the day that the agreement fixed for it: a stop before that day, or a gate, ends it at once.
function stageEndOf({ context, event }: ArgsV2): string {
  if (context.terms.ecoBridge) return event.at;
  const { due } = runningClock(context, 'stage');
  return context.outcome !== null && msOf(event.at) < msOf(due) ? event.at : due;
}

/** Starts the settlement of the stage that has just ended; its number is its tranche's. */
export const startSettlement = {
  type: 'startSettlement',
  params: (args: ArgsV2): Starting => {
    const { context } = args;
    const { openedTranches: no, subjectId: projectId, companyId, partnerId, requested, daysAdded } = context;
    const cashShare = trancheAmounts(requested.firmCash, sharesOf(context))[no - 1] ?? '0';
    const whose = { projectId, companyId, partnerId, daysAdded };
    const facts = { ...whose, stage: no, stageEnd: stageEndOf(args), cashShare, ...releaseOf(context, no) };
    return { chartId: SETTLEMENT_CHART, no, facts };
  },
} as const;

function latest<Item>(items: readonly Item[], what: string): Item {
  const found = items.at(-1);
  if (!found) throw new Error(`no ${what} was begun`);
  return found;
}

/** Starts the recovery that was just begun; one of a settlement goes on with the clock that its notice started. */
export const startRecovery = {
  type: 'startRecovery',
  params: ({ context, event }: ArgsV2): Starting => {
    const { subjectId: projectId, companyId, partnerId, daysAdded } = context;
    const { no, cause, stage, amount, sources }: RecoveryFact = latest(context.recoveries, 'recovery');
    const { noticedAt = event.at, repayment = null } = dataOf<{ noticedAt?: string; repayment?: unknown }>(
      event,
    );
    const facts = { projectId, companyId, partnerId, daysAdded, cause, stage, amount, sources };
    return { chartId: RECOVERY_CHART, no, facts: { ...facts, noticedAt, repayment } };
  },
} as const;

/** Gives the firm prior notice of the sanction that was just proposed. */
export const startSanction = {
  type: 'startSanction',
  params: ({ context, event }: ArgsV2): Starting => {
    const { subjectId: projectId, companyId, partnerId, daysAdded } = context;
    const { no, kind, months, amount } = latest(context.sanctions, 'sanction');
    const { ground } = dataOf<{ ground: string }>(event);
    const facts = { projectId, companyId, partnerId, daysAdded, kind, months, amount, ground };
    return { chartId: SANCTION_CHART, no, facts: { ...facts, noticedAt: event.receivedAt } };
  },
} as const;

function settlementId({ subjectId }: ProjectContextV2, stage: number): string {
  return `${subjectId.replace(/^project/, 'settlement')}/${stage}`;
}

/** Tells a settlement that its stage's tranche moved: what is released, and whether more may be. */
export const releaseChanged = {
  type: 'tellSettlement',
  params: ({ context, event }: ArgsV2): TellingTo => {
    const { no } = dataOf<{ no: number }>(event);
    return { to: settlementId(context, no), event: 'RELEASE_CHANGED', data: releaseOf(context, no) };
  },
} as const;

/** Tells a settlement that all that it asked back has come in. */
export const recoveryClosed = {
  type: 'tellSettlement',
  params: ({ context, event }: ArgsV2): TellingTo => {
    const { no } = dataOf<Pick<RecoveryFact, 'no'>>(event);
    const stage = context.recoveries.find((one) => one.no === no)?.stage;
    if (!stage) throw new Error(`${context.subjectId} has no settlement behind its recovery ${no}`);
    return { to: settlementId(context, stage), event: 'RECOVERY_CLOSED', data: { no } };
  },
} as const;

/** Cancels the tranche of a stage that is settled and that nobody has claimed. */
export const cancelUnclaimed = {
  type: 'cancelTranches',
  params: ({ event }: ArgsV2) => ({
    ...{ event: 'CANCEL_TRANCHE', data: {} },
    tranches: [dataOf<SettlementFact>(event).stage],
  }),
} as const;
