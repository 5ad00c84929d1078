import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { begin, step } from '../../../src/charts/kernel/step.js';
import type { Chart, ChartEvent, Order, Step } from '../../../src/charts/kernel/types.js';
import { definitionOf } from './definition.js';
import { ROOT, sha256, sourcesOf } from './sources.js';

/** What one step of a recorded life led to; `facts` is the SHA-256 of what was known after it, without the terms. */
interface Row {
  readonly seq: number;
  readonly to: string;
  readonly facts: string;
  readonly waitsFor: readonly string[];
  readonly orders: readonly Order[];
}

/** A released chart as it was: its definition and sources by SHA-256, and a life that it led, event by event. */
export interface Golden {
  readonly chart: string;
  readonly definition: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly input: Readonly<Record<string, unknown>>;
  readonly life: readonly { readonly event: ChartEvent; readonly led: Row }[];
}

function placeOf({ id }: Chart): string {
  return join(ROOT, 'test/charts/golden', `${id}.json`);
}

/** The file of a chart, such as `src/charts/mit-ilp-project.v1.ts` for `mitIlpProject.v1`. */
export function fileOf({ id }: Chart): string {
  return `src/charts/${id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
}

/** The record of a released chart, or undefined where none was made. */
export function goldenOf(chart: Chart): Golden | undefined {
  const place = placeOf(chart);
  return existsSync(place) ? (JSON.parse(readFileSync(place, 'utf8')) as Golden) : undefined;
}

/** What a chart's definition and sources are now. */
export function checksumsOf(chart: Chart): Pick<Golden, 'definition' | 'sources'> {
  return { definition: sha256(definitionOf(chart)), sources: sourcesOf(fileOf(chart)) };
}

/** Leads a chart through recorded events, and tells what each leads to now. */
export function led(chart: Chart, input: unknown, events: readonly ChartEvent[]): Row[] {
  const [opening, ...rest] = events;
  if (!opening) throw new Error(`the recorded life of ${chart.id} has no beginning`);
  const steps: Step[] = [begin(chart, input, opening)];
  for (const event of rest) steps.push(step(chart, (steps.at(-1) as Step).state, event));
  return steps.map(rowOf);
}

function rowOf({ state, to, orders }: Step): Row {
  const { terms: _terms, ...facts } = state.context as Record<string, unknown>;
  return {
    ...{ seq: state.seq, to, facts: sha256(JSON.stringify(facts)) },
    waitsFor: Object.values(state.deadlines).map(({ name, due }) => `${name} ${due}`),
    orders,
  };
}

/** Records a chart that is about to be released, once: a record that exists is never written again. */
export function record(chart: Chart, input: Golden['input'], events: readonly ChartEvent[]): void {
  const rows = led(chart, input, events);
  const life = events.map((event, index) => ({ event, led: rows[index] }));
  const golden = { chart: chart.id, ...checksumsOf(chart), input, life };
  writeFileSync(placeOf(chart), `${JSON.stringify(golden, null, 2)}\n`, { flag: 'wx' });
}
