import { TRACKS } from '../../contract/names.js';
import type { Track } from '../../contract/names.js';
import { msOf } from '../../rules/calendar.js';
import type { Day } from '../../rules/calendar.js';
import { koreanDay } from '../play/days.js';
import type { Books, Happening } from './books.js';
import type { Outcome } from './outcomes.js';

/** How many projects of a track came to each step of the funnel. */
export type Funnel = Readonly<Record<Step, Readonly<Record<Track, number>>>>;

const STEPS = {
  applied: () => true,
  received: ({ state }) => state !== 'notReceived',
  screened: ({ state, score }) =>
    score !== null || !['notReceived', 'ineligible', 'submitted'].includes(state),
} as const satisfies Readonly<Record<string, (outcome: Outcome) => boolean>>;

/** Events and states by which the further steps are counted: a project counts once. */
const PASSED = {
  evaluated: (one: Happening) => one.to === 'deliberation',
  selected: (one: Happening) => one.type === 'SELECTED_BY_CALL' && one.from === 'deliberation',
  promoted: (one: Happening) => one.type === 'PROMOTED',
  roadmapSubmitted: (one: Happening) => one.type === 'COSIGN_ROADMAP',
  roadmapSelected: (one: Happening) => one.type === 'SELECTED_BY_CALL' && one.from !== 'deliberation',
  gaveUpPlace: (one: Happening) =>
    ['DECLINE_SELECTION', 'CANCEL_SELECTION'].includes(one.type) || one.to === 'expired',
  agreed: (one: Happening) => one.type === 'COUNTERSIGN_AGREEMENT',
  objected: (one: Happening) => one.type === 'FILE_OBJECTION',
  specialEvaluation: (one: Happening) =>
    one.to.startsWith('specialEvaluation') && !one.from?.startsWith('specialEvaluation'),
  completed: (one: Happening) => one.to === 'closed',
  terminated: (one: Happening) => one.to === 'terminated',
} as const;

export type Step = keyof typeof STEPS | keyof typeof PASSED;

/** The funnel of every track. */
export function funnelOf(outcomes: readonly Outcome[], { happenings }: Books): Funnel {
  const counts: [Step, Record<Track, number>][] = [];
  for (const [step, counted] of Object.entries(STEPS) as [Step, (outcome: Outcome) => boolean][])
    counts.push([
      step,
      perTrack((track) => outcomes.filter((one) => one.track === track && counted(one)).length),
    ]);
  const projects = happenings.filter(({ subject }) => subject.endsWith('Project'));
  for (const [step, passed] of Object.entries(PASSED) as [Step, (one: Happening) => boolean][])
    counts.push([
      step,
      perTrack((track) => idsOf(projects.filter((one) => one.track === track && passed(one))).size),
    ]);
  return Object.fromEntries(counts) as unknown as Funnel;
}

function idsOf(happenings: readonly Happening[]): Set<string> {
  return new Set(happenings.map(({ project }) => project));
}

function perTrack(count: (track: Track) => number): Record<Track, number> {
  return Object.fromEntries(TRACKS.map((track) => [track, count(track)])) as Record<Track, number>;
}

/** When a step was reached: by the first, by half, and by the last of a track's projects (Korean days). */
export interface Milestone {
  readonly name: string;
  readonly track: Track;
  readonly first: Day;
  readonly median: Day;
  readonly last: Day;
  readonly count: number;
}

const MILESTONES: Readonly<Record<string, (one: Happening) => boolean>> = {
  received: ({ type }) => type === 'SUBMIT',
  evaluated: ({ to }) => to === 'deliberation',
  notified: ({ type, from }) =>
    ['SELECTED_BY_CALL', 'REJECTED_BY_CALL', 'PUT_ON_RESERVE'].includes(type) && from === 'deliberation',
  roadmapCoSigned: ({ type }) => type === 'COSIGN_ROADMAP',
  roadmapNotified: ({ type, from }) =>
    ['SELECTED_BY_CALL', 'REJECTED_BY_CALL', 'PUT_ON_RESERVE'].includes(type) && from !== 'deliberation',
  agreed: ({ type }) => type === 'COUNTERSIGN_AGREEMENT',
  firstRelease: ({ subject, to, id }) => subject === 'tranche' && to === 'released' && id.endsWith('/1'),
  lastRelease: ({ subject, to, id }) => subject === 'tranche' && to === 'released' && id.endsWith('/3'),
  finalReport: ({ type }) => type === 'SUBMIT_FINAL_REPORT',
  closed: ({ to }) => to === 'closed',
};

/** When each track's projects reached each step. */
export function calendarOf({ happenings }: Books): Milestone[] {
  return Object.entries(MILESTONES).flatMap(([name, isIt]) =>
    TRACKS.flatMap((track) => {
      const days = happenings
        .filter((one) => one.track === track && isIt(one))
        .map(({ at }) => koreanDay(at))
        .sort();
      const [first, median, last] = [days[0], days[Math.floor(days.length / 2)], days.at(-1)];
      return first && median && last ? [{ name, track, first, median, last, count: days.length }] : [];
    }),
  );
}

/** How long something took, in days: for half, for nine of ten, and for the slowest. */
export interface Waiting {
  readonly name: string;
  readonly count: number;
  readonly median: number;
  readonly ninety: number;
  readonly longest: number;
}

const DAY_MS = 86_400_000;

type Is = (one: Happening) => boolean;

const WAITS: Readonly<Record<string, readonly [Is, Is]>> = {
  applicationToNotice: [
    ({ type }) => type === 'SUBMIT',
    ({ type }) => /_BY_CALL$|^PUT_ON_RESERVE$/.test(type),
  ],
  objectionToDecision: [
    ({ type }) => type === 'OPEN_OBJECTION',
    ({ subject, to }) => subject === 'objection' && /upheld|dismissed/.test(to),
  ],
  selectionToAgreement: [
    ({ to }) => to.startsWith('agreementPending'),
    ({ type }) => type === 'COUNTERSIGN_AGREEMENT',
  ],
  claimToRelease: [({ type }) => type === 'CLAIM', ({ to }) => to === 'released'],
  reportToEvaluation: [({ type }) => type === 'SUBMIT_STAGE_REPORT', ({ type }) => type === 'EVALUATE_STAGE'],
  finalReportToClosure: [({ type }) => type === 'SUBMIT_FINAL_REPORT', ({ to }) => to === 'closed'],
};

/** How long firms and the agency waited for each other: from the first such event of a case to the next one that ends it. */
export function waitingOf({ happenings }: Books): Waiting[] {
  return Object.entries(WAITS).map(([name, [begins, ends]]) => {
    const open = new Map<string, number>();
    const days: number[] = [];
    for (const one of happenings) {
      const since = open.get(one.id);
      if (since !== undefined && ends(one)) {
        days.push((msOf(one.at) - since) / DAY_MS);
        open.delete(one.id);
      } else if (since === undefined && begins(one)) open.set(one.id, msOf(one.receivedAt));
    }
    days.sort((a, b) => a - b);
    const at = (part: number): number =>
      Math.round((days[Math.floor((days.length - 1) * part)] ?? 0) * 10) / 10;
    return { name, count: days.length, median: at(0.5), ninety: at(0.9), longest: at(1) };
  });
}
