import type { Log } from '../../server/child.js';
import type { Strikes } from '../director/strikes.js';
import type { Trial } from '../plan/plan.js';
import type { PlayedTrial } from '../report/checks.js';
import type { Courier } from './courier.js';
import { Desk } from './desk.js';
import { prepared } from './preparation.js';
import type { Claimable } from './preparation.js';
import { played } from './trial.js';
import type { Watch } from './watch.js';

/** What a round of trials is played with. */
export interface Table {
  readonly courier: Courier;
  readonly watch: Watch;
  readonly strikes: Strikes;
  readonly say: Log;
}

/** A trial whose tranches can be claimed: one, or two of one company. */
export interface ReadyTrial extends Trial {
  readonly tranches: readonly Claimable[];
}

const PREPARED_AT_ONCE = 16;
const PLAYED_AT_ONCE = 160;
const SAY_EVERY = 100;

/** So small that a year's budget has room for thousands of them; two of the large ones are more than a company's ceiling. */
const GRANT = '8000000';
const LARGE_GRANT = '800000000';

/** Makes every trial ready, while nothing fails yet. */
export function madeReady(trials: readonly Trial[], { courier, watch, say }: Table): Promise<ReadyTrial[]> {
  return atOnce(PREPARED_AT_ONCE, trials, counted('ready', trials.length, say), async (trial) => {
    const company = `company-trial-${String(trial.no).padStart(4, '0')}`;
    const grants = trial.scene === 'ceiling' ? [LARGE_GRANT, LARGE_GRANT] : [GRANT];
    const tranches: Claimable[] = [];
    for (const grant of grants) tranches.push(await prepared(courier, watch, company, grant));
    return { ...trial, tranches };
  });
}

/** Plays every trial, many at once, while what is planned for each strikes. */
export function playedAll(trials: readonly ReadyTrial[], table: Table): Promise<PlayedTrial[]> {
  const { strikes, say } = table;
  const desk = new Desk(table.courier);
  return atOnce(PLAYED_AT_ONCE, trials, counted('played', trials.length, say), async (trial) => {
    const { no, scene, tranches, portal } = trial;
    const keys = tranches.map(({ id }) => id);
    strikes.plan(no, keys, trial.strikes, portal);
    try {
      return await playedOne(trial, desk, table.watch);
    } catch (error) {
      say(`trial ${no}: ${String(error)}`);
      return { no, scene, tranches: keys.map((id) => ({ id, ended: null })), taken: [], revoked: null };
    }
  });
}

async function playedOne(trial: ReadyTrial, desk: Desk, watch: Watch): Promise<PlayedTrial> {
  const { no, scene } = trial;
  const together = meeting(trial.tranches.length);
  const parts = await Promise.all(
    trial.tranches.map((tranche) => played({ no, scene, tranche, together }, desk, watch)),
  );
  return {
    ...{ no, scene },
    tranches: parts.map(({ ended }, index) => ({ id: trial.tranches[index]?.id ?? '', ended })),
    taken: parts.map(({ taken }) => taken),
    revoked: parts.find(({ revoked }) => revoked !== null)?.revoked ?? null,
  };
}

/** Settles, for everybody, once so many have come. */
function meeting(count: number): () => Promise<void> {
  let come = 0;
  let meet: () => void = () => undefined;
  const met = new Promise<void>((resolve) => (meet = resolve));
  return () => {
    come += 1;
    if (come >= count) meet();
    return met;
  };
}

function counted(what: string, of: number, say: Log): () => void {
  let done = 0;
  return () => {
    done += 1;
    if (done % SAY_EVERY === 0 || done === of) say(`  ${done} of ${of} trials ${what}`);
  };
}

/** Does something with each of many, so many at once; gives back what came of each, in their order. */
async function atOnce<T, Result>(
  most: number,
  all: readonly T[],
  done: () => void,
  work: (one: T) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = all.entries();
  const worker = async (): Promise<void> => {
    for (const [index, one] of left) {
      results[index] = await work(one);
      done();
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  return results;
}
