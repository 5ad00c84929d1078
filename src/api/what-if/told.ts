import { effects, laneOf } from '../../charts/effects.js';
import type { EffectName } from '../../charts/effects.js';
import { pathOf } from '../../charts/kernel/step.js';
import { TEND_CLOCKS } from '../../charts/kernel/types.js';
import type { Actor, Chart, ChartState, Order } from '../../charts/kernel/types.js';
import { noticeText } from '../../contract/notices.js';
import { postingOf } from '../../contract/postings.js';
import type { Moved, WhatIf } from '../../contract/http/what-if.js';
import { hrefOf } from '../addresses.js';
import { clocksShown } from '../clocks-shown.js';
import { maySee, seesAll } from '../rights.js';
import { eventLabel, stateAt } from '../stage.js';
import type { Happening } from './imagine.js';

type Told = Pick<WhatIf, 'state' | 'clocks' | 'deadlines' | 'money' | 'letters' | 'neighbours' | 'effects'>;

/** What would follow from a decision, as this person may know it: letters to others and cases of others stay untold. */
export function toldOf(actor: Actor, happened: readonly Happening[]): Told {
  const [decided] = happened;
  if (!decided) throw new Error('a decision that would lead nowhere');
  const own = happened.filter(({ identity }) => identity.id === decided.identity.id);
  const before = decided.before ?? decided.after;
  const after = own.at(-1)?.after ?? decided.after;
  return {
    state: movedOf(decided.chart, before, after),
    clocks: clocksMoved(decided.chart, before, after),
    deadlines: datesMoved(before, after),
    money: { postings: happened.flatMap(postingsOf), tranches: tranchesMoved(happened) },
    letters: happened.flatMap(lettersOf).filter(({ to }) => seesAll(actor) || to === actor.org),
    neighbours: happened
      .filter(({ identity }) => identity.id !== decided.identity.id && maySee(actor, identity))
      .map(neighbourOf),
    effects: happened.flatMap(effectsOf),
  };
}

/** From which state a case would come into which, in words. */
function movedOf(chart: Chart, before: ChartState | null, after: ChartState): Moved {
  const from = before && pathOf(before.value);
  const to = pathOf(after.value);
  return {
    ...{ from, fromLabel: from === null ? null : stateAt(chart, from).label },
    ...{ to, toLabel: stateAt(chart, to).label },
  };
}

function neighbourOf({
  identity,
  chart,
  event,
  outcome,
  before,
  after,
}: Happening): Told['neighbours'][number] {
  return {
    ...{ id: identity.id, href: hrefOf(identity.id), subject: identity.subject },
    ...{ event: event.type, label: eventLabel(chart, event.type), outcome },
    state: movedOf(chart, before, after),
  };
}

function clocksMoved(chart: Chart, before: ChartState, after: ChartState): Told['clocks'] {
  const [old, fresh] = [clocksShown(chart, before), clocksShown(chart, after)];
  const names = [...new Set([...old, ...fresh].map(({ clock }) => clock))];
  const one = (shown: typeof old, name: string) => shown.find(({ clock }) => clock === name) ?? null;
  return names
    .map((clock) => ({ clock, before: one(old, clock), after: one(fresh, clock) }))
    .filter((each) => isOther(each.before, each.after));
}

function datesMoved(before: ChartState, after: ChartState): Told['deadlines'] {
  const all = new Set([...Object.keys(before.deadlines), ...Object.keys(after.deadlines)]);
  return [...all]
    .filter((id) => id !== TEND_CLOCKS)
    .map((id) => ({
      name: (before.deadlines[id] ?? after.deadlines[id])?.name ?? id,
      before: before.deadlines[id]?.due ?? null,
      after: after.deadlines[id]?.due ?? null,
    }))
    .filter((each) => each.before !== each.after);
}

/** A tranche as its project keeps it. */
interface Planned {
  readonly no: number;
  readonly state: string;
  readonly amount: string;
}

/** The tranches of the project that a decision is on, or that its case belongs to, where they would change. */
function tranchesMoved(happened: readonly Happening[]): Told['money']['tranches'] {
  const projects = happened.filter(({ identity }) => identity.subject.endsWith('Project'));
  const old = plannedIn(projects[0]?.before ?? null);
  const fresh = plannedIn(projects.at(-1)?.after ?? null);
  const one = (all: readonly Planned[], no: number): Pick<Planned, 'state' | 'amount'> | null => {
    const found = all.find((each) => each.no === no);
    return found ? { state: found.state, amount: found.amount } : null;
  };
  const numbers = [...new Set([...old, ...fresh].map(({ no }) => no))];
  return numbers
    .map((no) => ({ no, before: one(old, no), after: one(fresh, no) }))
    .filter((each) => isOther(each.before, each.after));
}

function plannedIn(state: ChartState | null): readonly Planned[] {
  return (state?.context['tranches'] ?? []) as readonly Planned[];
}

function postingsOf({ identity, orders }: Happening): Told['money']['postings'] {
  const postings = orders.filter(({ name }) => laneOf(name) === 'posting');
  return postings.flatMap(({ params }) => {
    const { kind, lines } = postingOf(params);
    return lines.map((line) => ({ case: identity.id, kind, ...line }));
  });
}

function isLetter({ name }: Order): boolean {
  return name === 'sendNotice';
}

function lettersOf({ identity, orders }: Happening): Told['letters'] {
  return orders.filter(isLetter).map(({ params }) => {
    const { to, notice } = params as unknown as { readonly to: string; readonly notice: string };
    return { case: identity.id, to, notice, text: { ...noticeText(notice) } };
  });
}

function effectsOf({ identity, orders }: Happening): Told['effects'] {
  const asked = orders.filter((order) => laneOf(order.name) === 'effect' && !isLetter(order));
  return asked.map(({ name }) => ({
    ...{ case: identity.id, name },
    label: { ...effects[name as EffectName].label },
  }));
}

function isOther(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
