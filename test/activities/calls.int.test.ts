import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.js';
import { SYSTEM } from '../../src/charts/kernel/types.js';
import type { EffectOrder, Reply } from '../../src/contract/messages.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { placesOf } from '../../src/ledger/places.js';
import { receive } from '../../src/ledger/inbox.js';
import { NOON, emptyBooks, eventOf } from '../ledger/books.js';
import {
  CALL,
  CHAIR,
  appliedCall,
  callStands,
  idOf,
  line,
  listOf,
  stands,
  toldTo,
} from '../ledger/call-books.js';

type Name = 'closeIntake' | 'applyList' | 'promoteNext' | 'placeUpheld' | 'endReserve';

async function given(ledger: Ledger) {
  const activities = createActivities({ ledger, portalUrl: 'http://127.0.0.1:1' });
  return (name: Name, params: object, key = `${CALL}/${randomUUID()}`): Promise<Reply> => {
    const whose = { subjectId: CALL, chartId: 'call.v1', companyId: 'agency', editionId: '2026' };
    const order: EffectOrder = {
      key,
      ...whose,
      at: NOON,
      name,
      params: { callId: CALL, by: CHAIR, ...params },
    };
    return new MockActivityEnvironment().run(activities[name], order) as Promise<Reply>;
  };
}

/** A call whose list was applied and whose outcomes have all arrived. */
async function applied(limits: Parameters<typeof appliedCall>[1] = {}) {
  const { ledger } = await emptyBooks();
  await appliedCall(ledger, limits);
  await settle(ledger);
  return { ledger, perform: await given(ledger) };
}

/** Everything that was told has been taken. */
async function settle(ledger: Ledger): Promise<void> {
  const told = await toldTo(ledger);
  for (const { id, subjectId, type } of told)
    await stands(ledger, subjectId, COMES_TO[type] ?? 'notSelected', {
      event: eventOf({ type, commandId: id }),
    });
}

const COMES_TO: Readonly<Record<string, string>> = {
  SELECTED_BY_CALL: 'roadmap.drafting',
  PUT_ON_RESERVE: 'reserved',
};

describe('the intake of a call', () => {
  const applying = (receivedAt: string) => ({
    ...({ kind: 'start', subjectId: '', draws: { editionId: '2026', track: 'structured' } } as const),
    ...{ type: 'SUBMIT', data: { edition: '2026', track: 'structured' }, by: CHAIR, receivedAt },
    ...{ key: randomUUID(), bodySha256: '0'.repeat(64) },
  });

  test('is closed when nobody who was received in time is on the way any more; who came later isn’t waited for', async () => {
    const { ledger } = await emptyBooks();
    const perform = await given(ledger);
    await callStands(ledger, { capacity: 2, competition: 'selection' } as never);
    const inTime = await receive(ledger, applying(NOON));
    await receive(ledger, applying('2026-04-06T03:00:00.001Z'));
    const early = perform('closeIntake', { closes: NOON });
    await expect(early).rejects.toThrow('1 applications on their way');
    await expect(early).rejects.not.toBeInstanceOf(ApplicationFailure);
    if (inTime.outcome !== 'stored') throw new Error('not stored');
    const { command, subjectId } = inTime.stored;
    await stands(ledger, subjectId, 'submitted', {
      event: eventOf({ type: 'SUBMIT', commandId: command.id }),
    });
    expect(await perform('closeIntake', { closes: NOON })).toEqual({
      type: 'INTAKE_CLOSED',
      data: { received: 1, closes: NOON },
    });
  });
});

describe('a list', () => {
  test('is applied when everybody on it has been told, however often that is asked', async () => {
    const { ledger } = await emptyBooks();
    const perform = await given(ledger);
    await callStands(ledger, { capacity: 1 });
    const listSha256 = await listOf(ledger, [line(1, 'selected'), line(2, 'reserve', { reserveRank: 1 })]);
    for (const number of [1, 2]) await stands(ledger, idOf(number), 'deliberation');
    const params = { listSha256, receivedAt: NOON };
    const key = `${CALL}/9.0`;
    await expect(perform('applyList', params, key)).rejects.toThrow('2 outcomes on their way');
    await settle(ledger);
    expect(await perform('applyList', params, key)).toEqual({
      type: 'LIST_APPLIED',
      data: { selected: 1, reserve: 1, rejected: 0 },
    });
    expect(await toldTo(ledger)).toHaveLength(2);
  });
});

describe('a place that is free', () => {
  test('goes to the next of the reserve, once for each order', async () => {
    const { ledger, perform } = await applied();
    const freed = { freed: idOf(1) };
    const filled = { type: 'PLACE_FILLED', data: { projectId: idOf(3), rank: 3 } };
    for (let tries = 0; tries < 2; tries += 1)
      expect(await perform('promoteNext', freed, `${CALL}/10.0`)).toEqual(filled);
    expect(await toldTo(ledger, 'PROMOTED')).toHaveLength(1);
    // The other place is held still.
    expect(await perform('promoteNext', { freed: null })).toEqual({ type: 'RESERVE_EXHAUSTED', data: {} });
  });

  test('waits for whoever is still on the way to the reserve', async () => {
    const { ledger } = await emptyBooks();
    const perform = await given(ledger);
    await appliedCall(ledger);
    await expect(perform('promoteNext', { freed: idOf(1) })).rejects.toThrow('3 reserve places on their way');
    await settle(ledger);
    expect(await perform('promoteNext', { freed: idOf(1) })).toMatchObject({ data: { projectId: idOf(3) } });
  });

  test('and another that is free in the same moment go to two', async () => {
    const { perform } = await applied();
    const both = [idOf(1), idOf(2)].map((freed) => perform('promoteNext', { freed }));
    const filled = (await Promise.all(both)).map((reply) => String(reply?.data['projectId']));
    expect(filled.toSorted()).toEqual([idOf(3), idOf(4)]);
  });
});

describe('a reserve list', () => {
  test('does not end while somebody objects, or waits for what follows', async () => {
    const { ledger, perform } = await applied();
    const place = { callId: CALL, outcome: 'rejected' };
    for (const state of ['objection', 'deliberation']) {
      await stands(ledger, idOf(6), state, { facts: { place } });
      await expect(perform('endReserve', {})).rejects.toThrow('1 objections under way');
    }
    await stands(ledger, idOf(6), 'notSelected', { facts: { place } });
    // Whoever went on to the second competition waits for that one's decision.
    const selected = { facts: { place: { callId: CALL, outcome: 'selected' } } };
    await stands(ledger, idOf(1), 'roadmapEvaluation.evaluated', selected);
    expect(await perform('endReserve', {})).toEqual({ type: 'RESERVE_ENDED', data: { released: 3 } });
    expect((await placesOf(ledger, CALL)).filter(({ state }) => state === 'released')).toHaveLength(3);
  });
});

test('an order of a call that isn’t in the books is a defect, and tried again until somebody has looked', async () => {
  const { ledger } = await emptyBooks();
  const perform = await given(ledger);
  const asked = perform('placeUpheld', { projectId: idOf(1), by: SYSTEM });
  await expect(asked).rejects.toThrow(`${CALL} isn't in the books`);
  await expect(asked).rejects.not.toBeInstanceOf(ApplicationFailure);
});
