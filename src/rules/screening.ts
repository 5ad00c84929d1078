import type { Terms, Window } from '../program/types.js';
import { msOf } from './calendar.js';
import { isWithinWindow } from './clocks.js';
import { preCheckVerdicts } from './eligibility.js';
import type { ApplicationFacts, EligibilityCode } from './eligibility.js';
import { ceilingVerdicts, ratioVerdict } from './money.js';
import type { Funding, RatioCode } from './money.js';
import type { Verdict } from './verdict.js';
import { sumWon } from './won.js';
import type { WonText } from './won.js';

/** A close of a call's window and when it was decided; UTC moments. */
export interface DecidedClose {
  readonly closes: string;
  readonly decidedAt: string;
}

/** A call's window now, and every close that was decided for it, the planned one first. */
export interface CallWindow {
  readonly window: Window;
  readonly history: readonly DecidedClose[];
}

/** What a pre-check asks about an application; `isWithinWindow` where it stands in no call, else `isWithinCall`. */
export type ScreeningCode =
  EligibilityCode | RatioCode | 'isWithinCompanyCeiling' | 'isProposalOpen' | 'isWithinCall';

/**
 * The facts of one application. `funding`: what it asks for; `companyAlready`: committed to the firm before, in won;
 * `proposal`: what the register says of the proposal that it answers, absent where none is asked for; `call`: the window
 * of the call in which it stands, absent outside of one.
 */
export interface ScreeningFacts extends ApplicationFacts {
  readonly funding: Funding;
  readonly companyAlready: WonText;
  readonly proposal?: 'open' | 'closed' | 'unknown';
  readonly call?: CallWindow;
}

type ScreeningTerms = Pick<
  Terms,
  'window' | 'concurrency' | 'sectors' | 'partners' | 'settings' | 'ratios' | 'money'
>;

/** The close in force at a UTC moment: the last that was decided by then, and before any decision the planned one. */
function closeAt({ window, history }: CallWindow, receivedAt: string): string {
  const decided = history.filter(({ decidedAt }) => msOf(decidedAt) <= msOf(receivedAt));
  return (decided.at(-1) ?? history[0] ?? window).closes;
}

/**
 * Whether something received at a UTC moment is in time for a call: by the close now in force, or by the one that was
 * in force when it was received. So an extension helps, and a shortening never harms what was received before it.
 */
export function isWithinCall(window: Window, history: readonly DecidedClose[], receivedAt: string): boolean {
  const then = { opens: window.opens, closes: closeAt({ window, history }, receivedAt) };
  return isWithinWindow(window, receivedAt) || isWithinWindow(then, receivedAt);
}

function callVerdict({ window, history }: CallWindow, receivedAt: string): Verdict<ScreeningCode> {
  const { opens, closes } = window;
  return {
    code: 'isWithinCall',
    ok: isWithinCall(window, history, receivedAt),
    evidence: { receivedAt, opens, closes },
  };
}

function ceilingVerdict(facts: ScreeningFacts, { money }: ScreeningTerms): Verdict<ScreeningCode>[] {
  // What the foreign partner costs is government money too: it stands outside of the ratios, not of the ceiling.
  const adding = sumWon([facts.funding.government, facts.funding.partnerCost]);
  const sums = { companyAlready: facts.companyAlready, yearAlready: '0', adding };
  const [company] = ceilingVerdicts(sums, money);
  return company === undefined ? [] : [{ ...company, code: 'isWithinCompanyCeiling' }];
}

function proposalVerdict({ proposal }: ScreeningFacts): Verdict<ScreeningCode>[] {
  if (proposal === undefined) return [];
  return [{ code: 'isProposalOpen', ok: proposal === 'open', evidence: { proposal } }];
}

/**
 * Everything the pre-check asks about one application, in a fixed order: time, bans, running projects, sector, partner,
 * the shares of the money, the firm's ceiling, the proposal. An officer confirms or overrules each no.
 */
export function screeningVerdicts(facts: ScreeningFacts, terms: ScreeningTerms): Verdict<ScreeningCode>[] {
  const [window, ...eligibility] = preCheckVerdicts(facts, terms);
  const inTime = facts.call === undefined ? window : callVerdict(facts.call, facts.receivedAt);
  return [
    ...(inTime === undefined ? [] : [inTime]),
    ...eligibility,
    ...ratioVerdict(facts.funding, terms.ratios),
    ...ceilingVerdict(facts, terms),
    ...proposalVerdict(facts),
  ];
}
