import { won, wonText } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import type { ChartEvent } from '../kernel/types.js';
import { dataOf } from '../payload.js';
import type { TrancheContextV2 } from './context.js';

/** What a change of the agreement says of a tranche; what it leaves out stays as it is. */
export interface Rescheduling {
  readonly amount: WonText;
  /** Without it the partner's part keeps its proportion to the amount. */
  readonly partnerAmount?: WonText;
  readonly cashShareDue?: WonText;
  readonly grant?: WonText;
  readonly partnerId?: string | null;
}

function inProportion({ amount: old, partnerAmount }: TrancheContextV2, amount: WonText): WonText {
  return old === '0' ? '0' : wonText((won(partnerAmount) * won(amount)) / won(old));
}

/** The tranche as a change of the agreement leaves it. */
export function rescheduled(
  context: TrancheContextV2,
  event: ChartEvent,
): Pick<TrancheContextV2, 'amount' | 'partnerAmount' | 'cashShareDue' | 'grant' | 'partnerId'> {
  const { amount, partnerAmount, cashShareDue, grant, partnerId } = dataOf<Rescheduling>(event);
  return {
    amount,
    partnerAmount: partnerAmount ?? inProportion(context, amount),
    cashShareDue: cashShareDue ?? context.cashShareDue,
    grant: grant ?? context.grant,
    partnerId: partnerId === undefined ? context.partnerId : partnerId,
  };
}
