import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/charts/kernel/types.js';
import type { Command } from '../../../src/contract/messages.js';
import { receive } from '../../../src/ledger/inbox.js';
import { refusalOf } from '../toy/toy-house.js';
import { openHouse } from './house.js';
import type { Case } from './case.js';
import type { House } from './house.js';
import { GRANT, PAPER, dueOf, evaluated, later } from './steps.js';

/** The last instant of 28 February, Korean time, as UTC. */
const END_OF_FEBRUARY = /^\d{4}-02-28T14:59:59\.999Z$/;

let house: House;
let due: string;
/** One for each thing that can become of a roadmap. */
let idle: Case, early: Case, late: Case, underWay: Case;

/** The next 31 August whose February has 28 days, at ten in the morning in Korea. */
function nextLastOfAugust(now: string): string {
  const isLeap = (year: number): boolean => year % 4 === 0;
  let year = Number(now.slice(0, 4));
  while (isLeap(year + 1) || `${year}-08-31T01:00:00.000Z` < now) year += 1;
  return `${year}-08-31T01:00:00.000Z`;
}

/** A decision that the inbox has, and that is still on its way. */
async function onItsWay(project: Case, by: Actor, type: string, data: Command['data'], receivedAt: string) {
  const wish = { kind: 'decide', subjectId: project.id, type, data, by, receivedAt } as const;
  const received = await receive(house.ledger, { ...wish, key: randomUUID(), bodySha256: '0'.repeat(64) });
  if (received.outcome !== 'stored') throw new Error('the inbox took it for another');
  return received.stored.command;
}

beforeAll(async () => {
  house = await openHouse();
  [idle, early, late, underWay] = await Promise.all([
    ...[house.apply('structured'), house.apply('structured')],
    ...[house.apply('structured'), house.apply('structured')],
  ] as [Promise<Case>, Promise<Case>, Promise<Case>, Promise<Case>]);
  await house.passTo(nextLastOfAugust(await house.now()));
  for (const project of [idle, early, late, underWay]) {
    await evaluated(project);
    await project.decide('committee', 'SELECT', { grant: GRANT });
  }
  due = await dueOf(idle, 'roadmap');
});
afterAll(() => house.close());

async function states(): Promise<string[]> {
  return Promise.all([idle, early, late, underWay].map(async (one) => (await one.view()).state));
}

describe('a roadmap of a project that was selected on 31 August', () => {
  test('is due at the end of 28 February in Korea: six calendar months, not 180 days', async () => {
    expect(due).toMatch(END_OF_FEBRUARY);
    const { deadlines } = await idle.view();
    expect(Object.values(deadlines)).toContainEqual({ name: 'roadmap', due });
  });

  test('is looked at half-way: firm and partner are reminded, and it goes on', async () => {
    const halfWay = await dueOf(idle, 'roadmap-check');
    expect((await idle.view()).nextDue).toBe(halfWay);
    await house.passTo(later(halfWay, 10_000));
    const reminded = async (): Promise<string[]> => {
      const { rows } = await house.ledger.pool.query<{ org: string }>(
        `select org from notice where subject_id = $1 and notice = 'roadmapCheckDue' order by org`,
        [idle.id],
      );
      return rows.map(({ org }) => org);
    };
    await expect.poll(reminded, { timeout: 30_000 }).toEqual(['company-0001', 'partner-tno']);
    expect(await states()).toEqual(Array(4).fill('roadmap.drafting'));
    expect((await idle.view()).nextDue).toBe(due);
  });

  test('waits through the half year with one timer at a time, for its next date', async () => {
    const { events } = await house.client.workflow.getHandle(idle.id).fetchHistory();
    const timers = events?.filter(({ timerStartedEventAttributes: timer }) => timer) ?? [];
    const fired = events?.filter(({ timerFiredEventAttributes: timer }) => timer) ?? [];
    expect([timers.length, fired.length]).toEqual([2, 1]);
  });

  test('is still to be made on the last morning', async () => {
    await house.passTo(later(due, -14 * 3_600_000));
    await sleep(500);
    expect(await states()).toEqual(Array(4).fill('roadmap.drafting'));
  });

  test('can be handed in and co-signed in the last millisecond, and not in the next', async () => {
    await house.passTo(later(due, -60_000));
    expect(await early.decide('applicant', 'SUBMIT_ROADMAP', PAPER, { receivedAt: due })).toBe(
      'roadmap.awaitingCoSignature',
    );
    expect(await early.decide('partner', 'COSIGN_ROADMAP', {}, { receivedAt: due })).toBe(
      'roadmapEvaluation.unassigned',
    );
    const afterwards = { receivedAt: later(due, 1) };
    expect(await refusalOf(late.decide('applicant', 'SUBMIT_ROADMAP', PAPER, afterwards))).toMatchObject({
      code: 'isWithinRoadmapWindow',
      blockedBy: [{ code: 'isWithinRoadmapWindow', evidence: { receivedAt: later(due, 1), due } }],
    });
    expect((await late.view()).state).toBe('roadmap.drafting');
  });

  test('that was handed in in time counts though it is delivered after the timer; what came later doesn’t', async () => {
    const applicant = { person: 'person-applicant-1', role: 'applicant', org: 'company-0001' } as const;
    const partner = { person: 'person-partner-1', role: 'partner', org: 'partner-tno' } as const;
    const submitted = await onItsWay(underWay, applicant, 'SUBMIT_ROADMAP', PAPER, later(due, -60_000));
    const coSigned = await onItsWay(underWay, partner, 'COSIGN_ROADMAP', {}, due);
    await house.passTo(later(due, 90_000));
    await Promise.all([idle, late].map((one) => one.comesTo('expired')));
    expect((await underWay.view()).state).toBe('roadmap.drafting');
    const tooLate = underWay.decide('applicant', 'SUBMIT_ROADMAP', PAPER);
    expect(await refusalOf(tooLate)).toMatchObject({ code: 'isWithinRoadmapWindow' });
    expect(await underWay.decide('applicant', 'SUBMIT_ROADMAP', PAPER, submitted)).toBe(
      'roadmap.awaitingCoSignature',
    );
    expect(await underWay.decide('partner', 'COSIGN_ROADMAP', {}, coSigned)).toBe(
      'roadmapEvaluation.unassigned',
    );
  });

  test('that wasn’t made closes its case, and the company is told', async () => {
    const { rows } = await house.ledger.pool.query('select notice from notice where subject_id = $1', [
      idle.id,
    ]);
    expect(rows).toContainEqual({ notice: 'roadmapExpired' });
    expect(await house.client.workflow.getHandle(idle.id).result()).toEqual({ state: 'expired' });
  });
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
