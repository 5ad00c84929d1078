import type { Results } from './bench.js';
import type { Comparison, SideFigures } from './compare.js';
import type { Comparisons } from './comparisons.js';
import type { CpuTimes } from './cpu.js';
import type { Burst, LastMinuteFigures } from './last-minute.js';
import type { Machine } from './machine.js';
import type { Sizes } from './options.js';

/** What the issue asks for; memory in KB, the page in milliseconds. */
export const AIMS = {
  p50Ratio: 1.5,
  rateRatio: 0.7,
  cachedKb: 600,
  pageMs: 50,
  applicationsAMinute: 3_000,
} as const;

const KB = 1024;

/** What a run measured, as text for a terminal: tables, and each ratio beside its aim. */
export function reportOf(results: Results & { readonly machine: Machine }, sizes: Sizes): string {
  const { machine, temporal, evaluation, approval } = results;
  return [
    machineLine(machine),
    'Everything on this one machine: Temporal (development server, SQLite file), PostgreSQL, API, workers and this program.',
    `Each figure over ${sizes.rounds} rounds, in which ours and bare take turns; each ratio is the median of the rounds' own.`,
    '',
    "TEMPORAL'S PART: a bare workflow whose Update also runs a local activity that does nothing, and writes a search attribute",
    ...decisionTable(temporal, { name: 'with both', isAimed: false }),
    '',
    'EVALUATION: RECORD_EVALUATION of a structured project, which changes its state and sets nothing else off',
    ...decisionTable(evaluation),
    '',
    'FIRST APPROVAL: APPROVE_FIRST of a tranche, which also tells the project, whose ledger then has a row of it too',
    ...decisionTable(approval),
    '',
    ...single(results),
    '',
    ...lastMinuteLines(results.lastMinute),
  ].join('\n');
}

/** The machine that it ran on, in a line. */
export function machineLine({ cores, model, memoryGb, system, node, flushMs, load }: Machine): string {
  return `${cores} cores (${model}), ${memoryGb} GB, ${system}, Node ${node}; 8 KB are on the disk after ${flushMs.toFixed(2)} ms; load before the run ${load.toFixed(1)}.`;
}

/** What a run of many applications at once measured, as text for a terminal. */
export function lastMinuteLines({ concurrency, there, away }: LastMinuteFigures): string[] {
  const line = (name: string, burst: Burst): string =>
    columns([
      name,
      ...[burst.p50, burst.p95, burst.p99].map(ms),
      burst.perSecond.toFixed(1),
      String(burst.calls),
    ]);
  const after = (burst: Burst): string =>
    `${burst.begun} answered by a project that had begun, ${burst.received} by a receipt`;
  return [
    `LAST MINUTE: applications from ${concurrency} senders at once; aim: thousands a minute, at least ${AIMS.applicationsAMinute}`,
    columns(['', 'p50', 'p95', 'p99', 'a second', 'calls']),
    line('Temporal there', there),
    `    ${after(there)}; all had begun ${seconds(there.allBegunMs)} after the first${aMinute(there)}`,
    line('Temporal away', away),
    `    ${after(away)}; all had begun ${seconds(away.allBegunMs)} after its return${aMinute(away)}`,
  ];
}

function aMinute({ perSecond }: Burst): string {
  const rate = perSecond * 60;
  return `; ${rate.toFixed(0)} a minute, ${verdict(rate >= AIMS.applicationsAMinute)}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

interface Shown {
  readonly name: string;
  readonly isAimed: boolean;
}

const OURS: Shown = { name: 'ours', isAimed: true };

function decisionTable({ oneByOne, atOnce }: Comparisons, { name, isAimed } = OURS): string[] {
  return [
    columns(['', 'p50', 'p95', 'p99', 'a second', 'calls']),
    ...[oneByOne, atOnce].flatMap((compared) => sideLines(compared, name)),
    `  p50 one by one      ${two(oneByOne.p50Ratio)} × bare${isAimed ? atMost(oneByOne.p50Ratio, AIMS.p50Ratio) : ''}`,
    `  rate at ${atOnce.concurrency}          ${two(atOnce.rateRatio)} × bare${isAimed ? atLeast(atOnce.rateRatio, AIMS.rateRatio) : ''}; by round ${atOnce.rateRatios.map(two).join(' ')}`,
    `  processor time each    ${cpuOf(atOnce.ours.cpuMs)}`,
    `  and each bare one      ${cpuOf(atOnce.bare.cpuMs)}`,
  ];
}

function sideLines({ concurrency, ours, bare }: Comparison, name: string): string[] {
  const line = (side: string, { p50, p95, p99, perSecond, calls }: SideFigures): string =>
    columns([
      `${side}, ${concurrency} at once`,
      ...[p50, p95, p99].map(ms),
      perSecond.toFixed(1),
      String(calls),
    ]);
  return [line(name, ours), line('bare', bare)];
}

function single({ late, page, memory, bundle, replay }: Results): string[] {
  const { ours, bare } = memory;
  const kb = (bytes: number): string => `${(bytes / KB).toFixed(0)} KB`;
  const speed = (figures: typeof replay.ours): string =>
    `${figures.historiesPerSecond.toFixed(0)} histories and ${figures.eventsPerSecond.toFixed(0)} events a second (${figures.histories} of ${(figures.events / figures.histories).toFixed(0)} events)`;
  return [
    `LATE ${late} decisions were answered with 202 and applied later; their time is counted until then`,
    `PAGE of ${page.projects} projects over HTTP, ${page.kilobytes.toFixed(0)} KB: p50 ${ms(page.read.p50)}, p95 ${ms(page.read.p95)}; aim: under ${AIMS.pageMs} ms, ${verdict(page.read.p50 < AIMS.pageMs)}`,
    `MEMORY for each cached workflow (of ${memory.workflows}): heap ${kb(ours.heap)}, resident ${kb(ours.resident)}; bare ${kb(bare.heap)}, ${kb(bare.resident)}; ratio of heap ${two(ours.heap / bare.heap)}; aim: at most ${AIMS.cachedKb} KB, ${verdict(ours.resident <= AIMS.cachedKb * KB)}`,
    `BUNDLE ${kb(bundle.ours)}; bare ${kb(bundle.bare)}; ratio ${two(bundle.ours / bundle.bare)}`,
    `REPLAY ${speed(replay.ours)}; bare ${speed(replay.bare)}; ratio of events ${two(replay.ours.eventsPerSecond / replay.bare.eventsPerSecond)}`,
  ];
}

function atMost(ratio: number, aim: number): string {
  return `; aim: at most ${aim}, ${verdict(ratio <= aim)}`;
}

function atLeast(ratio: number, aim: number): string {
  return `; aim: at least ${aim}, ${verdict(ratio >= aim)}`;
}

function verdict(isMet: boolean): string {
  return isMet ? 'met' : 'missed';
}

function cpuOf(times: CpuTimes): string {
  const used = Object.entries(times).filter(([, each]) => each >= 0.05);
  const sum = used.reduce((total, [, each]) => total + each, 0);
  return `${ms(sum)}: ${used.map(([name, each]) => `${name} ${each.toFixed(1)}`).join(', ')}`;
}

function columns([name = '', ...values]: readonly string[]): string {
  return `  ${name.padEnd(24)}${values.map((value) => value.padStart(11)).join('')}`;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function two(value: number): string {
  return value.toFixed(2);
}
