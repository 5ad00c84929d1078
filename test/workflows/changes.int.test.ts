import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { besideId } from '../../src/contract/names.js';
import { SOON, caseOf } from './lives/case.js';
import type { Case } from './lives/case.js';
import { realEngine } from './lives/engines.js';
import { openHouse } from './lives/house.js';
import type { House } from './lives/house.js';
import { GRANT, PAPER, agreed, dueOf, evaluated } from './lives/steps.js';

const OPINION = { ko: '변경 사유가 인정됩니다.', en: 'The reasons hold.' };
const NEW_PARTNER = 'partner-tno';

let house: House;
let project: Case;
let asked = 0;

beforeAll(async () => {
  house = await openHouse(realEngine);
  project = await house.apply('autonomous');
  await evaluated(project);
  await project.decide('committee', 'SELECT', { grant: GRANT });
  await agreed(project);
  await project.tranche(1).comesTo('claimable');
});
afterAll(() => house.close());

/** The firm asks for a change; gives back the change as a case, whose partner is this one. */
async function asks(kind: string, particulars: object, partnerId = NEW_PARTNER): Promise<Case> {
  const { companyId } = (await project.view()).identity;
  await project.decide('applicant', 'REQUEST_CHANGE', {
    ...{ kind, particulars, reason: '사정이 바뀌었습니다.', ...PAPER },
  });
  asked += 1;
  return caseOf(house, besideId('change', project.id, asked), { companyId, partnerId });
}

/** What the project knows of its latest change comes to this. */
async function becomes(state: string): Promise<void> {
  const latest = async (): Promise<unknown> => {
    const { changes } = (await project.view()).facts as { changes: { state: string }[] };
    return changes.at(-1)?.state;
  };
  await vi.waitFor(async () => expect(await latest()).toBe(state), SOON);
}

describe('a change of the agreement, in running workflows', () => {
  test('that is minor is registered with its first row, and is over', async () => {
    const change = await asks('method', { summary: '시험 방법을 바꿉니다.' });
    await becomes('registered');
    expect(await change.story()).toEqual(['OPEN_CHANGE']);
    expect(await change.handle.result()).toEqual({ state: 'registered' });
    expect((await change.view()).state).toBe('registered');
  });

  test('of the period moves the end of the running stage', async () => {
    const before = await dueOf(project, 'stage-report');
    const change = await asks('period', { months: 6 });
    await change.comesTo('underReview');
    expect(await change.decide('committee', 'APPROVE_CHANGE', { opinion: OPINION })).toBe('approved');
    await becomes('applied');
    const after = await dueOf(project, 'stage-report');
    expect(Date.parse(after)).toBeGreaterThan(Date.parse(before));
    expect((await project.view()).nextDue).toBe(after);
  });

  test('of all the money is bound by the tranches to come, and stands in the books', async () => {
    const change = await asks('total-money', { grant: '1100000000' });
    await change.comesTo('underReview');
    await change.decide('committee', 'APPROVE_CHANGE', { opinion: OPINION });
    await becomes('applied');
    const amounts = async (): Promise<unknown[]> =>
      Promise.all([1, 2, 3].map(async (no) => (await project.tranche(no).view()).facts['amount']));
    await expect.poll(amounts, SOON).toEqual(['200000000', '450000000', '450000000']);
    const { rows } = await house.ledger.pool.query<{ bound: string }>(
      `select sum(credit)::text as bound from entry
        where kind = 'commit' and account like 'year/%' and project_id = $1`,
      [project.id],
    );
    expect(rows).toEqual([{ bound: '1100000000' }]);
  });

  test('brings another partner once that has signed and the clauses were reviewed', async () => {
    const { partnerId } = (await project.view()).identity;
    const change = await asks('institution', { replaces: partnerId, by: NEW_PARTNER });
    await change.comesTo('underReview');
    expect((await change.view()).identity.partnerId).toBe(NEW_PARTNER);
    for (const of of ['roadmap', 'intellectual-property'])
      await change.decide('officer', 'RECORD_CLAUSE_REVIEW', { of, ...PAPER, opinion: OPINION });
    await change.decide('partner', 'COSIGN_CHANGE');
    await change.decide('officer', 'APPROVE_CHANGE', { opinion: OPINION });
    await becomes('applied');
    const whose = async (): Promise<unknown> => (await project.tranche(2).view()).facts['partnerId'];
    await expect.poll(whose, SOON).toBe(NEW_PARTNER);
    expect((await project.view()).facts['partnerId']).toBe(NEW_PARTNER);
  });
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
