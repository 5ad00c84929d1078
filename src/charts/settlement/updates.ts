import type { WonText } from '../../rules/won.js';
import { startedClock, withClock } from '../clockwork/running.js';
import type { Bilingual } from '../kernel/types.js';
import { dataOf } from '../payload.js';
import type {
  CostReport,
  Release,
  SettlementArgs,
  SettlementContext,
  SettlementObjection,
} from './context.js';
import { figuresOf } from './figures.js';

type Patch = Partial<SettlementContext>;

interface Decided {
  readonly outcome: 'upheld' | 'dismissed';
  readonly disallowed?: WonText;
  readonly opinion?: Partial<Bilingual>;
}

interface Reported extends Pick<CostReport, 'spent' | 'documentSha256'> {
  readonly interest?: WonText;
}

/** The clock of the repayment as the firm's notice at an instant starts it: one month (domain.md section 4). */
function repaymentFrom(
  context: SettlementContext,
  noticedAt: string,
): Pick<SettlementContext, 'noticedAt' | 'clocks'> {
  const repayment = startedClock(context, 'repayment', noticedAt);
  return { noticedAt, clocks: withClock(context, 'repayment', repayment) };
}

/** What each transition of a settlement writes into its context. */
export const settlementUpdates = {
  recordRelease: ({ event }: SettlementArgs): Patch => {
    const { released, partnerReleased, trancheState } = dataOf<Release>(event);
    return { released, partnerReleased, trancheState };
  },
  recordCosts: ({ event }: SettlementArgs): Patch => {
    const { spent, interest = '0', documentSha256 } = dataOf<Reported>(event);
    return { costs: { spent, interest, documentSha256 }, returnedFor: null };
  },
  recordReturn: ({ event }: SettlementArgs): Patch => ({
    returnedFor: dataOf<{ reason: string }>(event).reason,
  }),
  recordFigures: ({ context, event }: SettlementArgs): Patch => {
    const { disallowed, opinion } = dataOf<{ disallowed: WonText; opinion?: Partial<Bilingual> }>(event);
    return { figures: figuresOf(context, disallowed), opinion: opinion ?? null };
  },
  // What was released can have changed since they were made: a payment that was under way, and nothing after it.
  renewFigures: ({ context }: SettlementArgs): Patch => ({
    figures: figuresOf(context, context.figures?.disallowed ?? '0'),
  }),
  giveNotice: ({ context, event }: SettlementArgs): Patch => {
    const { noticedAt, clocks } = repaymentFrom(context, event.at);
    const objecting = startedClock(context, 'settlement-objection', event.at);
    return { noticedAt, clocks: { ...clocks, 'settlement-objection': objecting } };
  },
  recordObjection: ({ context, event }: SettlementArgs): Patch => {
    const { statement } = dataOf<Pick<SettlementObjection, 'statement'>>(event);
    const deciding = startedClock(context, 'settlement-decision', event.receivedAt);
    const clocks = withClock(context, 'settlement-decision', deciding);
    return { objection: { statement, filedAt: event.receivedAt, outcome: null, opinion: null }, clocks };
  },
  // The month of the repayment runs from the last notice, which tells what the settlement comes to for good.
  decideObjection: ({ context, event }: SettlementArgs): Patch => {
    const { objection, figures, subjectId } = context;
    if (!objection || !figures) throw new Error(`no objection was made to ${subjectId}`);
    const { outcome, disallowed = figures.disallowed, opinion } = dataOf<Decided>(event);
    return {
      ...repaymentFrom(context, event.at),
      objection: { ...objection, outcome, opinion: opinion ?? null },
      figures: figuresOf(context, disallowed),
    };
  },
};
