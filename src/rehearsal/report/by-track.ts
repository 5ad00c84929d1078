import { TRACKS } from '../../contract/names.js';
import type { Track } from '../../contract/names.js';

/** Something of every track. */
export function byTrack<Value>(of: (track: Track) => Value): Record<Track, Value> {
  return Object.fromEntries(TRACKS.map((track) => [track, of(track)])) as Record<Track, Value>;
}
