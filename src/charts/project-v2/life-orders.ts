import { order } from '../effects.js';
import type { ChartEvent } from '../kernel/types.js';
import { dataOf } from '../payload.js';
import { freezeTranches, unfreezeTranches } from '../project/orders.js';
import type { Starting } from '../tellings.js';
import type { ArgsV2, ProjectContextV2 } from './context.js';
import type { ChangeFact } from './life-context.js';
import { underEvaluation } from './life-updates.js';
import { spending } from './money-orders.js';
import type { TellingEach } from './money-orders.js';

/** The chart that a change of the agreement follows, as long as it lives. */
const CHANGE_CHART = 'change.v1';

/** States in which nothing more happens to a tranche. */
const OVER = ['released', 'refused', 'cancelled'];

/** The orders of a project's life, for its setup. */
export const lifeOrders = { startChange: order<Starting>() };

function latest({ changes, subjectId }: ProjectContextV2): ChangeFact {
  const change = changes.at(-1);
  if (!change) throw new Error(`${subjectId} has no change to begin`);
  return change;
}

// A partner that is to come has to see what it is to sign, and is the change's partner.
function partnerOf({ kind, particulars }: ChangeFact, { partnerId }: ProjectContextV2): unknown {
  return kind === 'institution' ? particulars['by'] : partnerId;
}

/** Starts the change that was just asked for or imposed, as a subject of its own. */
export const startChange = {
  type: 'startChange',
  params: ({ context, event }: ArgsV2): Starting => {
    const { subjectId: projectId, companyId, daysAdded } = context;
    const change = latest(context);
    const { no, kind, importance, decidedBy, particulars, imposedBy } = change;
    const { reason = null, documentSha256 = null } = dataOf<Record<string, unknown>>(event);
    const whose = { projectId, companyId, partnerId: partnerOf(change, context), daysAdded };
    const what = { kind, importance, decidedBy, particulars, imposedBy, reason, documentSha256 };
    return { chartId: CHANGE_CHART, no, facts: { ...whose, ...what, filedAt: event.receivedAt } };
  },
} as const;

/** Tells every tranche that isn't over whom its part for the foreign partner goes to from now on. */
export const tellNewPartner = {
  type: 'tellTranches',
  params: ({ context }: ArgsV2): TellingEach => ({
    event: 'RESCHEDULE',
    each: context.tranches
      .filter(({ state }) => !OVER.includes(state))
      .map(({ no, amount }) => ({ no, data: { amount, partnerId: context.partnerId } })),
  }),
} as const;

const concerned = ({ context }: ArgsV2): string => underEvaluation(context).institution;

// A partner that was replaced during its evaluation doesn't spend again, however that ends.
const concernedStill = ({ context }: ArgsV2): string => {
  const { party, institution } = underEvaluation(context);
  return party === 'partner' ? (context.partnerId ?? institution) : institution;
};

/** The institution under special evaluation may spend nothing, or may again; nobody else is concerned (section 2). */
export const holdConcerned = spending('holdSpending', concerned);
export const liftConcerned = spending('liftSpending', concernedStill);

/** Nobody spends anything of a project that was stopped. */
export const holdBoth = [
  spending('holdSpending', ({ context }) => context.companyId),
  spending('holdSpending', ({ context }) => context.partnerId ?? context.companyId),
] as const;

/** Told that a partner is replaced: the one that leaves spends nothing more of the project's money, and the one that comes may. */
export const handOver = [
  spending('holdSpending', ({ event }) => partiesIn(event).replaces),
  spending('liftSpending', ({ event }) => partiesIn(event).by),
] as const;

function partiesIn(event: ChartEvent): Readonly<Record<'replaces' | 'by', string>> {
  return dataOf<{ particulars: Readonly<Record<'replaces' | 'by', string>> }>(event).particulars;
}

type Concerns = (context: ProjectContextV2) => boolean;

const isOfFirm: Concerns = (context) => underEvaluation(context).party === 'firm';

/** Tells the tranches only where it concerns them; else nobody is told. */
function where(concerns: Concerns, telling: typeof freezeTranches | typeof unfreezeTranches) {
  return ({ context }: ArgsV2) => {
    const told = telling.params({ context });
    return concerns(context) ? told : { ...told, tranches: [] };
  };
}

/** The tranches are paid to the firm: they are frozen where it is the firm that is concerned. */
export const freezeConcerned = { type: 'freezeTranches', params: where(isOfFirm, freezeTranches) } as const;
export const unfreezeConcerned = {
  type: 'unfreezeTranches',
  params: where(isOfFirm, unfreezeTranches),
} as const;

/** A regulator's hold, or its end, reaches the tranches also during a special evaluation that doesn't freeze them itself. */
export const freezeForHold = {
  type: 'freezeTranches',
  params: where((context) => !isOfFirm(context), freezeTranches),
} as const;
export const unfreezeAfterHold = {
  type: 'unfreezeTranches',
  params: where((context) => !isOfFirm(context), unfreezeTranches),
} as const;

/** Tells the institution that a special evaluation is about. */
export function tellConcerned(notice: string) {
  const params = ({ context }: ArgsV2) => ({ to: underEvaluation(context).institution, notice });
  return { type: 'sendNotice', params } as const;
}

/** Tells the project's other institution; a firm without a partner is told itself. */
export function tellOther(notice: string) {
  const params = ({ context }: ArgsV2) => {
    const { companyId, partnerId } = context;
    return { to: isOfFirm(context) ? (partnerId ?? companyId) : companyId, notice };
  };
  return { type: 'sendNotice', params } as const;
}

/** Tells the partner that a change puts in the place of another. */
export function tellNew(notice: string) {
  const params = ({ context, event }: ArgsV2) => {
    const { particulars } = dataOf<{ particulars?: { by?: string } }>(event);
    return { to: particulars?.by ?? context.companyId, notice };
  };
  return { type: 'sendNotice', params } as const;
}
