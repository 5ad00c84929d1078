import {
  BESIDE,
  BESIDE_PLURALS,
  COMPETITIONS,
  TRACKS,
  besideId,
  callId,
  projectId,
  trancheId,
} from '../contract/names.js';
import type { Beside, Competition, Track } from '../contract/names.js';
import { Refused, atTheDoor } from './refused.js';

/** A project's address as its parts stand in a URL. */
export interface ProjectAddress {
  readonly edition: string;
  readonly track: string;
  readonly number: string;
}

/** A tranche's address. */
export interface TrancheAddress extends ProjectAddress {
  readonly no: string;
}

/** A call's address: a track and one of its competitions. */
export interface CallAddress {
  readonly edition: string;
  readonly track: string;
  readonly competition: string;
}

/** The track of a slug such as `eco-bridge`, or undefined. */
export function trackOf(slug: string): Track | undefined {
  return TRACKS.find((track) => projectId('', track, 0).split('/')[2] === slug);
}

/** The id behind an address of a project or a tranche; throws Refused (`notFound`) for a track that isn't. */
export function idOf(address: ProjectAddress | TrancheAddress): string {
  const track = trackOf(address.track);
  if (!track) throw new Refused(atTheDoor('notFound'));
  const id = projectId(address.edition, track, Number(address.number));
  return 'no' in address ? trancheId(id, Number(address.no)) : id;
}

/** The id behind an address of what runs beside a project; throws Refused (`notFound`) for a track that isn't. */
export function besideIdOf(subject: Beside, { no, ...project }: TrancheAddress): string {
  return besideId(subject, idOf(project), Number(no));
}

/** The id behind an address of a call; throws Refused (`notFound`) for a track or a competition that isn't. */
export function callIdOf(address: CallAddress): string {
  const track = trackOf(address.track);
  const competition = competitionOf(address.competition);
  if (!track || !competition) throw new Refused(atTheDoor('notFound'));
  return callId(address.edition, track, competition);
}

/** The competition of the last part of a call's id, or undefined. */
export function competitionOf(slug: string | undefined): Competition | undefined {
  return COMPETITIONS.find((each) => each === slug);
}

/** The number in a project's id. */
export function numberOf(id: string): number {
  return Number(id.split('/')[3]);
}

/** Where each kind of case is read, by the first part of its id; a tranche's id begins as its project's. */
const PLACES: Readonly<Record<string, string>> = { project: 'projects', call: 'calls', ...BESIDE_PLURALS };

/** What runs beside a project, with the name of its address and of its list. */
export const BESIDES = BESIDE.map((subject) => ({ subject, plural: BESIDE_PLURALS[subject] }));

/**
 * Where a case is read, such as `/v1/projects/2026/structured/0042`, `/v1/tranches/…/0042/1`, `/v1/changes/…/0042/1` or
 * `/v1/calls/2026/structured/selection`.
 */
export function hrefOf(id: string): string {
  const [kind = '', ...rest] = id.split('/');
  if (rest[3] === 'tranche') return `/v1/tranches/${rest.filter((part) => part !== 'tranche').join('/')}`;
  return `/v1/${PLACES[kind] ?? 'projects'}/${rest.join('/')}`;
}

/** Where a command is read. */
export function commandHref(id: string): string {
  return `/v1/commands/${id}`;
}

/** Where a bulk is read. */
export function bulkHref(id: string): string {
  return `/v1/bulk/${id}`;
}
