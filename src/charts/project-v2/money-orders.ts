import { accounts, commitLines, partnerParts } from '../../rules/accounts.js';
import type { WonText } from '../../rules/won.js';
import { order } from '../effects.js';
import { dataOf } from '../payload.js';
import type { PostingLines } from '../postings.js';
import type { ArgsV2, ProjectContextV2 } from './context.js';
import type { Draw } from './money.js';

/** The chart that the tranches of these projects follow, as long as they live. */
const TRANCHE_CHART = 'tranche.v2';

/** Something that tranches are told, each by its number with data of its own. */
export interface TellingEach {
  readonly event: string;
  readonly each: readonly { readonly no: number; readonly data: Readonly<Record<string, unknown>> }[];
}

/** What a tranche is begun with; every key but `no` is a fact of its beginning. */
export interface TranchePlan {
  readonly no: number;
  readonly amount: WonText;
  readonly partnerAmount: WonText;
  readonly partnerId: string | null;
  readonly grant: WonText;
}

/** Whose spending the portal is to hold. */
export interface Holding {
  readonly project: string;
  readonly institution: string;
}

/** The orders about money that these projects give, for their setup. */
export const moneyOrders = {
  scheduleTranches: order<{ readonly chartId: string; readonly tranches: readonly TranchePlan[] }>(),
  tellTranches: order<TellingEach>(),
  holdSpending: order<Holding>(),
  liftSpending: order<Holding>(),
  postCommit: order<PostingLines>(),
  postDraw: order<PostingLines>(),
  postReverse: order<PostingLines>(),
};

function grantOf({ grant, subjectId }: ProjectContextV2): WonText {
  if (grant === null) throw new Error(`${subjectId} is agreed without a grant`);
  return grant;
}

function partnerCostOf({ requested, partnerId }: ProjectContextV2): WonText {
  return partnerId === null ? '0' : requested.partnerCost;
}

function partsOf(context: ProjectContextV2): WonText[] {
  const amounts = context.tranches.map(({ amount }) => amount);
  return partnerParts(amounts, partnerCostOf(context));
}

/** Starts the tranches that the agreement fixed, each with its part of the partner's cost. */
export const scheduleTranchesV2 = {
  type: 'scheduleTranches',
  params: ({ context }: ArgsV2) => {
    const parts = partsOf(context);
    return {
      chartId: TRANCHE_CHART,
      tranches: context.tranches.map(({ no, amount }, index) => ({
        ...{ no, amount, partnerAmount: parts[index] ?? '0' },
        ...{ partnerId: context.partnerId, grant: grantOf(context) },
      })),
    };
  },
} as const;

/** The agreement binds the edition's money to the firm, and to its partner for its cost. */
export const postCommitV2 = {
  type: 'postCommit',
  params: ({ context }: ArgsV2): PostingLines => {
    const { terms, subjectId: projectId, companyId, partnerId } = context;
    const whose = { editionId: terms.editionId, projectId, companyId, partnerId };
    const promised = { ...whose, amount: grantOf(context), partnerAmount: partnerCostOf(context) };
    return { kind: 'commit', lines: commitLines(promised) };
  },
} as const;

/**
 * Tells every tranche that was never opened what the agreement is now: its amount and its partner's part as they stand in
 * the context after the change, all of the grant, and who the partner is. The tranche posts what that binds more or less.
 */
export const rescheduleTranches = {
  type: 'tellTranches',
  params: ({ context }: ArgsV2): TellingEach => ({
    event: 'RESCHEDULE',
    each: context.tranches
      .filter(({ no }) => no > context.openedTranches)
      .map(({ no, amount, partnerAmount }) => ({
        no,
        data: {
          ...{ amount, grant: grantOf(context), partnerId: context.partnerId },
          ...(partnerAmount === undefined ? {} : { partnerAmount }),
        },
      })),
  }),
} as const;

/** The order to hold, or to let go, an institution's spending at the portal. */
export function spending(name: 'holdSpending' | 'liftSpending', whose: (args: ArgsV2) => string) {
  const params = (args: ArgsV2): Holding => ({
    project: args.context.subjectId,
    institution: whose(args),
  });
  return { type: name, params } as const;
}

/** Money that an institution drew leaves the tranche. */
export const postDraw = {
  type: 'postDraw',
  params: ({ context: { subjectId }, event }: ArgsV2): PostingLines => {
    const { tranche, institution, amount } = dataOf<Draw>(event);
    const debit = accounts.drawn(institution, subjectId);
    const credit = accounts.tranche(`${subjectId}/tranche/${tranche}`);
    return { kind: 'draw', lines: [{ debit, credit, amount }] };
  },
} as const;

/** A posting is corrected by its reverse. */
export const postReverse = {
  type: 'postReverse',
  params: ({ event }: ArgsV2): PostingLines => ({
    ...{ kind: 'reverse', lines: [] },
    reverses: dataOf<{ posting: string }>(event).posting,
  }),
} as const;

/** The tranche for which a reversed deposit came in counts it no more. */
export const tellReversedShare = {
  type: 'tellTranches',
  params: ({ event }: ArgsV2): TellingEach => ({
    event: 'CASH_SHARE_CORRECTED',
    each: [{ no: Number(event.books?.['tranche']), data: { amount: event.books?.['amount'] ?? '0' } }],
  }),
} as const;
