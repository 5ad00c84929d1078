import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../src/charts/kernel/types.js';
import { ANNOUNCE, TASK_QUEUE, trancheId } from '../../src/contract/names.js';
import { SEARCH_ATTRIBUTES } from '../../src/contract/search-attributes.js';
import { inputOf } from './lives/application.js';
import { caseOf } from './lives/case.js';
import type { Case } from './lives/case.js';
import { realEngine } from './lives/engines.js';
import { openHouse } from './lives/house.js';
import type { House } from './lives/house.js';
import { GRANT, PAPER, agreed, evaluated } from './lives/steps.js';

let house: House;

beforeAll(async () => {
  house = await openHouse(realEngine);
});
afterAll(() => house.close());

/** A project whose agreement is in force, of a company of its own. */
async function inResearch(): Promise<Case> {
  const project = await house.apply('autonomous', { companyId: `company-${randomUUID().slice(0, 8)}` });
  await evaluated(project);
  await project.decide('committee', 'SELECT', { grant: GRANT });
  await agreed(project);
  return project;
}

describe('a project and its tranches', () => {
  test('tell each other things in their order: after each freeze and its end the money is free again', async () => {
    const project = await inResearch();
    await project.tranche(1).comesTo('claimable');
    for (let round = 0; round < 3; round += 1) {
      await project.decide('officer', 'OPEN_SPECIAL_EVALUATION', { ground: 'breach' });
      await project.decide('applicant', 'SUBMIT_EXPLANATION', PAPER);
      await project.decide('committee', 'DECIDE_SPECIAL_EVALUATION', { outcome: 'continue' });
    }
    const told = [
      'SCHEDULE',
      'OPEN_TRANCHE',
      ...Array.from({ length: 3 }, () => ['FREEZE', 'UNFREEZE']).flat(),
    ];
    await expect.poll(() => project.tranche(1).story(), { timeout: 30_000 }).toEqual(told);
    expect((await project.tranche(1).view()).state).toBe('claimable');
  });

  test('start none twice: one that is there already is left as it is', async () => {
    const project = await house.apply('autonomous');
    const { id } = await startAlone(trancheId(project.id, 1));
    await evaluated(project);
    await project.decide('committee', 'SELECT', { grant: GRANT });
    expect(await agreed(project)).toBe('research.underWay');
    await Promise.all([2, 3].map((no) => project.tranche(no).comesTo('scheduled')));
    expect((await project.tranche(1).story())[0]).toBe('SCHEDULE');
    expect(project.tranche(1).id).toBe(id);
    expect(await project.decide('officer', 'OPEN_SPECIAL_EVALUATION', { ground: 'breach' })).toContain(
      'special',
    );
  });

  test('need no neighbour: what can be told to nobody is no defect', async () => {
    const tranche = await startAlone('project/2026/autonomous/none/tranche/1');
    const cancel = { id: randomUUID(), type: 'CANCEL_TRANCHE', data: {}, by: SYSTEM };
    await tranche.handle.signal(ANNOUNCE, { ...cancel, receivedAt: await house.now() });
    expect(await tranche.handle.result()).toEqual({ state: 'cancelled' });
  });

  async function startAlone(id: string): Promise<Case> {
    const parentId = id.replace(/\/tranche\/\d+$/, '');
    const { identity, facts, command } = inputOf('autonomous', 1, await house.now(), {});
    const own = { id, subject: 'tranche', chartId: 'tranche.v1', parentId } as const;
    const input = {
      identity: { ...identity, ...own },
      facts: { ...facts, subjectId: id, projectId: parentId, editionId: '2026', no: 1, amount: '200000000' },
      command: { ...command, type: 'SCHEDULE', by: SYSTEM },
    };
    await house.client.workflow.start('tranche', { workflowId: id, taskQueue: TASK_QUEUE, args: [input] });
    const alone = caseOf(house, id, identity);
    await alone.comesTo('scheduled');
    return alone;
  }
});

describe('in Temporal’s own list', () => {
  test('a project and its tranches are found by track, edition, company, state, stage and what is due', async () => {
    const project = await inResearch();
    await project.tranche(1).comesTo('claimable');
    const { identity, nextDue } = await project.view();
    const whose = { Track: 'autonomous', Edition: '2026', Company: identity.companyId };
    await expect
      .poll(() => shown(project.tranche(1)), { timeout: 30_000 })
      .toEqual({
        ...{ ...whose, State: 'claimable', Stage: 1 },
      });
    await expect
      .poll(() => shown(project), { timeout: 30_000 })
      .toEqual({
        ...{ ...whose, State: 'research.underWay', Stage: 1, NextDue: new Date(nextDue ?? '') },
      });
    const query = `Company = '${identity.companyId}' AND State = 'scheduled'`;
    const found = async (): Promise<string[]> => {
      const ids: string[] = [];
      for await (const { workflowId } of house.client.workflow.list({ query })) ids.push(workflowId);
      return ids.toSorted();
    };
    await expect.poll(found, { timeout: 30_000 }).toEqual([2, 3].map((no) => trancheId(project.id, no)));
  });

  async function shown({ handle }: Case): Promise<unknown> {
    const { typedSearchAttributes } = await handle.describe();
    const ours = Object.keys(SEARCH_ATTRIBUTES);
    const pairs = typedSearchAttributes.getAll().filter(({ key }) => ours.includes(key.name));
    return Object.fromEntries(pairs.map(({ key, value }) => [key.name, value]));
  }
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
