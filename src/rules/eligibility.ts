import type { Concurrency, Terms } from '../program/types.js';
import type { Day } from './calendar.js';
import { isWithinWindow } from './clocks.js';
import type { Verdict } from './verdict.js';

/** What a pre-check looks at (domain.md section 2): participation bans and eligibility, nothing else. */
export type EligibilityCode =
  | 'isWithinWindow'
  | 'isFirmFree'
  | 'isInvestigatorFree'
  | 'isFirmWithinLimit'
  | 'isInvestigatorWithinLimit'
  | 'isPrincipalWithinLimit'
  | 'isSectorListed'
  | 'isPartnerRegistered';

/**
 * The facts of one application. `receivedAt`: UTC moment, `onDay`: the Korean day looked at; a ban is its last day;
 * counts are running projects without this one; `foreignBearsCost`: a foreign corporation bears part of the cost.
 */
export interface ApplicationFacts {
  readonly receivedAt: string;
  readonly onDay: Day;
  readonly firmBannedUntil?: Day;
  readonly investigatorBannedUntil?: Day;
  readonly firmRunning: number;
  readonly investigatorProjects: number;
  readonly investigatorAsPrincipal: number;
  readonly foreignBearsCost: boolean;
  readonly sector: string;
  readonly partner?: string;
}

type EligibilityTerms = Pick<Terms, 'window' | 'concurrency' | 'sectors' | 'partners' | 'settings'>;

function free(code: EligibilityCode, onDay: Day, until: Day | undefined): Verdict<EligibilityCode> {
  // ISO days compare as text; the ban's last day still counts.
  const ok = until === undefined || until < onDay;
  return { code, ok, evidence: until === undefined ? { onDay } : { onDay, bannedUntil: until } };
}

function oneMore(code: EligibilityCode, running: number, limit: number): Verdict<EligibilityCode> {
  return { code, ok: running + 1 <= limit, evidence: { running, limit } };
}

/** Whether a researcher may take one more project, and lead one more (3책5공: domain.md section 2). */
export function concurrencyVerdicts(
  facts: Pick<
    ApplicationFacts,
    'investigatorProjects' | 'investigatorAsPrincipal' | 'foreignBearsCost' | 'firmRunning'
  >,
  limits: Concurrency,
): Verdict<EligibilityCode>[] {
  const researcher = facts.foreignBearsCost ? limits.researcherWithForeign : limits.researcher;
  return [
    oneMore('isFirmWithinLimit', facts.firmRunning, limits.firm.running),
    oneMore('isInvestigatorWithinLimit', facts.investigatorProjects, researcher.projects),
    oneMore('isPrincipalWithinLimit', facts.investigatorAsPrincipal, researcher.principal),
  ];
}

function partnerVerdict(facts: ApplicationFacts, terms: EligibilityTerms): Verdict<EligibilityCode> {
  const { partner } = facts;
  const code = 'isPartnerRegistered';
  // A track that finds its partner later may be entered without one; one that is named must still be in the register.
  if (partner === undefined) return { code, ok: !terms.settings.entersWithPartner, evidence: {} };
  return { code, ok: terms.partners.includes(partner), evidence: { partner } };
}

/** Everything the pre-check asks about one application, in a fixed order; each no is a reason for ineligibility. */
export function preCheckVerdicts(
  facts: ApplicationFacts,
  terms: EligibilityTerms,
): Verdict<EligibilityCode>[] {
  const { receivedAt, onDay, sector } = facts;
  const { opens, closes } = terms.window;
  return [
    {
      code: 'isWithinWindow',
      ok: isWithinWindow(terms.window, receivedAt),
      evidence: { receivedAt, opens, closes },
    },
    free('isFirmFree', onDay, facts.firmBannedUntil),
    free('isInvestigatorFree', onDay, facts.investigatorBannedUntil),
    ...concurrencyVerdicts(facts, terms.concurrency),
    { code: 'isSectorListed', ok: terms.sectors.includes(sector), evidence: { sector } },
    partnerVerdict(facts, terms),
  ];
}
