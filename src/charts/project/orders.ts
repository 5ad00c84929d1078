import { trancheAmounts } from '../../rules/money.js';
import type { WonText } from '../../rules/won.js';
import { order } from '../effects.js';
import { dataOf } from '../payload.js';
import { sharesOf } from './clinical-stages.js';
import type { ProjectArgs, ProjectContext } from './context.js';

/** The chart that the tranches of these charts follow, as long as they live. */
const TRANCHE_CHART = 'tranche.v1';

/** States in which nothing more happens to a tranche. */
const OVER = ['released', 'refused', 'cancelled'];

/** Something that tranches are told; none named is nobody told. */
interface Telling {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly tranches: readonly number[];
}

interface PostingParams {
  readonly kind: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: WonText;
}

/** The orders that a project gives, for its setup; each does nothing here and comes out of `transition` as data. */
export const orderActions = {
  sendNotice: order<{ readonly to: string; readonly notice: string }>(),
  scheduleTranches: order<{
    readonly chartId: string;
    readonly tranches: readonly { readonly no: number; readonly amount: WonText }[];
  }>(),
  openTranche: order<Telling>(),
  freezeTranches: order<Telling>(),
  unfreezeTranches: order<Telling>(),
  cancelTranches: order<Telling>(),
  postCommit: order<PostingParams>(),
  postReturn: order<PostingParams>(),
};

/** Tells the company something; `notice` is its name. */
export function tellCompany(notice: string) {
  const params = ({ context }: ProjectArgs) => ({ to: context.companyId, notice });
  return { type: 'sendNotice', params } as const;
}

/** Tells the partner something; a project without one tells its company. */
export function tellPartner(notice: string) {
  const params = ({ context }: ProjectArgs) => ({ to: context.partnerId ?? context.companyId, notice });
  return { type: 'sendNotice', params } as const;
}

/** Starts the tranches that the agreement fixed. */
export const scheduleTranches = {
  type: 'scheduleTranches',
  params: ({ context }: ProjectArgs) => ({
    chartId: TRANCHE_CHART,
    tranches: context.tranches.map(({ no, amount }) => ({ no, amount })),
  }),
} as const;

function opening({ context }: ProjectArgs, no: number): Telling {
  const { requested, stage, subjectId } = context;
  const cashShareDue = trancheAmounts(requested.firmCash, sharesOf(context))[no - 1];
  if (cashShareDue === undefined) throw new Error(`${subjectId} has no tranche ${no} to open`);
  return { event: 'OPEN_TRANCHE', data: { stage, cashShareDue }, tranches: [no] };
}

/** Opens the tranche whose number was reached. */
export const openReachedTranche = {
  type: 'openTranche',
  params: (args: ProjectArgs) => opening(args, args.context.openedTranches),
} as const;

function numberTold({ event }: ProjectArgs): number {
  return dataOf<{ no: number }>(event).no;
}

/** Opens a tranche that says it is scheduled, and whose number was reached before it was there to be told. */
export const openTrancheThatTells = {
  type: 'openTranche',
  params: (args: ProjectArgs) => opening(args, numberTold(args)),
} as const;

function tellingBack(event: string) {
  return (args: ProjectArgs): Telling => ({ event, data: {}, tranches: [numberTold(args)] });
}

// A tranche that wasn't there yet when all were frozen or cancelled is told as soon as it says that it is.
export const freezeTrancheThatTells = { type: 'freezeTranches', params: tellingBack('FREEZE') } as const;
export const cancelTrancheThatTells = {
  type: 'cancelTranches',
  params: tellingBack('CANCEL_TRANCHE'),
} as const;

function telling(event: string) {
  return ({ context }: { readonly context: ProjectContext }): Telling => ({
    ...{ event, data: {} },
    tranches: context.tranches.filter(({ state }) => !OVER.includes(state)).map(({ no }) => no),
  });
}

export const freezeTranches = { type: 'freezeTranches', params: telling('FREEZE') } as const;
export const unfreezeTranches = { type: 'unfreezeTranches', params: telling('UNFREEZE') } as const;
export const cancelTranches = { type: 'cancelTranches', params: telling('CANCEL_TRANCHE') } as const;

/** The year's budget is bound to the company by the agreement. */
export const postCommit = {
  type: 'postCommit',
  params: ({ context: { companyId, terms, grant } }: ProjectArgs): PostingParams => ({
    ...{ kind: 'commit', debit: `company/${companyId}`, credit: `year/${terms.editionId}` },
    amount: grant ?? '0',
  }),
} as const;

/** What the firm gave back comes to the bank and off the company's account. */
export const postReturn = {
  type: 'postReturn',
  params: ({ context: { companyId, settlement } }: ProjectArgs): PostingParams => ({
    ...{ kind: 'return', debit: 'bank', credit: `company/${companyId}` },
    amount: settlement?.toReturn ?? '0',
  }),
} as const;
