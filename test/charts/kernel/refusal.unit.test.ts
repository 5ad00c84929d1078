import { describe, expect, test } from 'vitest';
import { namesIn, refusalOf, refuse } from '../../../src/charts/kernel/refusal.js';
import { begin, step } from '../../../src/charts/kernel/step.js';
import { and } from 'xstate';
import { happens, toy } from './toys.js';

const by = { person: 'person-1', role: 'applicant', org: 'company-1' } as const;
const open = (seats: number) => begin(toy, { seats, openMs: 60_000 }, happens('OPEN')).state;

describe('What the chart takes', () => {
  test('is refused by nothing', () => {
    expect(refusalOf(toy, open(1), happens('SIT', { by }))).toBeNull();
  });

  test('is taken without asking further where no guard stands before it', () => {
    expect(refusalOf(toy, open(0), happens('LEAVE', { by }))).toBeNull();
  });

  test('is what one of its branches takes', () => {
    expect(refusalOf(toy, open(0), happens('STAND'))).toBeNull();
  });

  test('is a date that it waits for, and no other', () => {
    expect(refusalOf(toy, open(0), happens('xstate.after.lastOrders.toy.v1.open.quiet'))).toBeNull();
    const other = happens('xstate.after.lastOrders.toy.v1.open.busy');
    expect(refusalOf(toy, open(0), other)?.code).toBe('unknownEvent');
  });
});

describe('A refusal', () => {
  test('names the guard, the facts that it saw, the event and the state', () => {
    expect(refusalOf(toy, open(0), happens('SIT', { by }))).toEqual({
      ...{ code: 'hasSeats', event: 'SIT', state: 'open.quiet' },
      blockedBy: [{ code: 'hasSeats', evidence: { seats: '0' } }],
    });
  });

  test('names every guard that said no, in the order in which they are asked', () => {
    const refusal = refusalOf(toy, open(0), happens('BOOK', { by }));
    expect(refusal?.code).toBe('hasSeats');
    expect(refusal?.blockedBy.map(({ code }) => code)).toEqual(['hasSeats', 'isAtLeast']);
  });

  test('names only those that said no, each asked with its own params', () => {
    const refusal = refusalOf(toy, open(2), happens('BOOK', { by }));
    expect(refusal?.blockedBy).toEqual([{ code: 'isAtLeast', evidence: {} }]);
  });

  test('is told by the last branch of an event, the ordinary one', () => {
    const refusal = refusalOf(toy, open(2), happens('STAND', { by }));
    expect(refusal?.blockedBy).toEqual([{ code: 'isAtLeast', evidence: {} }]);
  });
});

describe('What no guard refuses', () => {
  test('belongs to another state', () => {
    expect(refusalOf(toy, open(1), happens('CALM'))).toEqual({
      ...{ code: 'notOfferedHere', event: 'CALM', state: 'open.quiet' },
      blockedBy: [{ code: 'notOfferedHere', evidence: {} }],
    });
  });

  test.each(['FLY', '', '*', 'constructor', 'toString', '__proto__', 'xstate.init', 'xstate.stop'])(
    'or is no event of the chart at all: %j',
    (type) => {
      expect(refusalOf(toy, open(1), happens(type))?.code).toBe('unknownEvent');
    },
  );

  test('or comes when everything is over, whatever it is', () => {
    const closed = step(toy, open(1), happens('LEAVE')).state;
    for (const type of ['SIT', 'LEAVE', 'OPEN'])
      expect(refusalOf(toy, closed, happens(type))).toMatchObject({ code: 'caseIsClosed', state: 'closed' });
  });
});

describe('A guard as it is written', () => {
  test.each([
    ['isOfficer', ['isOfficer']],
    [{ type: 'isOfficer' }, ['isOfficer']],
    [{ type: 'wasIn', params: { state: 'open' } }, ['wasIn']],
    [and(['isOfficer', { type: 'wasIn' }, and(['isSystem'])]), ['isOfficer', 'wasIn', 'isSystem']],
  ])('is known by its names: %j', (guard, names) => {
    expect(namesIn(guard as Parameters<typeof namesIn>[0])).toEqual(names);
  });

  test('that the machine does not have is a defect, and no refusal', () => {
    const broken = { ...toy, machine: toy.machine.provide({}) };
    delete (broken.machine.implementations.guards as Record<string, unknown>)['hasSeats'];
    expect(() => refusalOf(broken, open(0), happens('SIT', { by }))).toThrow(/hasSeats/);
  });
});

describe('What others refuse in the chart’s name', () => {
  test('is its own reason where no guard is named', () => {
    expect(refuse('unknownEvent', open(1), 'FLY')).toEqual({
      ...{ code: 'unknownEvent', event: 'FLY', state: 'open.quiet' },
      blockedBy: [{ code: 'unknownEvent', evidence: {} }],
    });
  });
});
