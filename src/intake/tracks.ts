import type { Track } from '../contract/names.js';

const NAMES: Readonly<Record<Track, readonly string[]>> = {
  mitIlp: ['예비연구형', 'mit ilp', 'mit-ilp', 'mit'],
  structured: ['사전기획·수요연계형', '사전기획형', '수요연계형', '사전기획수요연계형', 'structured'],
  autonomous: ['자유공모형', '자유공모', 'autonomous'],
  ecoBridge: ['에코브릿지', '에코브리지', 'eco-bridge', 'ecobridge'],
};

const TRACK_BY = new Map(
  Object.entries(NAMES).flatMap(([track, names]) =>
    [track, ...names].map((name) => [simple(name), track as Track]),
  ),
);

/** The track of a name that people give it in either language, or undefined. */
export function trackNamed(name: string): Track | undefined {
  return TRACK_BY.get(simple(name));
}

function simple(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
