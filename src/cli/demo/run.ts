import { randomUUID } from 'node:crypto';
import type { CaseBody, CaseLine } from '../../contract/http/cases.js';
import type { Addresses } from '../connection.js';
import { caseAddress } from '../case-address.js';
import type { Language } from '../terminal.js';
import { applied } from './application.js';
import { Cast } from './cast.js';
import { companiesWithRoom } from './companies.js';
import { Difference } from './difference.js';
import { Failure } from '../failure.js';
import { play } from './play.js';
import type { DemoReport, Ended, Entry } from './record.js';
import type { Script } from './script.js';
import { SCRIPTS } from './scripts.js';
import { shortfalls } from './promises.js';
import { sumsOf } from './sums.js';
import type { Moved } from './sums.js';

/** How the demonstration is run; `tell` hears of everything as it happens. */
export interface DemoRun {
  readonly addresses: Addresses;
  readonly edition: string;
  readonly language: Language;
  readonly tell: (entry: Entry) => void;
  /** Told when a project's play is over: what went differently, or null. */
  readonly over?: (script: Script, difference: string | null) => void;
}

/**
 * Takes five projects of their own through their lives, at the same time and over HTTP only, each person with a token
 * of their own: one of each track to its closure, and one structured whose roadmap window runs out. Whatever differs
 * from what the charts promise is in `differences`. Throws a Failure where the service can't be reached.
 */
export async function runDemo(run: DemoRun): Promise<DemoReport> {
  const began = Date.now();
  const entries: Entry[] = [];
  const cast = new Cast(run.addresses, run.language);
  const companies = await companiesWithRoom(cast, run.edition, SCRIPTS.length);
  const tell = (entry: Entry): void => {
    entries.push(entry);
    run.tell(entry);
  };
  const outcomes = await Promise.all(
    SCRIPTS.map((script, index) => outcomeOf({ ...run, tell }, cast, script, companies[index] ?? '')),
  );
  const projects = outcomes.flatMap(({ ended }) => (ended ? [ended] : []));
  const moved = outcomes.flatMap((outcome) => (outcome.moved ? [outcome.moved] : []));
  return {
    edition: run.edition,
    startedAt: new Date(began).toISOString(),
    tookMs: Date.now() - began,
    entries,
    projects,
    sums: sumsOf(moved),
    differences: [
      ...outcomes.flatMap(({ difference }) => (difference ? [difference] : [])),
      ...missing(entries),
    ],
  };
}

interface Outcome {
  readonly ended?: Ended;
  readonly moved?: Moved;
  readonly difference?: string;
}

async function outcomeOf(run: DemoRun, cast: Cast, script: Script, company: string): Promise<Outcome> {
  try {
    const ended = await livedThrough(run, cast, script, company);
    const { moved, differences } = await shortfalls(cast, script, ended);
    const difference = differences.length > 0 ? differences.join('; ') : null;
    run.over?.(script, difference);
    return { ended, moved, ...(difference ? { difference } : {}) };
  } catch (error) {
    if (!(error instanceof Difference) && !(error instanceof Failure)) throw error;
    // Nobody there at all is no difference; the command says so and ends with its own code.
    if (error instanceof Failure && error.facts['code'] === 'unreachable') throw error;
    const difference = `${script.name}: ${error.message}`;
    run.over?.(script, difference);
    return { difference };
  }
}

async function livedThrough(run: DemoRun, cast: Cast, script: Script, applicant: string): Promise<Ended> {
  const reader = await cast.player(applicant);
  const project = await applied(reader, script, run.edition, randomUUID());
  run.tell({
    ...{ at: project.openedAt, script: script.name, case: project.id, event: 'SUBMIT' },
    who: { person: reader.id, role: reader.role },
    ...{ label: { ko: '신청', en: 'Application submitted' }, said: '' },
    ...{ state: project.state, stateLabel: project.stateLabel },
  });
  const stage = { script, id: project.id, cast, reader, tell: run.tell };
  await play(stage, script.turns({ applicant, partner: `person-${script.partnerId}` }));
  const last = await reader.client.get<CaseBody & { tranches: CaseLine[] }>(caseAddress(project.id));
  const tranches = await Promise.all(
    last.tranches.map(({ id }) => reader.client.get<CaseBody>(caseAddress(id))),
  );
  return endedOf(script, last, tranches);
}

function endedOf(script: Script, project: CaseBody, tranches: readonly CaseBody[]): Ended {
  const lines = tranches.map(({ id, state, stateLabel, facts }) => ({
    ...{ id, state, stateLabel },
    amount: String(facts['amount'] ?? '0'),
  }));
  const released = lines
    .filter(({ state }) => state === 'released')
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const { id, track, state, stateLabel } = project;
  return { script: script.name, id, track, state, stateLabel, tranches: lines, released: String(released) };
}

// What every demonstration has to have shown, whatever else happened.
function missing(entries: readonly Entry[]): string[] {
  const shown: readonly (readonly [string, boolean])[] = [
    ['a refusal', entries.some(({ refusal }) => refusal !== undefined)],
    ['a roadmap window that expired', entries.some(({ state }) => state === 'expired')],
    ['a gate that said RECYCLE', entries.some(({ said }) => said.includes('outcome=RECYCLE'))],
  ];
  return shown.filter(([, isThere]) => !isThere).map(([what]) => `the demonstration did not show ${what}`);
}
