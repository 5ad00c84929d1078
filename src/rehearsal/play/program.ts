import { TRACKS, callId } from '../../contract/names.js';
import type { Track } from '../../contract/names.js';
import type { Log } from '../../server/child.js';
import type { Day } from '../../rules/calendar.js';
import type { Entrant } from '../cohort/entrants.js';
import { Agency } from './agency.js';
import { extendWindow, reconcile } from './bad-days.js';
import { earliest, koreanDay, roundOf } from './days.js';
import { Intake, LAST_MINUTE_MS, wavesOf } from './intake.js';
import type { Wave } from './intake.js';
import { fillRegisters } from './registers.js';
import type { Rounds } from './rounds.js';

/** How long the rehearsal goes on for cases that don't come to an end. */
const LAST_DAY = '2032-06-30';

/** A day on which more is done is played again until nothing is left; no day has more than this. */
const MOST_IN_A_DAY = 12;

/** What was measured of a wave of applications: how many, from the first request to the last answer, in milliseconds. */
export interface WaveFigures {
  readonly track: Track;
  readonly what: Wave['what'];
  readonly applications: number;
  readonly ms: number;
}

type TracksWave = Wave & { readonly track: Track };

/** Plays the program from its registers to the last settlement. Gives back how each wave of applications went. */
export async function playProgram(rounds: Rounds, say: Log): Promise<WaveFigures[]> {
  const agency = new Agency(rounds);
  say('명부와 공고 준비 / registers and calls');
  await fillRegisters(rounds.courier, rounds.cohort);
  for (const track of TRACKS) await agency.plan(track, 'selection');
  const figures = await takeIn(rounds, agency, say);
  await playOn(rounds, agency, say, LAST_DAY);
  return figures;
}

/** The applications of all tracks, in the order of their instants; between them, the days are played as ever. */
async function takeIn(rounds: Rounds, agency: Agency, say: Log): Promise<WaveFigures[]> {
  const { cohort, courier, board } = rounds;
  const intake = new Intake(courier, cohort.edition.id);
  const figures: WaveFigures[] = [];
  const filed = new Map<Track, readonly Entrant[]>();
  const waves = TRACKS.flatMap((track): TracksWave[] => {
    const window = board.find(callId(cohort.edition.id, track, 'selection'))?.facts['window'];
    const { closes } = window as { readonly closes: string };
    const entrants = cohort.entrants.filter((entrant) => entrant.track === track);
    return wavesOf(entrants, closes).map((wave) => ({ ...wave, track }));
  });
  for (const at of [...new Set(waves.map((wave) => wave.at))].sort()) {
    const together = waves.filter((wave) => wave.at === at);
    for (const { entrants } of together) await intake.prepare(entrants);
    await playOn(rounds, agency, say, koreanDay(at));
    await rounds.hurryTo(at);
    for (const wave of together) await beforehand(rounds, wave);
    // All at once: the last minute of two tracks is one and the same.
    figures.push(...(await Promise.all(together.map((wave) => sent(intake, wave, say)))));
    await rounds.rest();
    for (const { what, track, entrants } of together) if (what === 'import') filed.set(track, entrants);
    for (const { what, track } of together)
      if (what === 'too late') await reconcile(rounds, track, filed.get(track) ?? [], at);
  }
  return figures;
}

/** What the agency does shortly before a wave: Eco-Bridge's close is moved on as firms are about to send. */
async function beforehand(rounds: Rounds, { track, what, at }: TracksWave): Promise<void> {
  const closes = new Date(Date.parse(at) + LAST_MINUTE_MS).toISOString();
  if (track === 'ecoBridge' && what === 'last minute') await extendWindow(rounds, track, closes);
}

async function sent(intake: Intake, wave: TracksWave, say: Log): Promise<WaveFigures> {
  const { track, what, entrants, at } = wave;
  say(`${koreanDay(at)}  ${track}: ${what}, ${entrants.length}`);
  const began = performance.now();
  await intake.send(wave);
  return { track, what, applications: entrants.length, ms: performance.now() - began };
}

/** Plays one day after the other until `end`, or until nobody waits for anything any more. */
async function playOn(rounds: Rounds, agency: Agency, say: Log, end: Day): Promise<void> {
  for (let today = await rounds.today(); ;) {
    await playDay(rounds, agency, today);
    const next = earliest([rounds.nextDay(today), agency.nextDay(today)].filter((day) => day !== undefined));
    if (next === undefined || next >= end) return;
    await rounds.goTo(next);
    // Deadlines on the way may have brought something new for a day before.
    today = await rounds.today();
    say(`${today}  ${rounds.board.open().length} open / 진행 중`);
  }
}

async function playDay(rounds: Rounds, agency: Agency, today: Day): Promise<void> {
  // What is due on a day is done in its round: before it has begun, the day before is played to its end.
  if ((await rounds.house.time.now()) < roundOf(today)) return;
  for (let times = 0; times < MOST_IN_A_DAY; times += 1) {
    const done = (await agency.playDay(today)) + (await rounds.playDay(today));
    if (done === 0) return;
  }
}
