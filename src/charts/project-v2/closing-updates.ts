import type { WonText } from '../../rules/won.js';
import { dataOf } from '../payload.js';
import { clockUpdatesV2 } from './clocks.js';
import type { ClosingFacts, RecoveryFact, SanctionFact, SettlementFact } from './closing-context.js';
import { sourcesOf } from './closing-sources.js';
import type { ArgsV2, PatchV2 } from './context.js';

const FINAL_REPORT = 'final-report';

type RecoveryTold = Pick<RecoveryFact, 'no' | 'state' | 'outstanding'>;

/** What became of a sanction; of what it came to, only what it has. */
export interface SanctionDecided {
  readonly no: number;
  readonly outcome: Exclude<SanctionFact['state'], 'notified'>;
  readonly months?: number;
  readonly amount?: WonText;
}

/** What is proposed against a firm after a special evaluation. */
type Proposed = Pick<SanctionFact, 'kind'> & Partial<Pick<SanctionFact, 'months' | 'amount'>>;

/** The facts with what a settlement, a recovery or a sanction has just told of itself; unchanged for any other event. */
export function heard({ context, event }: ArgsV2): Pick<ClosingFacts, keyof ClosingFacts> {
  const { settlements, recoveries, sanctions } = context;
  const before = { settlements, recoveries, sanctions };
  switch (event.type) {
    case 'SETTLEMENT_CHANGED': {
      const { stage, state, toReturn } = dataOf<SettlementFact>(event);
      const told = { stage, state, toReturn };
      return { ...before, settlements: settlements.map((one) => (one.stage === stage ? told : one)) };
    }
    case 'RECOVERY_CHANGED': {
      const { no, state, outstanding } = dataOf<RecoveryTold>(event);
      const changed = (one: RecoveryFact) => (one.no === no ? { ...one, state, outstanding } : one);
      return { ...before, recoveries: recoveries.map(changed) };
    }
    case 'SANCTION_DECIDED': {
      const { no, outcome: state, months = null, amount = null } = dataOf<SanctionDecided>(event);
      const decided = (one: SanctionFact) => (one.no === no ? { ...one, state, months, amount } : one);
      return { ...before, sanctions: sanctions.map(decided) };
    }
    default:
      return before;
  }
}

function recovery(
  { context }: ArgsV2,
  begun: Pick<RecoveryFact, 'cause' | 'stage' | 'amount'>,
  tranches: readonly number[],
): PatchV2 {
  const { amount } = begun;
  const no = context.recoveries.length + 1;
  const sources = sourcesOf(context, tranches, amount);
  const begins = { ...begun, no, state: 'owed', outstanding: amount, sources };
  return { recoveries: [...context.recoveries, begins] };
}

/** What settlements, recoveries and sanctions write into the project's context. */
export const closingUpdatesV2 = {
  // A clock that was given more time is late no more, and goes on as it is.
  startFinalReport: (args: ArgsV2): PatchV2 =>
    args.context.clocks[FINAL_REPORT]
      ? {}
      : clockUpdatesV2.startClock(args, { clock: FINAL_REPORT, from: 'afterStage' }),
  beginSettlement: ({ context }: ArgsV2): PatchV2 => {
    const begins = { stage: context.openedTranches, state: 'awaitingCosts', toReturn: '0' };
    return { settlements: [...context.settlements, begins] };
  },
  hear: (args: ArgsV2): PatchV2 => heard(args),
  beginReturn: (args: ArgsV2): PatchV2 => {
    const { stage, toReturn: amount } = dataOf<SettlementFact>(args.event);
    return recovery(args, { cause: 'settlement', stage, amount }, [stage]);
  },
  beginRecovery: (args: ArgsV2): PatchV2 => {
    const { amount } = dataOf<{ amount: WonText }>(args.event);
    const all = args.context.tranches.map(({ no }) => no);
    return recovery(args, { cause: 'sanction', stage: null, amount }, all);
  },
  beginSanction: ({ context: { sanctions }, event }: ArgsV2): PatchV2 => {
    const { kind, months = null, amount = null } = dataOf<Proposed>(event);
    const begins: SanctionFact = { no: sanctions.length + 1, kind, state: 'notified', months, amount };
    return { sanctions: [...sanctions, begins] };
  },
};
