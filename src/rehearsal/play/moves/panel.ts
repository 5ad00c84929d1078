import { ASSUMED } from '../../cohort/assumptions.js';
import type { Person } from '../../cohort/people.js';
import { staff } from '../../cohort/people.js';
import { after } from '../days.js';
import type { Data, Move, Turn } from './move.js';

const { panelists: rates } = ASSUMED;

interface Seat {
  readonly person: string;
  readonly score: { readonly total: number; readonly revisedFrom?: number } | null;
  readonly replacedBy: string | null;
  readonly recused: string | null;
}

/** What a panel is told: the criteria of the competition, and who could come instead of one that is missing. */
export interface Evaluating {
  readonly criteria: readonly string[];
  readonly substitutes: readonly Person[];
}

/** How long a member who doesn't answer is waited for. */
const WAIT_DAYS = 12;

/** What a panel's members, and the officer, do while it scores. `round` tells the two competitions apart. */
export function scoring(turn: Turn, evaluating: Evaluating, round: string): Move[] {
  const seats = seatsOf(turn);
  return seats.flatMap((seat, index) => {
    if (seat.score !== null || seat.replacedBy !== null) return [];
    const isFirst = index < firstSeats(seats);
    const happens = (rate: number, what: string): boolean =>
      isFirst && turn.happens(rate, what, round, index);
    if (seat.recused !== null || happens(rates.absent, 'absent'))
      return [replacing(turn, evaluating, seat, seat.recused === null)];
    const on = after(
      turn.one.since,
      turn.cohort.dice.between(1, 4, 'scores', turn.entrant.key, round, index),
    );
    if (happens(rates.recuses, 'recuses'))
      return [move(turn, seat, on, 'RECUSE', { kind: 'money-or-joint-work' })];
    return [move(turn, seat, on, 'SCORE', scoreOf(turn, evaluating, round, index))];
  });
}

/** A panel far apart meets again: who stood alone thinks again, then the officer closes it. */
export function moderation(turn: Turn, evaluating: Evaluating, round: string): Move[] {
  const seats = seatsOf(turn);
  const counted = seats.filter(({ score }) => score !== null);
  const lowest = counted.toSorted((a, b) => (a.score?.total ?? 0) - (b.score?.total ?? 0))[0];
  if (lowest && lowest.score?.revisedFrom === undefined) {
    const scores = scoresOf(turn, evaluating, round, -1);
    return [move(turn, lowest, after(turn.one.since, 3), 'REVISE_SCORE', { scores, ...justification })];
  }
  const note = '평가위원 간 논의를 거쳐 평점을 확정하였습니다.';
  return [
    {
      on: after(turn.one.since, 5),
      who: staff('officer'),
      about: turn.one,
      type: 'MODERATE',
      data: { note },
    },
  ];
}

function seatsOf({ one }: Turn): readonly Seat[] {
  return (one.facts['panel'] as { readonly members: readonly Seat[] } | null)?.members ?? [];
}

/** How many seats the panel had before anybody was replaced; who comes instead does come. */
function firstSeats(seats: readonly Seat[]): number {
  return seats.length - seats.filter(({ replacedBy }) => replacedBy !== null).length;
}

function move(turn: Turn, { person }: Seat, on: string, type: string, data: Data): Move {
  const who: Person = { person, role: 'panelMember', org: person.replace('panelist', 'institute') };
  return { on, who, about: turn.one, type, data };
}

const justification = {
  justification: { ko: '제출자료를 근거로 평가하였습니다.', en: 'By what was submitted.' },
};

function scoreOf(turn: Turn, evaluating: Evaluating, round: string, index: number): Data {
  return { scores: scoresOf(turn, evaluating, round, index), ...justification };
}

/** Points for each criterion: the application's quality, the member's own measure, and here and there one far off. */
function scoresOf({ cohort, entrant }: Turn, { criteria }: Evaluating, round: string, index: number): Data {
  const { dice } = cohort;
  const isFar = index >= 0 && dice.chance(rates.farApart, 'far apart', entrant.key, round, index);
  const own = 4 * dice.normal('measure', entrant.key, round, index) - (isFar ? 40 : 0);
  const points = (criterion: string): number => {
    const drawn = entrant.quality + own + 4 * dice.normal('points', entrant.key, round, index, criterion);
    return Math.min(100, Math.max(0, Math.round(drawn * 2) / 2));
  };
  return Object.fromEntries(criteria.map((criterion) => [criterion, points(criterion)]));
}

/** Somebody comes instead: the first who isn't on the panel yet, another one at each try. */
function replacing(turn: Turn, { substitutes }: Evaluating, seat: Seat, isAbsent: boolean): Move {
  const known = seatsOf(turn).map(({ person }) => person);
  const free = substitutes.filter(({ person }) => !known.includes(person));
  const by = turn.cohort.dice.pick(free, 'substitute', turn.entrant.key, seat.person, turn.tries).person;
  const ground = isAbsent ? '평가위원이 기한 내 평가하지 않았습니다.' : '평가위원이 회피하였습니다.';
  const on = after(turn.one.since, isAbsent ? WAIT_DAYS : 6);
  return {
    on,
    who: staff('officer'),
    about: turn.one,
    type: 'REPLACE_MEMBER',
    data: { member: seat.person, by, ground },
  };
}
