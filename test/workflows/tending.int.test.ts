import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TendedClock } from '../../src/charts/clockwork/running.js';
import { listClocks } from '../../src/ledger/reads/clocks.js';
import { makeDelegation } from '../../src/ledger/registers/delegations.js';
import { upsertDesks } from '../../src/ledger/registers/desks.js';
import { dayOf } from '../../src/rules/calendar.js';
import type { Case } from './lives/case.js';
import { openHouse } from './lives/house.js';
import type { House } from './lives/house.js';
import { GRANT, dueOf, evaluated, later } from './lives/steps.js';

const DAY = 86_400_000;
const CLOCK = { clock: 'agreement' };
const DESK = {
  ...{ editionId: '2026', track: 'autonomous', org: 'agency' },
  ...{ officer: 'person-officer-1', deputy: 'person-officer-2', head: 'person-head-1' },
};

let house: House;

beforeAll(async () => {
  house = await openHouse();
  await upsertDesks(house.ledger, [DESK], 'person-administrator-1');
});
afterAll(() => house.close());

/** A project that is selected and waits for its agreement. */
async function selected(): Promise<Case> {
  const project = await house.apply('autonomous');
  await evaluated(project);
  await project.decide('committee', 'SELECT', { grant: GRANT });
  return project;
}

async function clockOf(project: Case): Promise<TendedClock> {
  const { clocks } = (await project.view()).facts as { clocks: { agreement: TendedClock } };
  return clocks.agreement;
}

/** Whom the case told of its clock, as `person or organisation: notice`, in their order. */
async function told({ id }: Case): Promise<string[]> {
  const { rows } = await house.ledger.pool.query<{ said: string }>(
    `select coalesce(person, org) || ': ' || notice as said from notice
      where subject_id = $1 and notice like 'clock%' order by sent_at, key`,
    [id],
  );
  return rows.map(({ said }) => said);
}

describe('a clock that runs in its case', () => {
  test('reminds, is overdue, and goes up to the stand-in and the head, each once', async () => {
    const project = await selected();
    const due = await dueOf(project, 'agreement');
    const company = (await project.view()).identity.companyId;
    await house.passTo(later(due, -6 * DAY));
    const reminded = [`${company}: clockReminder`, 'person-officer-1: clockReminder'];
    await expect.poll(() => told(project)).toEqual(reminded);
    await house.restart();
    await makeDelegation(house.ledger, {
      ...{ id: project.id, ofPerson: DESK.officer, toPerson: 'person-officer-3', role: 'officer' },
      ...{ org: 'agency', fromDay: dayOf(later(due, 1)), toDay: dayOf(later(due, 1)) },
      ...{ ground: '연가', madeBy: DESK.officer },
    });
    await house.passTo(later(due, DAY / 2));
    await expect.poll(() => told(project)).toHaveLength(2 * reminded.length + 3);
    const overdue = [`${company}: clockOverdue`, 'person-officer-3: clockOverdue'];
    expect((await told(project)).slice(-3)).toEqual([...overdue, 'person-officer-3: clockEscalated']);
    await house.passTo(later(due, 8 * DAY));
    await expect.poll(() => told(project)).toContain('person-head-1: clockEscalated');
    const { escalations, overdueSince, said } = await clockOf(project);
    expect(escalations).toMatchObject([
      { mark: 'escalate/delegate', person: 'person-officer-3', onBehalfOf: 'person-officer-1' },
      { mark: 'escalate/head', person: 'person-head-1', onBehalfOf: null },
    ]);
    expect([overdueSince, new Set(said).size]).toEqual([due, said.length]);
  });

  test('is overdue in the books from its due instant on, until somebody acts', async () => {
    const project = await selected();
    const due = await dueOf(project, 'agreement');
    const overdueAt = (at: string) =>
      listClocks(house.ledger, { overdueAt: at, subjectId: project.id }, { limit: 10 });
    expect(await overdueAt(due)).toEqual([]);
    expect(await overdueAt(later(due, 1))).toMatchObject([{ ...CLOCK, due, whose: ['firm', 'agency'] }]);
    await project.decide('applicant', 'WITHDRAW');
    expect(await overdueAt(later(due, 1))).toEqual([]);
  });

  test('is extended with a ground, and stands still while it is suspended: what was left goes on', async () => {
    const project = await selected();
    const due = await dueOf(project, 'agreement');
    const longer = { ...CLOCK, length: { unit: 'days', count: 10 }, ground: '해외기관 서명 지연' };
    await project.decide('officer', 'EXTEND_CLOCK', longer);
    const extended = await dueOf(project, 'agreement');
    expect(Date.parse(extended)).toBeGreaterThanOrEqual(Date.parse(due) + 10 * DAY);
    await project.decide('officer', 'SUSPEND_CLOCK', { ...CLOCK, ground: '소송 진행' });
    await house.passTo(later(extended, 5 * DAY));
    expect((await project.view()).state).not.toContain('overdue');
    await house.restart();
    await project.decide('officer', 'RESUME_CLOCK', CLOCK);
    const { due: resumed, extensions, overdueSince } = await clockOf(project);
    const left = Date.parse(extended) - Date.parse((await project.view()).openedAt);
    expect(Date.parse(resumed)).toBeGreaterThan(Date.parse(extended) + 5 * DAY + left / 2);
    expect(extensions).toMatchObject([{ from: due, to: extended, ground: longer.ground }]);
    expect(overdueSince).toBeNull();
  });

  test('moves with the day that it starts from, and with a day off that is added while it runs', async () => {
    const project = await selected();
    const { from, due } = await clockOf(project);
    await house.passTo(later(from, 5 * DAY));
    const really = { from: dayOf(later(from, 3 * DAY)), ground: '통보일 정정' };
    await project.decide('officer', 'CORRECT_CLOCK', { ...CLOCK, ...really });
    const corrected = await dueOf(project, 'agreement');
    expect(Date.parse(corrected)).toBeGreaterThan(Date.parse(due));
    const [year = '', ...rest] = dayOf(corrected).split('-');
    await project.decide('administrator', 'RECOUNT_CLOCKS', {
      ...{ daysAdded: { [year]: [rest.join('-')] }, ground: '임시공휴일 지정' },
      decidedBy: 'person-administrator-2',
    });
    const recounted = await dueOf(project, 'agreement');
    expect(Date.parse(recounted)).toBeGreaterThan(Date.parse(corrected));
    const [line] = await listClocks(house.ledger, { subjectId: project.id }, { limit: 1 });
    expect(line).toMatchObject({ ...CLOCK, due: recounted });
  });
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
