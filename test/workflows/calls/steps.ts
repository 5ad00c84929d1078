import { expect } from 'vitest';
import type { Competition, Track } from '../../../src/contract/names.js';
import { loadEdition, termsOf } from '../../../src/program/load.js';
import type { Case } from '../lives/case.js';
import { PAPER } from '../lives/steps.js';
import type { CallHouse } from './call-house.js';

const OPINION = { ko: '계획이 충실합니다.', en: 'A sound plan.' };

/** The panel of these suites, and the board that looks at objections. */
const PANEL = ['person-panel-1', 'person-panel-2', 'person-panel-3'];
export const BOARD = ['person-panel-4', 'person-panel-5', 'person-panel-6'];

/** A project from its application to the committee's table, with the same points for every criterion. */
export async function scored(project: Case, points: number): Promise<void> {
  await project.decide('officer', 'PASS_PRECHECK');
  if ((await project.view()).state === 'priorityCheck')
    await project.decide('officer', 'CONFIRM_PRIORITY', { preferences: [] });
  expect(await scoredBy(project, 'selection', points)).toBe('deliberation');
}

/** A roadmap that was handed in and co-signed, to the committee's table. */
export async function roadmapScored(project: Case, points: number): Promise<void> {
  await project.decide('applicant', 'SUBMIT_ROADMAP', PAPER);
  await project.decide('partner', 'COSIGN_ROADMAP');
  expect(await scoredBy(project, 'roadmap', points)).toBe('roadmapEvaluation.evaluated');
}

/** A panel scores a project; gives back the state that the last score leads to. */
async function scoredBy(project: Case, competition: Competition, points: number): Promise<string> {
  await project.decide('officer', 'ASSIGN_PANEL', { members: PANEL });
  const { track } = (await project.view()).identity;
  const { evaluation } = termsOf(loadEdition('2026'), track as Track);
  const criteria = evaluation?.criteria[competition] ?? [];
  const scores = Object.fromEntries(criteria.map(({ id }) => [id, points]));
  let state = '';
  for (const person of PANEL)
    state = await project.decide('panelMember', 'SCORE', { scores, justification: OPINION }, { person });
  return state;
}

/** A call from its screening to the notification of everybody; that of roadmaps has none. */
export async function notified(house: CallHouse, call: Case): Promise<void> {
  if ((await call.view()).state === 'screening')
    await house.decideByBooks(call, 'officer', 'FINISH_SCREENING');
  expect(await house.decideByBooks(call, 'officer', 'FINISH_EVALUATION')).toBe('deliberating.drafting');
  const list = { listSha256: await house.list(call) };
  await house.decideByBooks(call, 'officer', 'PROPOSE_LIST', list);
  expect(await house.decideByBooks(call, 'committee', 'DECIDE_LIST', list)).toBe('notifying');
  await house.postman.until(call, 'notified');
}

/** An objection of a project, from its filing to a board. */
export async function objected(project: Case): Promise<Case> {
  const filed = { ground: 'misreading', statement: '제출자료가 잘못 읽혔습니다.' };
  expect(await project.decide('applicant', 'FILE_OBJECTION', filed)).toBe('objection');
  const objection = project.objection(1);
  await objection.comesTo('filed');
  await objection.decide('officer', 'ASSIGN_BOARD', { members: BOARD });
  return objection;
}

/** A project's objection that a board upholds, with the points that it gives instead. */
export async function upheld(project: Case, score: number): Promise<void> {
  const objection = await objected(project);
  await objection.decide('officer', 'UPHOLD_OBJECTION', { score, opinion: OPINION });
}

/** A project's objection that a board dismisses. */
export async function dismissed(project: Case): Promise<void> {
  const objection = await objected(project);
  await objection.decide('officer', 'DISMISS_OBJECTION', { ground: 'no-error', opinion: OPINION });
}
