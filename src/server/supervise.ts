import { setTimeout as sleep } from 'node:timers/promises';
import type { Child, Log, OnSpawn } from './child.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
// One that ran for this long had recovered: its next failure is a new one.
const STEADY_MS = 60_000;

/** A part of the service that is kept running: its name for people, and how it is started. */
export interface Part {
  readonly name: string;
  readonly start: (onSpawn: OnSpawn) => Promise<Child>;
  /** Told of each process, so that it can be recorded. */
  readonly onSpawn: OnSpawn;
  readonly say: Log;
}

/** How often a part has ended by itself, how it ended last (`exit code 1`), and what it printed last before that. */
export interface Endings {
  readonly times: number;
  readonly how: string;
  readonly tail: string;
}

/** A part under supervision; `stop` ends it and its supervision. */
export interface Supervised {
  readonly name: string;
  readonly endings: () => Endings;
  readonly stop: () => Promise<void>;
}

/** Starts a part, and starts it again, with growing pauses, whenever it ends by itself. Throws when the first start fails. */
export async function supervise(part: Part): Promise<Supervised> {
  const stopping = new AbortController();
  let child = await part.start(part.onSpawn);
  let endings: Endings = { times: 0, how: '', tail: '' };
  const watch = async (): Promise<void> => {
    let wait = FIRST_WAIT_MS;
    while (!stopping.signal.aborted) {
      const began = performance.now();
      const how = await child.exited;
      if (stopping.signal.aborted) return;
      if (performance.now() - began > STEADY_MS) wait = FIRST_WAIT_MS;
      endings = { times: endings.times + 1, how, tail: child.tail() };
      part.say(
        `${part.name} ended by itself (${how}); starting it again in ${wait / 1000} s\n${endings.tail}`,
      );
      child = (await again(part, wait, stopping.signal)) ?? child;
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  };
  const watching = watch();
  const stop = async (): Promise<void> => {
    stopping.abort();
    await child.stop();
    await watching;
    await child.stop();
  };
  return { name: part.name, endings: () => endings, stop };
}

async function again(part: Part, wait: number, signal: AbortSignal): Promise<Child | undefined> {
  try {
    await sleep(wait, undefined, { signal });
    const child = await part.start(part.onSpawn);
    part.say(`${part.name} runs again`);
    return child;
  } catch (error) {
    if (!signal.aborted) part.say(`${part.name} can't be started: ${String(error)}`);
    return undefined;
  }
}
