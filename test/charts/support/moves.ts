import type {
  Actor,
  Chart,
  ChartEvent,
  ChartState,
  Evidence,
  Role,
} from '../../../src/charts/kernel/types.js';
import { SYSTEM } from '../../../src/charts/kernel/types.js';
import { some } from './people.js';

const MINUTE_MS = 60_000;

/** A case as a move finds it: `last` is the instant of its latest event. */
export interface Here {
  readonly chart: Chart;
  readonly state: ChartState;
  readonly last: string;
}

/** Something that happens: an event, made once the case is there to look at. */
export type Move = (here: Here) => ChartEvent;

type Data = Readonly<Record<string, unknown>>;
type DataOf = Data | undefined | ((context: Record<string, unknown>) => Data);

/** A move of somebody, a minute after the last one and received as it is applied, unless it says otherwise. */
export interface Sending extends Move {
  /** Received and applied at this instant. */
  at(instant: string): Sending;
  /** Received at one instant and applied later. */
  received(instant: string, applied: string): Sending;
  /** Received at the last millisecond of a running clock, or `ms` later. */
  onTheLast(clock: string, ms?: number): Sending;
  /** Sent by this person, or by one of this organisation, or on somebody's behalf. */
  by(who: Partial<Actor>): Sending;
  /** Stamped with what the books said at its receipt. */
  booked(books: Evidence): Sending;
}

type When = (here: Here) => Pick<ChartEvent, 'at' | 'receivedAt'>;

function sending(type: string, by: Actor, data: DataOf, when: When, books?: Evidence): Sending {
  const move: Move = (here) => {
    const said = typeof data === 'function' ? data(here.state.context as Record<string, unknown>) : data;
    const stamped = books === undefined ? {} : { books };
    return { type, by, ...when(here), ...(said === undefined ? {} : { data: said }), ...stamped };
  };
  const at = (instant: string): Sending =>
    sending(type, by, data, () => ({ at: instant, receivedAt: instant }), books);
  return Object.assign(move, {
    at,
    received: (receivedAt: string, applied: string) =>
      sending(type, by, data, () => ({ at: applied, receivedAt }), books),
    onTheLast: (clock: string, ms = 0) =>
      sending(
        type,
        by,
        data,
        (here) => {
          const instant = later(dueOf(here, clock), ms);
          return { at: instant, receivedAt: instant };
        },
        books,
      ),
    by: (who: Partial<Actor>) => sending(type, { ...by, ...who }, data, when, books),
    booked: (said: Evidence) => sending(type, by, data, when, said),
  });
}

/** The instant (ISO, UTC) some milliseconds after another. */
export function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** The instant at which a running clock of a case runs out. */
export function dueOf({ state }: Pick<Here, 'state'>, clock: string): string {
  const clocks = state.context['clocks'] as Record<string, { due: string } | undefined>;
  const { due } = clocks[clock] ?? {};
  if (!due) throw new Error(`no clock ${clock} runs; there are ${Object.keys(clocks).join(', ')}`);
  return due;
}

function soon({ last }: Here): Pick<ChartEvent, 'at' | 'receivedAt'> {
  const instant = later(last, MINUTE_MS);
  return { at: instant, receivedAt: instant };
}

function sender(role: Role) {
  return (type: string, data: DataOf = {}): Sending => sending(type, some(role), data, soon);
}

/** Each role's moves, by the event's name and its payload. */
export const applicant = sender('applicant');
export const partner = sender('partner');
export const officer = sender('officer');
export const panelMember = sender('panelMember');
export const committee = sender('committee');
export const approver = sender('approver');
export const finance = sender('finance');
export const administrator = sender('administrator');
export const regulator = sender('regulator');
export const system = sender('system');

/** Asks what somebody could do before they have filled in anything. */
export function asks(role: Role, type: string): Sending {
  return sending(type, some(role), undefined, soon);
}

/** A date that a case waits for passes, by the delay's name in the chart; the service notices a second later. */
export function passes(name: string): Move {
  return ({ state }) => {
    const [type, deadline] = Object.entries(state.deadlines).find(([, one]) => one.name === name) ?? [];
    if (!type || !deadline) throw new Error(`the case waits for no ${name}`);
    return { type, by: SYSTEM, at: later(deadline.due, 1_000), receivedAt: deadline.due, data: {} };
  };
}

/** What is next to be said of the case's clocks is due. */
export const tends: Move = passes('tending');

/** A tranche of the project tells it where it stands, with what else it says. */
export function told(no: number, state: string, more: object = {}): Sending {
  return system('TRANCHE_CHANGED', ({ tranches }) => {
    const amount = (tranches as { no: number; amount: string }[]).find((one) => one.no === no)?.amount;
    return { no, state, released: state === 'released' ? (amount ?? '0') : '0', ...more };
  });
}
