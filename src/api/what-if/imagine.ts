import { laneOf } from '../../charts/effects.js';
import { refusalOf } from '../../charts/kernel/refusal.js';
import { begin, step } from '../../charts/kernel/step.js';
import { chartOf } from '../../charts/registry.js';
import type { Chart, ChartEvent, ChartState, Order } from '../../charts/kernel/types.js';
import type { Command, EffectOrder, SubjectIdentity, SubjectInput } from '../../contract/messages.js';
import { startedBy, toldBy } from '../../contract/neighbours.js';

/** A case as it stands, or would stand. */
export interface Standing {
  readonly identity: SubjectIdentity;
  readonly chart: Chart;
  readonly state: ChartState;
}

/** Something that would happen to a case; `before` is null for one that would begin. */
export interface Happening {
  readonly identity: SubjectIdentity;
  readonly chart: Chart;
  readonly event: ChartEvent;
  readonly outcome: 'applied' | 'ignored';
  readonly before: ChartState | null;
  readonly after: ChartState;
  readonly orders: readonly Order[];
}

/** What the imagination needs: the ISO instant at which all of it would happen, and how a case stands (undefined: there is none). */
interface Knowledge {
  readonly now: string;
  readonly read: (id: string) => Promise<Standing | undefined>;
}

/** Charts come to rest long before; what doesn't is a defect. */
const MOST_HAPPENINGS = 1_000;

/**
 * Plays a decision through the pure charts of its case and of every neighbour that would be told of it, until nothing more
 * follows; nothing is written, and no answer of an outside party is made up. The chart must take the event: who asks looks
 * at `refusalOf` first.
 */
export async function imagine(known: Knowledge, decided: Standing, event: ChartEvent): Promise<Happening[]> {
  const stands = new Map<string, Standing>([[decided.identity.id, decided]]);
  const happened: Happening[] = [];
  const waiting: Told[] = [{ to: decided.identity.id, event }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (happened.length >= MOST_HAPPENINGS) throw new Error(`${event.type} never comes to rest`);
    const found = await happening(known, stands, next);
    if (!found) continue;
    const { identity, chart, after: state } = found;
    stands.set(identity.id, { identity, chart, state });
    happened.push(found);
    waiting.push(...followingFrom(known.now, found));
  }
  return happened;
}

/** Something that a case would be told, or a case that would begin. */
type Told =
  | { readonly to: string; readonly event: ChartEvent }
  | { readonly begins: SubjectInput; readonly event: ChartEvent };

async function happening(
  { read }: Knowledge,
  stands: ReadonlyMap<string, Standing>,
  told: Told,
): Promise<Happening | undefined> {
  if ('begins' in told) return beginning(told.begins, told.event);
  const standing = stands.get(told.to) ?? (await read(told.to));
  // Who isn't there hears nothing, and neither does who is over.
  if (!standing || standing.state.done) return undefined;
  const { identity, chart, state: before } = standing;
  const { event } = told;
  if (refusalOf(chart, before, event)) {
    const after = { ...before, seq: before.seq + 1 };
    return { identity, chart, event, outcome: 'ignored', before, after, orders: [] };
  }
  const { state: after, orders } = step(chart, before, event);
  return { identity, chart, event, outcome: 'applied', before, after, orders };
}

function beginning({ identity, facts }: SubjectInput, event: ChartEvent): Happening {
  const chart = chartOf(identity.chartId);
  const { state, orders } = begin(chart, { ...facts, openedAt: event.receivedAt }, event);
  return { identity, chart, event, outcome: 'applied', before: null, after: state, orders };
}

/** Whom the orders of a step would start or tell. */
function followingFrom(now: string, { identity, after, event, orders }: Happening): Told[] {
  const input: SubjectInput = {
    ...{ identity, facts: after.context },
    command: { ...event, id: event.commandId ?? '', data: event.data ?? {} },
  };
  return orders.flatMap((order, index): Told[] => {
    if (laneOf(order.name) !== 'child') return [];
    const performed = performedAs(now, identity, order, `${identity.id}/${after.seq}.${index}`);
    const begun = startedBy(performed, input);
    if (begun.length > 0) return begun.map((begins) => ({ begins, event: eventOf(now, begins.command) }));
    const told = toldBy(performed, input);
    return told.map(({ to, command }) => ({ to, event: eventOf(now, command) }));
  });
}

function performedAs(
  now: string,
  { id: subjectId, chartId, companyId, editionId }: SubjectIdentity,
  { name, params }: Order,
  key: string,
): EffectOrder {
  return { key, subjectId, chartId, companyId, editionId, at: now, name, params };
}

function eventOf(now: string, { id, type, data, by, receivedAt }: Command): ChartEvent {
  return { type, data, by, receivedAt, at: now, commandId: id };
}
