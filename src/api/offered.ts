import { z } from 'zod';
import { refusalOf } from '../charts/kernel/refusal.js';
import { chartOf } from '../charts/registry.js';
import type { Actor, Chart, ChartEvent, ChartState, Evidence } from '../charts/kernel/types.js';
import { payloadOf } from '../contract/events.js';
import type { Action, NextAction } from '../contract/http/actions.js';
import type { Subject } from '../contract/names.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import { dueOf } from './due.js';
import { explained } from './problems.js';
import type { Language } from './problems.js';
import { keptOf } from './refused.js';
import type { KeptRefusal } from './refused.js';
import { notTheirs, wrongRole } from './rights.js';
import { chartStateOf } from './stage.js';

/** Who asks, in which language, the ISO instant it is, and what the books say for the events whose charts ask them. */
export interface Asking {
  readonly actor: Actor;
  readonly language: Language;
  readonly now: string;
  readonly books: Readonly<Record<string, Evidence>>;
}

/** Whether an event of this chart can come from outside, and how. */
export function outsideSource(chart: Chart, type: string): 'public' | 'announced' | undefined {
  const source = Object.hasOwn(chart.events, type) ? chart.events[type]?.source : undefined;
  return source === 'public' || source === 'announced' ? source : undefined;
}

/** Every event that the outside can send to a case: allowed or not for this person now, why not, and its form. */
export function actionsFor(view: SubjectView, asking: Asking): Action[] {
  const { chart, state } = chartStateOf(view);
  return outsideEvents(chart).map((type) => ({
    ...judged(view, chart, state, type, asking),
    payload: formOf(view.identity.subject, type),
  }));
}

/** What a case's state offers this person next, without the events that belong to other states. */
export function nextActionsFor(view: SubjectView, asking: Asking): NextAction[] {
  const { chart, state } = chartStateOf(view);
  if (state.done) return [];
  const here = takenIn(chart, view.state);
  return outsideEvents(chart)
    .filter((type) => here.has(type))
    .map((type) => judged(view, chart, state, type, asking));
}

function outsideEvents(chart: Chart): string[] {
  return Object.keys(chart.events).filter((type) => outsideSource(chart, type));
}

function judged(
  view: SubjectView,
  chart: Chart,
  state: ChartState,
  type: string,
  asking: Asking,
): NextAction {
  const label = chart.events[type]?.label ?? { ko: type, en: type };
  const refusal = whyNot(view, chart, state, type, asking);
  const due = dueOf(chart, view.state, view.deadlines, type);
  const offered = { type, label, ...(due === undefined ? {} : { due }) };
  if (!refusal) return { ...offered, allowed: true };
  return { ...offered, allowed: false, refusal: explained(refusal, asking.language) };
}

function whyNot(
  { identity }: SubjectView,
  chart: Chart,
  state: ChartState,
  type: string,
  { actor, now, books }: Asking,
): KeptRefusal | null {
  const source = outsideSource(chart, type) ?? 'internal';
  const atDoor = notTheirs(actor, identity) ?? wrongRole(actor, source);
  if (atDoor) return atDoor;
  // Without `data`: guards that look at what is sent can't say no yet.
  const said = books[type];
  const event: ChartEvent = { type, by: actor, at: now, receivedAt: now, ...(said && { books: said }) };
  const refusal = refusalOf(chart, state, event);
  return refusal && keptOf(refusal);
}

/** The events that a case's state, or a group around it, has a transition for. */
export function takenAt({ identity, state }: Pick<SubjectView, 'identity' | 'state'>): ReadonlySet<string> {
  return takenIn(chartOf(identity.chartId), state);
}

const taken = new Map<string, ReadonlySet<string>>();

/** The events that a state or a group around it has a transition for; the same for ever, so worked out once. */
function takenIn(chart: Chart, path: string): ReadonlySet<string> {
  const key = `${chart.id}/${path}`;
  const before = taken.get(key);
  if (before) return before;
  const events = new Set<string>();
  let node = chart.machine.root;
  for (const type of node.transitions.keys()) events.add(type);
  for (const name of path.split('.')) {
    node = node.states[name] as typeof node;
    for (const type of node.transitions.keys()) events.add(type);
  }
  taken.set(key, events);
  return events;
}

const forms = new Map<string, Record<string, unknown>>();

/** JSON Schema of what an event has to say; an event that needs nothing has an empty form. */
export function formOf(subject: Subject, type: string): Record<string, unknown> {
  const key = `${subject}/${type}`;
  const before = forms.get(key);
  if (before) return before;
  const schema = payloadOf(subject, type) ?? z.strictObject({});
  const form: Record<string, unknown> = {
    ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  };
  forms.set(key, form);
  return form;
}
