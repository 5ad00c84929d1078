import { laneOf } from '../../../src/charts/effects.js';
import { TEND_CLOCKS } from '../../../src/charts/kernel/types.js';
import { pathOf, snapshotOf } from '../../../src/charts/kernel/step.js';
import type { Chart, ChartState, Order, Step } from '../../../src/charts/kernel/types.js';
import type { ProjectContextV2 } from '../../../src/charts/project-v2/context.js';

/**
 * What is wrong with a step, whatever its chart: numbers without gaps, the dates of the states it is in and no others,
 * nothing left open at an end, plain JSON throughout, money that is whole won and more than none, and a place in a call
 * that is given back where its project ends before its agreement.
 */
export function offencesOf(chart: Chart, before: ChartState | null, taken: Step): string[] {
  const where = `${taken.from ?? 'the beginning'} ${taken.event.type} → ${taken.to}`;
  return [
    ...numbering(before, taken),
    ...datesOf(chart, taken),
    ...plainness(taken),
    ...placesOf(before, taken),
    ...taken.orders.flatMap(orderOffences),
  ].map((offence) => `${where}: ${offence}`);
}

function numbering(before: ChartState | null, { state, from, to }: Step): string[] {
  const found = before && pathOf(before.value);
  return [
    ...(state.seq === (before?.seq ?? 0) + 1 ? [] : [`its number is ${state.seq}`]),
    ...(from === found ? [] : [`it says that it comes from ${String(from)}`]),
    ...(to === pathOf(state.value) ? [] : [`it says that it leads to ${to}`]),
  ];
}

function datesOf(chart: Chart, { state, event }: Step): string[] {
  if (state.done) return Object.keys(state.deadlines).map((id) => `it is over and waits for ${id}`);
  const waiting = Object.entries(state.deadlines).filter(([id]) => id !== TEND_CLOCKS);
  const active = new Set(
    snapshotOf(chart, state)._nodes.flatMap(({ after }) => after.map(({ eventType }) => eventType)),
  );
  return waiting.flatMap(([id, { name, due }]) => [
    ...(active.has(id) ? [] : [`it waits for ${id}, which no state that it is in has`]),
    ...(id.startsWith(`xstate.after.${name}.`) ? [] : [`it calls ${id} ${name}`]),
    ...(due.endsWith('Z') && Date.parse(due) > Date.parse('2026') ? [] : [`${id} is due ${due}`]),
    ...(Date.parse(due) < Date.parse(event.at) + LONGEST_MS ? [] : [`${id} is due only ${due}`]),
  ]);
}

// Two stages of a year each may lie before an end that is waited for, and some days off.
const LONGEST_MS = 3 * 366 * 24 * 60 * 60 * 1000;

// What JSON gives back as it was; cheaper than asking JSON, at every step of a walk.
function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(isPlain);
  const isObject = typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
  return isObject && Object.values(value as object).every(isPlain);
}

function plainness({ state, orders }: Step): string[] {
  const { terms: _terms, ...facts } = state.context as Record<string, unknown>;
  const carried = { value: state.value, facts, deadlines: state.deadlines, orders };
  return isPlain(carried) ? [] : ['it carries what is no plain JSON'];
}

function placesOf(before: ChartState | null, { state, orders }: Step): string[] {
  const { place, agreement } = (before?.context ?? {}) as Partial<ProjectContextV2>;
  const told = orders.filter(({ name, params }) => name === 'tellCall' && params['event'] === 'PLACE_FREED');
  if (!state.done) return told.length === 0 ? [] : ['it gives up its place and goes on'];
  const isHeld = place?.outcome === 'selected' && !agreement?.inForceFrom;
  const isGivenBack = told.some(({ params }) => params['to'] === place?.callId);
  return isHeld && !isGivenBack ? ['it ends and keeps its place'] : [];
}

const MOVING = ['reserveFunds', 'payTranche', 'reconcilePayment', 'checkClaim'];

/** The sums that an order moves: its lines', or its own; a reversal has those of what it reverses. */
function sumsOf({ name, params }: Order): unknown[] {
  if (name === 'postReverse') return [];
  const lines = params['lines'] as readonly { amount: unknown }[] | undefined;
  if (lines?.length === 0) return ['no'];
  return lines?.map(({ amount }) => amount) ?? [params['amount']];
}

function orderOffences(order: Order): string[] {
  const isMoney = laneOf(order.name) === 'posting' || MOVING.includes(order.name);
  const wrong = isMoney ? sumsOf(order).filter((sum) => !/^[1-9]\d*$/.test(String(sum))) : [];
  return wrong.map((sum) => `${order.name} is ordered for ${String(sum)} won`);
}
