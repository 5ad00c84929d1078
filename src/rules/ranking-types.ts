import type { TermsEvaluation, TermsRanking, Words } from '../program/types.js';
import type { WonText } from './won.js';

/**
 * One project in a competition. `score`, `criteria`: hundredths of a point; `preferencePoints`: points; `grant`,
 * `firstTranche`: whole won. `isPromised`: its selection was notified, `isAgreed`: its agreement was concluded; neither
 * can be taken back by a list.
 */
export interface Entrant {
  readonly id: string;
  readonly number: number;
  readonly companyId: string;
  readonly proposalId: string | null;
  readonly score: number;
  readonly criteria: Readonly<Record<string, number>>;
  readonly preferencePoints: number;
  readonly grant: WonText;
  readonly firstTranche: WonText;
  readonly isAgreed: boolean;
  readonly isPromised: boolean;
}

/**
 * What a ranking goes by. `budget`: whole won for first tranches, null for no limit; `threshold`: points without
 * preferences; `tieBreaks`: criterion ids in their order; `reserveShare`: basis points of the capacity; `names`: what
 * the criteria are called in derivations, their ids where it is absent.
 */
export interface RankingTerms
  extends
    Pick<TermsEvaluation, 'threshold' | 'mostPreferencePoints'>,
    Pick<TermsRanking, 'reserveShare' | 'mostPerProposal' | 'mostPerFirm'> {
  readonly capacity: number;
  readonly budget: WonText | null;
  readonly tieBreaks: readonly string[];
  readonly names?: Readonly<Record<string, Words>>;
}

/** What a list says of a project. */
export type RankOutcome = 'selected' | 'reserve' | 'rejected';

/** Why the rules did not select; by exception, `ground` holds the committee's own words instead. */
export type RankGround =
  'below-threshold' | 'beyond-capacity' | 'beyond-budget' | 'same-firm' | 'same-proposal';

/**
 * Where a project stands. `total`: hundredths of a point with preferences; `reserveRank`: from 1, null outside the
 * reserve; `tieBrokenBy`: the criterion, or "number", that parted it from its neighbour of equal total. `derivation`
 * tells its firm how it came to stand there and names no other project's figures.
 */
export interface Place extends Entrant {
  readonly rank: number;
  readonly total: number;
  readonly outcome: RankOutcome;
  readonly reserveRank: number | null;
  readonly ground: string | null;
  readonly tieBrokenBy: string | null;
  readonly isException: boolean;
  readonly derivation: readonly Words[];
}

/** A ranked list: its places by rank, how many of each outcome, and the first tranches of the selected in won. */
export interface Ranking {
  readonly places: readonly Place[];
  readonly selected: number;
  readonly reserve: number;
  readonly rejected: number;
  readonly budgetUsed: WonText;
}

/** What the committee decides otherwise for one project; `grant`: whole won, where it isn't the one on the list. */
export interface RankException {
  readonly projectId: string;
  readonly outcome: RankOutcome;
  readonly ground: string;
  readonly grant?: WonText;
}
