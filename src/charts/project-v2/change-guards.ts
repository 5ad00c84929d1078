import { changeKindVerdict } from '../../rules/change.js';
import { sumWon, won } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import type { Evidence } from '../kernel/types.js';
import { dataOf, whenSent } from '../payload.js';
import { plain } from '../plain.js';
import { moneyEvidence, moneyGuards } from '../project/guards-application.js';
import { replanned, regranted, unopened } from './change-amounts.js';
import { changeIn, grantIn, ofKind } from './change-proposed.js';
import type { ArgsV2, ProjectContextV2 } from './context.js';
import type { ChangeFact } from './life-context.js';
import { hasRunningStage } from './stage-moved.js';

type Money = typeof moneyGuards;

/** The first version's guards on what is granted, asked of whatever fixes a grant: a decision or a change. */
function onGrant(code: keyof Money) {
  return (args: ArgsV2): boolean => {
    const grant = grantIn(args.event);
    return grant === null || moneyGuards[code]({ ...args, event: { ...args.event, data: { grant } } });
  };
}

function grantSeen(code: keyof Money) {
  return (args: ArgsV2): Evidence =>
    moneyEvidence[code]?.({ ...args, event: { ...args.event, data: { grant: grantIn(args.event) } } }) ?? {};
}

// Where the agreement has its tranches, those that were opened stay as they are.
function fillsEveryTranche(args: ArgsV2): boolean {
  const grant = grantIn(args.event);
  const { context } = args;
  if (grant === null || context.tranches.length === 0) return onGrant('fillsEveryTranche')(args);
  return unopened(context).length === 0 || regranted(context, grant) !== null;
}

/** Guards on a grant, by whatever it is fixed (domain.md section 3). */
export const grantGuards = {
  isWithinCompanyCeiling: onGrant('isWithinCompanyCeiling'),
  coversPartnerCost: onGrant('coversPartnerCost'),
  isGovernmentWithinRatio: onGrant('isGovernmentWithinRatio'),
  isFirmShareEnough: onGrant('isFirmShareEnough'),
  isFirmCashEnough: onGrant('isFirmCashEnough'),
  fillsEveryTranche,
};

/** The money that the guards above looked at. */
export const grantEvidence: Readonly<Record<string, (args: ArgsV2) => Evidence>> = {
  isWithinCompanyCeiling: grantSeen('isWithinCompanyCeiling'),
  coversPartnerCost: grantSeen('coversPartnerCost'),
  isGovernmentWithinRatio: grantSeen('isGovernmentWithinRatio'),
  isFirmShareEnough: grantSeen('isFirmShareEnough'),
  isFirmCashEnough: grantSeen('isFirmCashEnough'),
  fillsEveryTranche: (args) =>
    args.context.tranches.length === 0
      ? grantSeen('fillsEveryTranche')(args)
      : { grant: grantIn(args.event) ?? '', tranches: amountsLeft(args) },
};

function amountsLeft({ context }: ArgsV2): string {
  return unopened(context)
    .map(({ no, amount }) => `${no}: ${amount}`)
    .join(', ');
}

// The register goes on after the edition: partners come and leave, and the intake looks there.
function isRegistered({ context, event }: ArgsV2, partner: unknown): boolean {
  const said = event.books?.['newPartner'];
  return said === undefined ? context.terms.partners.includes(String(partner)) : said === 'registered';
}

/** What has to hold for a change of each kind so that it can be applied: when it is asked for, and when it is told. */
const applicable = {
  replacesOwnPartner: ofKind<ArgsV2>(['institution'], ({ context }, { replaces, by }) => {
    return replaces === context.partnerId && by !== replaces;
  }),
  isNewPartnerRegistered: ofKind<ArgsV2>(['institution'], (args, { by }) => isRegistered(args, by)),
  hasStageToExtend: ofKind<ArgsV2>(['period'], (args) => hasRunningStage(args.context)),
  hasTrancheToChange: ofKind<ArgsV2>(
    ['total-money', 'year-split'],
    ({ context }) => unopened(context).length > 0,
  ),
  isAnotherGrant: ofKind<ArgsV2>(
    ['total-money'],
    ({ context }, { grant }) => won(String(grant)) !== won(context.grant ?? '0'),
  ),
  keepsSum: ofKind<ArgsV2>(['year-split'], ({ context }, { amounts }) => {
    const asked = amounts as readonly WonText[];
    const before = unopened(context).map(({ amount }) => amount);
    if (before.length === 0) return true;
    return sumWon(asked) === sumWon(before) && replanned(context, asked) !== null;
  }),
  ...grantGuards,
};

/** The names of the guards that a change has to keep to, in the order in which they are asked. */
export const changeable = [
  'replacesOwnPartner',
  'isNewPartnerRegistered',
  'hasStageToExtend',
  'hasTrancheToChange',
  'isAnotherGrant',
  'keepsSum',
  'isWithinCompanyCeiling',
  'coversPartnerCost',
  'isGovernmentWithinRatio',
  'isFirmShareEnough',
  'isFirmCashEnough',
  'fillsEveryTranche',
] as const;

// What was approved was registered when it was asked for; a partner that left the register since is staff's to see.
function isApplicable(args: ArgsV2): boolean {
  return changeable.every((name) => name === 'isNewPartnerRegistered' || applicable[name](args));
}

function toldOf({ context, event }: ArgsV2): ChangeFact | undefined {
  const { no } = dataOf<{ no?: number }>(event);
  return context.changes.find((one) => one.no === no);
}

function isRunning({ agreement, outcome, finalReportSha256 }: ProjectContextV2): boolean {
  return Boolean(agreement?.inForceFrom) && outcome === null && finalReportSha256 === null;
}

/** Guards on changes of the agreement (협약변경, domain.md section 2). */
export const changeGuards = {
  ...applicable,
  isAgreementRunning: ({ context }: ArgsV2): boolean => isRunning(context),
  isChangeListed: (args: ArgsV2): boolean => whenSent(args.event, () => listed(args).ok),
  isNotUnderReviewAlready: ({ context, event }: ArgsV2): boolean => {
    const kind = changeIn(event)?.kind;
    return !context.changes.some((one) => one.kind === kind && one.state === 'underReview');
  },
  isOpenChange: (args: ArgsV2): boolean => whenSent(args.event, () => toldOf(args)?.state === 'underReview'),
};

function listed({ context, event }: ArgsV2) {
  return changeKindVerdict(changeIn(event)?.kind ?? '', context.terms);
}

/** Guards that only choose between what a change leads to, and never refuse. */
export const changeRouting = {
  isInapplicable: (args: ArgsV2): boolean =>
    args.event.data !== undefined && (!isRunning(args.context) || !isApplicable(args)),
  isChangeOf: ({ event }: ArgsV2, { kind }: { readonly kind: string }): boolean =>
    changeIn(event)?.kind === kind,
};

/** The facts that the guards above looked at. */
export const changeEvidence: Readonly<Record<string, (args: ArgsV2) => Evidence>> = {
  ...grantEvidence,
  replacesOwnPartner: ({ context }) => ({ partner: context.partnerId ?? '' }),
  isNewPartnerRegistered: ({ event }) => ({ partner: String(changeIn(event)?.particulars['by']) }),
  hasTrancheToChange: ({ context }) => ({
    tranches: context.tranches.map(({ no, state }) => `${no}: ${state}`).join(', '),
  }),
  isAnotherGrant: ({ context }) => ({ grant: context.grant ?? '' }),
  keepsSum: (args) => ({ tranches: amountsLeft(args) }),
  isChangeListed: (args) => plain(listed(args).evidence),
};
