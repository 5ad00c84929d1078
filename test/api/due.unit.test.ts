import { describe, expect, test } from 'vitest';
import { setup } from 'xstate';
import { dueOf } from '../../src/api/due.js';
import type { Chart } from '../../src/charts/kernel/types.js';

const label = { ko: '시험', en: 'Trial' };

const machine = setup({
  delays: { window: () => 1_000, explanation: () => 2_000, reminder: () => 500 },
}).createMachine({
  id: 'trial.v1',
  initial: 'waiting',
  states: {
    waiting: { on: { BEGIN: 'underWay' } },
    underWay: {
      initial: 'asked',
      on: { WITHDRAW: 'ended' },
      after: { window: 'ended', reminder: { target: 'underWay', reenter: true } },
      states: { asked: { on: { EXPLAIN: 'answered' }, after: { explanation: 'answered' } }, answered: {} },
    },
    ended: { type: 'final' },
  },
});
const chart = {
  id: 'trial.v1',
  subject: 'tranche',
  label,
  events: {},
  evidence: {},
  machine,
} as unknown as Chart;

const window = { name: 'window', due: '2026-10-01T00:00:00.000Z' };
const explanation = { name: 'explanation', due: '2026-05-01T00:00:00.000Z' };
const deadlines = {
  'xstate.after.window.trial.v1.underWay': window,
  'xstate.after.explanation.trial.v1.underWay.asked': explanation,
};

describe('until when a state offers an event', () => {
  test('it is the earliest date of the state that takes it and the groups around it', () => {
    expect(dueOf(chart, 'underWay.asked', deadlines, 'EXPLAIN')).toBe(explanation.due);
  });

  test("an inner state's date doesn't end what the group around it takes", () => {
    expect(dueOf(chart, 'underWay.asked', deadlines, 'WITHDRAW')).toBe(window.due);
  });

  test('a date that leads back to its own state ends nothing', () => {
    const reminder = { name: 'reminder', due: '2026-03-01T00:00:00.000Z' };
    const all = { ...deadlines, 'xstate.after.reminder.trial.v1.underWay': reminder };
    expect(dueOf(chart, 'underWay.asked', all, 'WITHDRAW')).toBe(window.due);
  });

  test('a date that was moved is told as it stands now', () => {
    const moved = { 'xstate.after.window.trial.v1.underWay': { ...window, due: '2027-01-01T00:00:00.000Z' } };
    expect(dueOf(chart, 'underWay.answered', moved, 'WITHDRAW')).toBe('2027-01-01T00:00:00.000Z');
  });

  test('without a date there is none, nor for an event of another state', () => {
    expect(dueOf(chart, 'waiting', {}, 'BEGIN')).toBeUndefined();
    expect(dueOf(chart, 'underWay.asked', deadlines, 'BEGIN')).toBeUndefined();
  });

  test('a state that the chart does not have is a defect', () => {
    expect(() => dueOf(chart, 'elsewhere', {}, 'BEGIN')).toThrow('trial.v1 has no state elsewhere');
  });
});
