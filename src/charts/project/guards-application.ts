import { ceilingVerdicts, ratioVerdict, trancheAmounts } from '../../rules/money.js';
import type { RatioCode } from '../../rules/money.js';
import { won, wonText } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import type { Evidence } from '../kernel/types.js';
import { whenSent } from '../payload.js';
import { plain } from '../plain.js';
import { sharesOf } from './clinical-stages.js';
import type { ProjectArgs } from './context.js';
import { preCheckVerdicts } from '../../rules/eligibility.js';
import { dayOf } from '../../rules/calendar.js';

interface Granting {
  readonly grant: WonText;
}

// A grant is all of the government's money; what the foreign partner costs is part of it and stands outside of the ratio.
function ratio({ requested, terms }: ProjectArgs['context'], { grant }: Granting, code: RatioCode) {
  const firms = won(grant) - won(requested.partnerCost);
  const government = wonText(firms > 0n ? firms : 0n);
  const found = ratioVerdict({ ...requested, government }, terms.ratios).find((one) => one.code === code);
  if (!found) throw new Error(`the rules say nothing on ${code}`);
  return found;
}

function hasRatio(code: RatioCode) {
  return ({ context, event }: ProjectArgs): boolean =>
    whenSent<Granting>(event, (data) => ratio(context, data, code).ok);
}

function companyCeiling({ terms }: ProjectArgs['context'], { grant }: Granting) {
  const [company] = ceilingVerdicts({ companyAlready: '0', yearAlready: '0', adding: grant }, terms.money);
  if (!company) throw new Error('the rules say nothing on the ceiling');
  return company;
}

function amountsOf(context: ProjectArgs['context'], { grant }: Granting): WonText[] {
  return trancheAmounts(grant, sharesOf(context));
}

/** Guards on what a decision grants (domain.md section 3). */
export const moneyGuards = {
  isWithinCompanyCeiling: ({ context, event }: ProjectArgs): boolean =>
    whenSent<Granting>(event, (data) => companyCeiling(context, data).ok),
  coversPartnerCost: ({ context, event }: ProjectArgs): boolean =>
    whenSent<Granting>(event, ({ grant }) => won(grant) > won(context.requested.partnerCost)),
  isGovernmentWithinRatio: hasRatio('isGovernmentWithinRatio'),
  isFirmShareEnough: hasRatio('isFirmShareEnough'),
  isFirmCashEnough: hasRatio('isFirmCashEnough'),
  // A tranche of no won could be neither reserved nor paid.
  fillsEveryTranche: ({ context, event }: ProjectArgs): boolean =>
    whenSent<Granting>(event, (data) => !amountsOf(context, data).includes('0')),
};

function shown(code: RatioCode) {
  return ({ context, event }: ProjectArgs): Evidence =>
    plain(ratio(context, event.data as unknown as Granting, code).evidence);
}

/** The money that the guards above looked at: won as digits, shares in basis points. */
export const moneyEvidence: Readonly<Record<string, (args: ProjectArgs) => Evidence>> = {
  isWithinCompanyCeiling: ({ context, event }) =>
    plain(companyCeiling(context, event.data as unknown as Granting).evidence),
  coversPartnerCost: ({ context, event }) => ({
    partnerCost: context.requested.partnerCost,
    grant: String(event.data?.['grant']),
  }),
  isGovernmentWithinRatio: shown('isGovernmentWithinRatio'),
  isFirmShareEnough: shown('isFirmShareEnough'),
  isFirmCashEnough: shown('isFirmCashEnough'),
  fillsEveryTranche: ({ context, event }) => ({
    tranches: amountsOf(context, event.data as unknown as Granting).join(', '),
  }),
};

type Listed = 'isSectorListed' | 'isPartnerRegistered';

// Bans and running projects are the officer's to look up; what the edition lists is held here.
function listed({ context, event }: ProjectArgs, code: Listed) {
  const { openedAt, sector, partnerId, terms } = context;
  const elsewhere = { firmRunning: 0, investigatorProjects: 0, investigatorAsPrincipal: 0 };
  const facts = {
    receivedAt: openedAt,
    onDay: dayOf(event.at),
    foreignBearsCost: false,
    sector,
    ...elsewhere,
  };
  const whole = partnerId === null ? facts : { ...facts, partner: partnerId };
  const found = preCheckVerdicts(whole, terms).find((one) => one.code === code);
  if (!found) throw new Error(`the rules say nothing on ${code}`);
  return found;
}

/** Guards on what the pre-check can see by itself (domain.md section 2). */
export const listGuards = {
  isSectorListed: (args: ProjectArgs): boolean => listed(args, 'isSectorListed').ok,
  isPartnerRegistered: (args: ProjectArgs): boolean => listed(args, 'isPartnerRegistered').ok,
  arePreferencesListed: ({ context, event }: ProjectArgs): boolean =>
    whenSent<{ preferences: readonly string[] }>(event, ({ preferences }) =>
      preferences.every((id) => context.terms.preferences.some((known) => known.id === id)),
    ),
};

/** What was looked for in the edition's lists. */
export const listEvidence: Readonly<Record<string, (args: ProjectArgs) => Evidence>> = {
  isSectorListed: (args) => plain(listed(args, 'isSectorListed').evidence),
  isPartnerRegistered: (args) => plain(listed(args, 'isPartnerRegistered').evidence),
  arePreferencesListed: ({ context }) => ({
    listed: context.terms.preferences.map(({ id }) => id).join(', '),
  }),
};
