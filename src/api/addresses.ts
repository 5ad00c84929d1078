import { TRACKS, projectId, trancheId } from '../contract/names.js';
import type { Track } from '../contract/names.js';
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

/** The number in a project's id. */
export function numberOf(id: string): number {
  return Number(id.split('/')[3]);
}

/** Where a case is read, such as `/v1/projects/2026/structured/0042`; for a tranche `/v1/tranches/…/0042/1`. */
export function hrefOf(id: string): string {
  const [, edition, slug, number, , no] = id.split('/');
  const project = `${edition}/${slug}/${number}`;
  return no === undefined ? `/v1/projects/${project}` : `/v1/tranches/${project}/${no}`;
}

/** Where a command is read. */
export function commandHref(id: string): string {
  return `/v1/commands/${id}`;
}
