import { describe, expect, test } from 'vitest';
import { appendRow } from '../../src/ledger/append.js';
import { rowOfCommand } from '../../src/ledger/reads/command-row.js';
import { getSubject } from '../../src/ledger/reads/subjects.js';
import { timeline } from '../../src/ledger/reads/timeline.js';
import { NOON, PROJECT, emptyBooks, eventOf, identityOf, rowOf } from './books.js';

const ALL = { limit: 100 };

describe('When a row is appended', () => {
  test('what people read of the subject is what the row led to', async () => {
    const { ledger } = await emptyBooks();
    const deadlines = {
      ROADMAP_DUE: { name: 'roadmapWindow', due: '2026-10-06T14:59:59.999Z' },
      REPORT_DUE: { name: 'stageReport', due: '2026-05-06T14:59:59.999Z' },
    };
    expect(await appendRow(ledger, rowOf(PROJECT, 1, { deadlines }))).toEqual([]);
    expect(await getSubject(ledger, PROJECT)).toEqual({
      identity: identityOf(PROJECT),
      ...{ seq: 1, state: 'submitted', facts: { title: 'x' }, deadlines },
      ...{ nextDue: '2026-05-06T14:59:59.999Z', openedAt: NOON, updatedAt: NOON, closedAt: null },
    });
  });

  test('a subject is opened when its first event was received, and closed when its last was applied', async () => {
    const { ledger } = await emptyBooks();
    const later = '2026-04-07T03:00:00.000Z';
    await appendRow(ledger, rowOf(PROJECT, 1));
    await appendRow(
      ledger,
      rowOf(PROJECT, 2, { event: eventOf({ at: later }), to: 'withdrawn', done: true }),
    );
    const closed = await getSubject(ledger, PROJECT);
    expect(closed).toMatchObject({ state: 'withdrawn', openedAt: NOON, updatedAt: later, closedAt: later });
  });

  test('an announcement that was not taken has its row, with the reason', async () => {
    const { ledger } = await emptyBooks();
    const event = eventOf({ type: 'HOLD_LIFTED' });
    await appendRow(ledger, rowOf(PROJECT, 1));
    await appendRow(
      ledger,
      rowOf(PROJECT, 2, { event, outcome: 'ignored', reason: 'isOnHold', to: 'submitted' }),
    );
    expect(await rowOfCommand(ledger, event.commandId!)).toEqual({
      ...{ subjectId: PROJECT, seq: 2, to: 'submitted', outcome: 'ignored', reason: 'isOnHold' },
    });
  });
});

describe('When a row already stands', () => {
  test('the same row twice is one row, and leaves what came after it', async () => {
    const { ledger } = await emptyBooks();
    const first = rowOf(PROJECT, 1);
    expect(await appendRow(ledger, first)).toEqual([]);
    expect(await appendRow(ledger, first)).toEqual([]);
    expect(await timeline(ledger, PROJECT, ALL)).toHaveLength(1);
  });

  test('ten at once with the same row write one', async () => {
    const { ledger } = await emptyBooks();
    const first = rowOf(PROJECT, 1);
    const answers = await Promise.all(Array.from({ length: 10 }, () => appendRow(ledger, first)));
    expect(answers).toEqual(Array.from({ length: 10 }, () => []));
    expect(await timeline(ledger, PROJECT, ALL)).toHaveLength(1);
  });

  test('another event at its number is given what stands from there on, and changes nothing', async () => {
    const { ledger } = await emptyBooks();
    const [second, third] = [rowOf(PROJECT, 2), rowOf(PROJECT, 3)];
    for (const row of [rowOf(PROJECT, 1), second, third]) await appendRow(ledger, row);
    expect(await appendRow(ledger, rowOf(PROJECT, 2))).toEqual([
      { event: second.event, outcome: 'applied' },
      { event: third.event, outcome: 'applied' },
    ]);
    expect(await timeline(ledger, PROJECT, ALL)).toHaveLength(3);
    expect((await getSubject(ledger, PROJECT))?.seq).toBe(3);
  });

  test('of ten different events at once at one number, one stands, and the others are given it', async () => {
    const { ledger } = await emptyBooks();
    await appendRow(ledger, rowOf(PROJECT, 1));
    const rows = Array.from({ length: 10 }, () => rowOf(PROJECT, 2));
    const answers = await Promise.all(rows.map((row) => appendRow(ledger, row)));
    const stood = rows.filter((_, index) => answers[index]?.length === 0);
    expect(stood).toHaveLength(1);
    const others = answers.filter((answer) => answer.length > 0);
    expect(others).toEqual(Array.from({ length: 9 }, () => [{ event: stood[0]?.event, outcome: 'applied' }]));
    expect(await timeline(ledger, PROJECT, ALL)).toHaveLength(2);
  });

  test('one command at two subjects at once is applied to one', async () => {
    const { ledger } = await emptyBooks();
    const event = eventOf();
    const rows = [PROJECT, `${PROJECT}9`].map((id) => rowOf(id, 1, { event }));
    const answers = await Promise.allSettled(rows.map((row) => appendRow(ledger, row)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['fulfilled', 'rejected']));
  });

  test('the same event that was ignored there and is applied here is given what stands', async () => {
    const { ledger } = await emptyBooks();
    const event = eventOf();
    await appendRow(ledger, rowOf(PROJECT, 1, { event, outcome: 'ignored', reason: 'isOnHold' }));
    expect(await appendRow(ledger, rowOf(PROJECT, 1, { event }))).toEqual([{ event, outcome: 'ignored' }]);
  });

  test('the same event that led elsewhere is a defect, and is loud', async () => {
    const { ledger } = await emptyBooks();
    const event = eventOf();
    await appendRow(ledger, rowOf(PROJECT, 1, { event, to: 'submitted' }));
    await expect(appendRow(ledger, rowOf(PROJECT, 1, { event, to: 'screened' }))).rejects.toMatchObject({
      code: 'RL005',
    });
    expect((await getSubject(ledger, PROJECT))?.state).toBe('submitted');
  });
});

describe('When a row does not fit', () => {
  test('a number left out is refused, and nothing of the row is kept', async () => {
    const { ledger } = await emptyBooks();
    await appendRow(ledger, rowOf(PROJECT, 1));
    await expect(appendRow(ledger, rowOf(PROJECT, 3))).rejects.toMatchObject({ code: 'RL002' });
    expect((await getSubject(ledger, PROJECT))?.seq).toBe(1);
  });

  test('a ledger that doesn’t begin at one is refused', async () => {
    const { ledger } = await emptyBooks();
    await expect(appendRow(ledger, rowOf(PROJECT, 2))).rejects.toMatchObject({ code: 'RL002' });
    expect(await getSubject(ledger, PROJECT)).toBeUndefined();
  });

  test('a command is applied once, also under a second number', async () => {
    const { ledger } = await emptyBooks();
    const event = eventOf();
    await appendRow(ledger, rowOf(PROJECT, 1, { event }));
    await expect(appendRow(ledger, rowOf(PROJECT, 2, { event }))).rejects.toThrow(/ledger_row_by_command/);
    expect((await getSubject(ledger, PROJECT))?.seq).toBe(1);
  });
});
