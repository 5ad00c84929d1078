import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../server/child.js';
import { startOfDay } from '../rules/calendar.js';
import { cohortOf } from './cohort/cohort.js';
import type { Cohort } from './cohort/cohort.js';
import { openHouse } from './engine/house.js';
import type { House } from './engine/house.js';
import { watchMemory } from './memory.js';
import type { MemoryWatch } from './memory.js';
import { playProgram } from './play/program.js';
import { Rounds } from './play/rounds.js';
import { readBooks } from './report/books.js';
import { outcomesCsv } from './report/csv.js';
import { htmlOf } from './report/html.js';
import { outcomesOf } from './report/outcomes.js';
import { reportOf } from './report/report.js';
import type { Report } from './report/report.js';
import { trafficOf } from './report/traffic.js';

/** What is rehearsed: an edition, by a seed, at a scale (1 is the program as announced). */
export interface Rehearsal {
  readonly edition: string;
  readonly seed: number;
  readonly scale: number;
}

/** How long before its first window opens the program is begun, for registers and calls. */
const BEGINS_DAYS_BEFORE = 35;

/**
 * Rehearses a whole program on servers of its own under skipped time and reports what came out. `say` hears how far it is.
 * Throws where a server can't be had, or where the service refuses what the rehearsal relies on.
 */
export async function rehearse({ edition, seed, scale }: Rehearsal, say: Log): Promise<Report> {
  const start = performance.now();
  const cohort = cohortOf(edition, seed, scale);
  const began = beginningOf(cohort);
  const house = await openHouse({ begins: began, editions: [edition], log: say });
  const memory = watchMemory([process.pid, ...Object.values(house.pids)]);
  const rounds = new Rounds(house, cohort);
  try {
    const waves = await playProgram(rounds, timed(say, start));
    return await reported({ house, rounds, cohort, memory, waves, began, start });
  } finally {
    memory.stop();
    rounds.courier.close();
    await house.close();
  }
}

interface Ended {
  readonly house: House;
  readonly rounds: Rounds;
  readonly cohort: Cohort;
  readonly memory: MemoryWatch;
  readonly waves: Awaited<ReturnType<typeof playProgram>>;
  readonly began: string;
  readonly start: number;
}

async function reported({ house, rounds, cohort, memory, waves, began, start }: Ended): Promise<Report> {
  const ended = await house.time.now();
  const books = await readBooks(house.ledger, ended);
  const { rows } = await house.ledger.pool.query<{ count: number }>(
    'select count(*)::integer as count from proposal where edition_id = $1',
    [cohort.edition.id],
  );
  return reportOf({
    ...{ cohort, books, waves, began, ended },
    outcomes: outcomesOf(cohort, rounds.board, books),
    open: rounds.board.open(),
    proposals: rows[0]?.count ?? 0,
    paidByPortal: house.portal.payments().reduce((sum, { amount }) => sum + BigInt(amount), 0n),
    traffic: trafficOf(rounds.courier.delivered),
    cost: {
      seconds: Math.round((performance.now() - start) / 1_000),
      ...{ memoryMb: memory.most(), rounds: rounds.rounds, passes: rounds.passes },
      ...{ cores: cpus().length, node: process.versions.node },
    },
  });
}

/** The instant (ISO) at which the rehearsal begins: some weeks before the first window of its edition opens. */
function beginningOf({ edition }: Cohort): string {
  const opens =
    Object.values(edition.rounds)
      .map(({ days }) => days.opens)
      .sort()[0] ?? '';
  return new Date(Date.parse(startOfDay(opens)) - BEGINS_DAYS_BEFORE * 86_400_000).toISOString();
}

function timed(say: Log, start: number): Log {
  return (line) => say(`${String(Math.round((performance.now() - start) / 1_000)).padStart(4)} s  ${line}`);
}

/** Writes a report into a folder: one HTML page, JSON, and every application's outcome as CSV. Gives back the paths. */
export async function writeReport(
  report: Report,
  dir: string,
): Promise<Readonly<Record<'html' | 'json' | 'csv', string>>> {
  await mkdir(dir, { recursive: true });
  const at = {
    html: join(dir, 'report.html'),
    json: join(dir, 'report.json'),
    csv: join(dir, 'outcomes.csv'),
  };
  await Promise.all([
    writeFile(at.html, htmlOf(report)),
    writeFile(at.json, `${JSON.stringify(report, null, 2)}\n`),
    writeFile(at.csv, outcomesCsv(report.outcomes)),
  ]);
  return at;
}
