import { expect } from 'vitest';
import { pathOf } from '../../../src/charts/kernel/step.js';
import { TEND_CLOCKS } from '../../../src/charts/kernel/types.js';
import type { Step } from '../../../src/charts/kernel/types.js';
import { taken } from './given.js';
import type { Expectation } from './given.js';

/** It was taken, and led to the state of this path. */
export function leadsTo(path: string): Expectation {
  return (outcome) => expect(taken(outcome).to).toBe(path);
}

/** It was taken, and the case is where it was. */
export const stays: Expectation = (outcome) => {
  expect(taken(outcome).to).toBe(pathOf(outcome.before.value));
};

/** It led to the end of this path, and nothing is waited for any more. */
export function endsAs(path: string): Expectation {
  return (outcome) => {
    const { to, state } = taken(outcome);
    expect({ to, done: state.done, deadlines: state.deadlines }).toEqual({
      to: path,
      done: true,
      deadlines: {},
    });
  };
}

/** It was refused by these guards, in this order; the first shows this evidence. */
export function isRefused(code: string, evidence?: object, ...others: readonly string[]): Expectation {
  return ({ refusal, step }) => {
    expect(step?.to).toBeUndefined();
    expect(refusal?.blockedBy.map((block) => block.code)).toEqual([code, ...others]);
    if (evidence) expect(refusal?.blockedBy[0]?.evidence).toEqual(evidence);
  };
}

/** Nothing keeps them from it. */
export const isOffered: Expectation = ({ refusal }) => expect(refusal).toBeNull();

/** The case isn't at a point where this can be sent at all. */
export const isNotOffered: Expectation = ({ refusal }) => expect(refusal?.code).toBe('notOfferedHere');

/** The case is over, and takes nothing more. */
export const isOver: Expectation = ({ refusal }) => expect(refusal?.code).toBe('caseIsClosed');

/** No case of this kind knows such an event. */
export const isUnknown: Expectation = ({ refusal }) => expect(refusal?.code).toBe('unknownEvent');

/** The case knows this afterwards. */
export function knows(facts: object): Expectation {
  return (outcome) => expect(taken(outcome).state.context).toMatchObject(facts);
}

/** Exactly these orders of a name follow, with these params. */
export function orders(name: string, ...params: readonly object[]): Expectation {
  return (outcome) => {
    const given = taken(outcome).orders.filter((order) => order.name === name);
    expect(given.map((order) => order.params)).toEqual(params);
  };
}

/** Exactly one order of a name follows, and these params are among its own. */
export function ordersWith(name: string, params: object): Expectation {
  return (outcome) => {
    const given = taken(outcome).orders.filter((order) => order.name === name);
    expect(given.map((order) => order.params)).toEqual([expect.objectContaining(params)]);
  };
}

/** Exactly these notices follow, each as `whom: what`. */
export function notices(...expected: readonly string[]): Expectation {
  return (outcome) => {
    const sent = taken(outcome).orders.filter(({ name }) => name === 'sendNotice');
    expect(sent.map(({ params }) => `${String(params['to'])}: ${String(params['notice'])}`)).toEqual(
      expected,
    );
  };
}

/** The case waits for exactly these dates, by the delay's name; when something is to be said of its clocks is none of them. */
export function waitsFor(dates: Readonly<Record<string, string>>): Expectation {
  return (outcome) => {
    const waiting = Object.entries(taken(outcome).state.deadlines)
      .filter(([type]) => type !== TEND_CLOCKS)
      .map(([, { name, due }]) => [name, due]);
    expect(Object.fromEntries(waiting)).toEqual(dates);
  };
}

/** Something is to be said of its clocks at this ISO instant next; never, where it is null. */
export function tendsAt(instant: string | null): Expectation {
  return (outcome) => expect(taken(outcome).state.deadlines[TEND_CLOCKS]?.due ?? null).toBe(instant);
}

/** A clock of the case knows this afterwards. */
export function clockIs(clock: string, facts: object): Expectation {
  return (outcome) => expect(taken(outcome).state.context['clocks']).toMatchObject({ [clock]: facts });
}

/** A subject is over with its first step, in the state of this path; its project is told exactly this. */
export function beginsAs(path: string, first: Step, told: object): void {
  const { to, state } = first;
  expect({ to, done: state.done, deadlines: state.deadlines }).toEqual({
    to: path,
    done: true,
    deadlines: {},
  });
  const said = first.orders.filter(({ name }) => name === 'tellProject');
  expect(said.map(({ params }) => params)).toEqual([told]);
}
