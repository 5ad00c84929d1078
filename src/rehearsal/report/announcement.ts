import type { Bilingual } from '../../charts/kernel/types.js';
import { TRACKS } from '../../contract/names.js';
import type { Track } from '../../contract/names.js';
import { placesOf } from '../cohort/entrants.js';
import type { Funnel } from './figures.js';
import type { MoneyOfYear } from './money.js';
import type { Played } from './report.js';

/** A number of the announcement, for a cohort of this scale, beside the one that came out. */
export interface Compared {
  readonly what: Bilingual;
  readonly announced: string;
  readonly cameOut: string;
  readonly agrees: boolean;
}

/** Something that has to hold at the end, and what was found. */
export interface Check {
  readonly what: Bilingual;
  readonly holds: boolean;
  readonly found: string;
}

/** How far "about" reaches: a number that the announcement itself only gives as about so many. */
const ABOUT = 0.03;

/** The announcement's numbers beside those that came out. */
export function announcementOf(
  { cohort, proposals }: Played,
  funnel: Funnel,
  money: readonly MoneyOfYear[],
  largest: bigint,
): Compared[] {
  const { edition, scale } = cohort;
  const exactly = (ko: string, en: string, announced: number, came: number): Compared => ({
    ...{ what: { ko, en }, announced: String(announced), cameOut: String(came), agrees: announced === came },
  });
  const about = (ko: string, en: string, announced: number, came: number): Compared => ({
    ...{ what: { ko, en }, announced: `~${announced}`, cameOut: String(came) },
    agrees: Math.abs(came - announced) <= Math.max(1, announced * ABOUT),
  });
  const atMost = (ko: string, en: string, limit: string, came: bigint): Compared => ({
    ...{ what: { ko, en }, announced: `≤ ${limit}`, cameOut: String(came), agrees: came <= BigInt(limit) },
  });
  const places = (track: Track): number => Math.max(1, Math.round(edition.tracks[track].capacity * scale));
  const agreed = funnel.agreed;
  const all = TRACKS.reduce((sum, track) => sum + agreed[track], 0);
  const expected = TRACKS.reduce((sum, track) => sum + places(track), 0);
  // Announced is a number for the whole program; a smaller cohort has about its share.
  const inAll = scale === 1 ? exactly : about;
  const first = money.find(({ year }) => year === String(edition.year));
  return [
    exactly(
      '협력기관 기술제안',
      'Technology proposals of partners',
      edition.tracks.structured.proposals ?? 0,
      proposals,
    ),
    about(
      '사전기획형 1차 선정',
      'Structured, first selection',
      placesOf(edition, 'structured', scale),
      funnel.selected.structured,
    ),
    about(
      '사전기획형 본 연구 진입',
      'Structured, into full research',
      places('structured'),
      agreed.structured,
    ),
    exactly('예비연구형 (MIT ILP)', 'MIT ILP', places('mitIlp'), agreed.mitIlp),
    exactly('자유공모형', 'Autonomous', places('autonomous'), agreed.autonomous),
    exactly('에코브리지형', 'Eco-Bridge', places('ecoBridge'), agreed.ecoBridge),
    inAll('신규 과제 합계', 'New projects in all', scale === 1 ? edition.newProjects : expected, all),
    atMost('기업당 지원 한도 (원)', "A company's ceiling, in won", edition.money.companyCeiling, largest),
    atMost(
      '첫해 예산 (원)',
      "The first year's budget, in won",
      edition.money.yearBudget,
      BigInt(first?.releasedInAll ?? '0'),
    ),
  ];
}

/** What has to hold at the end of every rehearsal. */
export function checksOf(
  { books, open, outcomes, paidByPortal, cohort }: Played,
  money: readonly MoneyOfYear[],
): Check[] {
  const { counts, ceilings } = books;
  const passed = ceilings.filter(({ used, cap }) => used > cap);
  const released = money.reduce((sum, { releasedInAll }) => sum + BigInt(releasedInAll), 0n);
  const check = (ko: string, en: string, holds: boolean, found: string): Check => ({
    what: { ko, en },
    holds,
    found,
  });
  const ended = outcomes.filter(({ state, endedOn }) => state === 'notReceived' || endedOn !== null).length;
  return [
    check(
      '모든 신청이 종결되었음',
      'Every application came to an end',
      open.length === 0,
      `${ended} / ${cohort.entrants.length}`,
    ),
    check(
      '기록 없이 지난 기한이 없음',
      'No clock was missed without a record',
      counts.overdue === 0,
      `${counts.overdue}; ${counts.passedDeadlines} recorded / 기록됨`,
    ),
    check(
      '초과된 한도가 없음',
      'No ceiling was passed',
      passed.length === 0,
      `${passed.length} / ${ceilings.length}`,
    ),
    check(
      '포털 지급액과 원장이 일치함',
      'The portal paid what the books released',
      paidByPortal === released,
      `${paidByPortal} = ${released}`,
    ),
  ];
}
