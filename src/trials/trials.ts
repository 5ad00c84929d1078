import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../server/child.js';
import { startControl } from './director/control.js';
import { Strikes } from './director/strikes.js';
import type { Executioner } from './director/moments.js';
import { openHouse } from './house/house.js';
import type { House } from './house/house.js';
import type { Part } from './house/part.js';
import { holdPostings } from './house/postings.js';
import { untilAnswers } from './house/programs.js';
import { trialsOf } from './plan/plan.js';
import { Courier } from './play/courier.js';
import { madeReady, playedAll } from './play/round.js';
import type { ReadyTrial, Table } from './play/round.js';
import { Watch } from './play/watch.js';
import { checksOf } from './report/checks.js';
import type { Check, PlayedTrial } from './report/checks.js';
import { evidenceOf } from './report/evidence.js';
import type { Evidence } from './report/evidence.js';
import { reportOf } from './report/report.js';
import type { TrialsReport } from './report/report.js';

/** How many trials, and by which seed. */
export interface TrialsWish {
  readonly count: number;
  readonly seed: number;
}

const MINUTE_MS = 60_000;
const POLL_MS = 500;

/**
 * Tries releases on bad days: real servers and workers of its own, each of which is killed at the planned moments. Gives
 * back what was found; whatever was started has ended by then. Throws where it couldn't be tried.
 */
export async function tryReleases(wish: TrialsWish, say: Log): Promise<TrialsReport> {
  const strikes: { current?: Strikes } = {};
  const control = await startControl(() => strikesIn(strikes));
  try {
    say('starting PostgreSQL, Temporal, the portal, the API and the workers');
    const house = await openHouse(control.url, say);
    try {
      strikes.current = new Strikes(executionerOf(house));
      return await tried(house, strikes.current, wish, say);
    } finally {
      strikes.current?.end();
      await house.close();
    }
  } finally {
    await control.stop();
  }
}

function strikesIn({ current }: { readonly current?: Strikes }): Strikes {
  if (current === undefined) throw new Error('nothing is being tried yet');
  return current;
}

async function tried(
  house: House,
  strikes: Strikes,
  { count, seed }: TrialsWish,
  say: Log,
): Promise<TrialsReport> {
  const began = performance.now();
  const trials = trialsOf(seed, count);
  const courier = new Courier(house.api, house.signIn);
  const watch = new Watch(house.ledger);
  const watching = watch.run();
  try {
    say(`making ${count} trials ready`);
    const table = { courier, watch, strikes, say };
    const ready = await madeReady(trials, table);
    const preparing = secondsSince(began);
    say('playing them, while things die');
    const played = await playedUntilQuiet(ready, table);
    const { evidence, checks } = await judged(house, strikes, played);
    const seconds = { preparing, playing: secondsSince(began) - preparing, all: secondsSince(began) };
    const falls = Object.fromEntries([...house.parts].map(([name, part]) => [name, part.falls]));
    const { struck, kills, overtaken } = strikes;
    const askedAgain = courier.again;
    return reportOf({ seed, trials, seconds, struck, kills, overtaken, falls, askedAgain, evidence, checks });
  } finally {
    watch.end();
    courier.close();
    await watching;
  }
}

/** Plays them all, until every strike has fallen; a minute after the last one nobody is waited for any more. */
async function playedUntilQuiet(ready: readonly ReadyTrial[], table: Table): Promise<PlayedTrial[]> {
  const { strikes, watch } = table;
  const striking = strikes.run();
  let isPlayed = false;
  const playing = playedAll(ready, table).finally(() => (isPlayed = true));
  while (!(isPlayed && strikes.areOver) && !isMinuteOver(strikes)) await sleep(POLL_MS);
  watch.end();
  strikes.end();
  await striking;
  return playing;
}

interface Judged {
  readonly evidence: Evidence;
  readonly checks: readonly Check[];
}

/** Looks at everything until all of it holds, for a minute after the last strike: what follows from a release takes its time. */
async function judged(house: House, strikes: Strikes, played: readonly PlayedTrial[]): Promise<Judged> {
  for (;;) {
    const evidence = await evidenceOf(house);
    const { left, overtaken, struck } = strikes;
    const checks = checksOf(evidence, played, { left, overtaken, struck: struck.length });
    if (checks.every(({ holds }) => holds) || isMinuteOver(strikes)) return { evidence, checks };
    await sleep(POLL_MS);
  }
}

function isMinuteOver({ lastAt }: Strikes): boolean {
  return lastAt > 0 && Date.now() - lastAt > MINUTE_MS;
}

function executionerOf({ parts, ownerUrl, api }: House): Executioner {
  const part = (name: string): Part => {
    const found = parts.get(name);
    if (found === undefined) throw new Error(`no process ${name}`);
    return found;
  };
  return {
    kill: (name) => part(name).kill(),
    again: async (name) => {
      await part(name).again();
      await untilAnswers(`${api}/readyz`);
    },
    holdPostings: () => holdPostings(ownerUrl),
  };
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 1_000);
}
