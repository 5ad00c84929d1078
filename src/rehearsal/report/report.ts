import type { Track } from '../../contract/names.js';
import type { Bilingual } from '../../charts/kernel/types.js';
import { editionHash } from '../../program/load.js';
import type { Cohort } from '../cohort/cohort.js';
import type { Case } from '../play/board.js';
import type { WaveFigures } from '../play/program.js';
import { announcementOf, checksOf } from './announcement.js';
import type { Check, Compared } from './announcement.js';
import type { Books, RefusalCount } from './books.js';
import { byTrack } from './by-track.js';
import { calendarOf, funnelOf, waitingOf } from './figures.js';
import type { Funnel, Milestone, Waiting } from './figures.js';
import { largestCompany, moneyOf } from './money.js';
import type { MoneyOfYear } from './money.js';
import { digestOf } from './outcomes.js';
import type { Outcome } from './outcomes.js';
import type { Traffic } from './traffic.js';

/**
 * What the rehearsal cost: seconds of real time, the most memory that all its processes had (MB; null if unknown), and its
 * days on which somebody did something (rounds) or something was due (passes).
 */
export interface Cost {
  readonly rounds: number;
  readonly passes: number;
  readonly seconds: number;
  readonly memoryMb: number | null;
  readonly cores: number;
  readonly node: string;
}

/** Everything that a rehearsal came to; money in whole won as digits. */
export interface Report {
  readonly edition: { readonly id: string; readonly hash: string; readonly title: Bilingual };
  readonly seed: number;
  readonly scale: number;
  readonly digest: string;
  readonly began: string;
  readonly ended: string;
  readonly announcement: readonly Compared[];
  readonly checks: readonly Check[];
  readonly funnel: Funnel;
  readonly states: Readonly<Record<string, Readonly<Record<Track, number>>>>;
  readonly calendar: readonly Milestone[];
  readonly money: readonly MoneyOfYear[];
  readonly ceilings: { readonly largestCompany: string; readonly companyCeiling: string };
  readonly waiting: readonly Waiting[];
  readonly refusals: readonly RefusalCount[];
  readonly waves: readonly WaveFigures[];
  readonly traffic: Traffic;
  readonly counts: Books['counts'];
  readonly stillOpen: readonly { readonly id: string; readonly state: string; readonly since: string }[];
  readonly cost: Cost;
  readonly outcomes: readonly Outcome[];
}

/** What a report is made from. */
export interface Played {
  readonly cohort: Cohort;
  readonly books: Books;
  readonly outcomes: readonly Outcome[];
  readonly open: readonly Case[];
  readonly proposals: number;
  readonly paidByPortal: bigint;
  readonly waves: readonly WaveFigures[];
  readonly traffic: Traffic;
  readonly began: string;
  readonly ended: string;
  readonly cost: Cost;
}

/** The report of what was played. */
export function reportOf(played: Played): Report {
  const { cohort, books, outcomes, open, cost, waves, traffic, began, ended } = played;
  const { edition, seed, scale } = cohort;
  const funnel = funnelOf(outcomes, books);
  const money = moneyOf(books, edition);
  const largest = largestCompany(books.ceilings);
  return {
    edition: { id: edition.id, hash: editionHash(edition), title: edition.title },
    ...{ seed, scale, digest: digestOf(outcomes), began, ended },
    announcement: announcementOf(played, funnel, money, largest),
    checks: checksOf(played, money),
    ...{ funnel, states: statesOf(outcomes), calendar: calendarOf(books), money },
    ceilings: { largestCompany: String(largest), companyCeiling: edition.money.companyCeiling },
    ...{ waiting: waitingOf(books), refusals: books.refusals, waves, traffic, counts: books.counts },
    stillOpen: open.map(({ id, state, since }) => ({ id, state, since })),
    ...{ cost, outcomes },
  };
}

function statesOf(outcomes: readonly Outcome[]): Report['states'] {
  const states = [...new Set(outcomes.map(({ state }) => state))].sort();
  return Object.fromEntries(
    states.map((state) => [
      state,
      byTrack((track) => outcomes.filter((one) => one.track === track && one.state === state).length),
    ]),
  );
}
