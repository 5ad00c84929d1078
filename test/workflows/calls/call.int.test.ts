import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../../src/rules/calendar.js';
import type { Case } from '../lives/case.js';
import { GRANT, PAPER, dueOf, later } from '../lives/steps.js';
import { refusalOf } from '../toy/toy-house.js';
import { openCallHouse } from './call-house.js';
import type { CallHouse } from './call-house.js';
import { dismissed, notified, scored, upheld } from './steps.js';

const MINUTE_MS = 60_000;

let house: CallHouse;
let call: Case;
let opens: string, closes: string;
/** A firm's project, by the firm. */
const projects: Record<string, Case> = {};

/** Nine in the morning or six in the evening of a day in Korea, as an instant. */
const nine = (day: string): string => `${day}T00:00:00.000Z`;
const six = (day: string): string => `${day}T09:00:00.000Z`;

function of(firm: string): Case {
  const project = projects[firm];
  if (!project) throw new Error(`${firm} hasn't applied`);
  return project;
}

async function factsOf(one: Case): Promise<Readonly<Record<string, unknown>>> {
  return (await one.view()).facts;
}

beforeAll(async () => {
  house = await openCallHouse();
  const today = dayOf(await house.now());
  [opens, closes] = [nine(addDays(today, 10)), six(addDays(today, 28))];
  call = await house.plan({ track: 'autonomous', window: { opens, closes }, capacity: 3, budget: null });
});
afterAll(() => house.close());

describe('a call that is planned', () => {
  test('takes no application before it opens', async () => {
    const early = await house.receive('autonomous', 'company-early', later(opens, -1));
    expect(await house.postman.bring(early)).toMatchObject({
      ...{ kind: 'refused', kept: { code: 'windowNotOpen' } },
    });
  });

  test('opens by itself at nine in the morning, Korean time', async () => {
    await house.passTo(later(opens, -MINUTE_MS));
    expect((await call.view()).state).toBe('planned');
    await house.passTo(later(opens, MINUTE_MS));
    await call.comesTo('open');
  });
});

describe('a call that is open', () => {
  test('takes applications, each a case of its own that knows its call', async () => {
    for (const firm of ['A', 'B', 'C', 'D', 'E']) projects[firm] = await house.enter('autonomous', firm);
    expect(await factsOf(of('A'))).toMatchObject({ callId: call.id });
    expect((await factsOf(call))['received']).toBeNull();
  });

  test('closes at six in the evening, and waits for what was received by then and is still on its way', async () => {
    await house.passTo(later(closes, -MINUTE_MS));
    expect((await call.view()).state).toBe('open');
    const lastMoment = await house.receive('autonomous', 'F', closes);
    const tooLate = await house.receive('autonomous', 'late', later(closes, 1));
    await house.passTo(later(closes, 5_000));
    await call.comesTo('closed');
    expect(await house.postman.bring(tooLate)).toMatchObject({ kept: { code: 'windowClosed' } });
    expect((await call.view()).state).toBe('closed');
    expect(await house.postman.bring(lastMoment)).toMatchObject({ kind: 'done' });
    projects['F'] = house.projectOf(lastMoment);
    await call.comesTo('screening');
    expect((await factsOf(call))['received']).toBe(6);
  });

  test('is opened again by an extension: who was received after the first close is in time by the new one', async () => {
    const until = later(closes, 86_400_000);
    const between = await house.receive('autonomous', 'G', await house.now());
    const extension = { closes: until, ground: '접수 시스템 장애' };
    expect(await call.decide('officer', 'EXTEND_WINDOW', extension)).toBe('open');
    expect(await house.postman.bring(between)).toMatchObject({ kind: 'done' });
    projects['G'] = house.projectOf(between);
    await house.passTo(later(until, 5_000));
    await call.comesTo('screening');
    expect((await factsOf(call))['received']).toBe(7);
  });
});

describe('a call whose applications are in', () => {
  test('is not through its screening before the books say so', async () => {
    expect(await refusalOf(house.decideByBooks(call, 'officer', 'FINISH_SCREENING'))).toMatchObject({
      blockedBy: [{ code: 'isEverythingScreened', evidence: { unscreened: '7' } }],
    });
  });

  test('tells everybody by one decided list: who is selected, on the reserve, or not selected', async () => {
    const points = { A: 95, B: 90, C: 85, D: 80, E: 75, F: 50, G: 70 };
    for (const [firm, given] of Object.entries(points)) await scored(of(firm), given);
    await notified(house, call);
    expect(await house.places(call)).toEqual({
      ...{ A: 'selected', B: 'selected', C: 'selected', D: 'reserve' },
      ...{ E: 'rejected', G: 'rejected', F: 'rejected' },
    });
    const states = await Promise.all(['A', 'D', 'E'].map(async (firm) => (await of(firm).view()).state));
    expect(states).toEqual(['agreementPending.open', 'reserved', 'notSelected']);
    expect((await factsOf(call))['applied']).toEqual({ selected: 3, reserve: 1, rejected: 3 });
  });
});

describe('a call whose outcomes are known', () => {
  test('lets the reserve move up into the place of a firm that declines', async () => {
    await of('A').decide('applicant', 'DECLINE_SELECTION', { reason: '사업 계획 변경' });
    await house.postman.until(of('D'), 'agreementPending.open');
    expect(await house.places(call)).toMatchObject({ A: 'freed', D: 'promoted' });
  });

  test('puts a firm whose objection is upheld at the head of the reserve where no place is free', async () => {
    await upheld(of('E'), 92);
    await house.postman.until(of('E'), 'reserved');
    expect(await house.places(call)).toMatchObject({ B: 'selected', C: 'selected', D: 'promoted' });
    expect(await factsOf(call)).toMatchObject({ upheld: 1, seated: 0 });
  });

  test('leaves everything as it is where an objection is dismissed', async () => {
    await dismissed(of('G'));
    await of('G').comesTo('rejected');
    expect(await of('G').objection(1).handle.result()).toEqual({ state: 'dismissed' });
  });

  test('lets the firm at the head of the reserve move up where another doesn’t sign', async () => {
    const signed = { ...PAPER, foreignBenefitsDisclosed: true };
    await of('C').decide('applicant', 'SIGN_AGREEMENT', signed);
    await of('C').decide('officer', 'COUNTERSIGN_AGREEMENT');
    await house.passTo(later(await dueOf(of('B'), 'agreement'), 20 * 86_400_000));
    await call.comesTo('objections');
    await of('B').decide('officer', 'CANCEL_SELECTION', { ground: 'not-signed', opinion: {} });
    await house.postman.until(of('E'), 'agreementPending.open');
    expect(await house.places(call)).toMatchObject({ B: 'freed', C: 'selected', E: 'promoted' });
    expect((await factsOf(of('E')))['grant']).toBe(GRANT);
  });

  test('ends with its reserve list, six months after the notification', async () => {
    await house.passTo(later(await dueOf(call, 'reserve'), 30_000));
    await house.postman.until(call, 'concluded');
    expect(await call.handle.result()).toEqual({ state: 'concluded' });
  });

  test('has every step of its life in the ledger', async () => {
    const story = await call.story();
    const told = story.filter((line) => /PLACE|RESERVE|OBJECTION|UPHELD|LIST|INTAKE/.test(line));
    expect(told).toEqual([
      ...['INTAKE_CLOSED', 'INTAKE_CLOSED', 'PROPOSE_LIST', 'DECIDE_LIST', 'LIST_APPLIED'],
      ...['PLACE_FREED', 'PLACE_FILLED', 'OBJECTION_UPHELD', 'UPHELD_PLACED'],
      ...['PLACE_FREED', 'PLACE_FILLED', 'RESERVE_ENDED'],
    ]);
  });
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
