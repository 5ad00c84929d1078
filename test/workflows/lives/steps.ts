import { expect, vi } from 'vitest';
import type { Case } from './case.js';
import type { House } from './house.js';

/** A stored document, by its SHA-256; these suites never open one. */
export const PAPER = { documentSha256: 'a'.repeat(64) };

const OPINION = { ko: '우수한 계획입니다.', en: 'A good plan.' };

/** Ten hundred million won, of which the partner costs a tenth. */
export const GRANT = '1000000000';

/** From the application to the committee's table. */
export async function evaluated(project: Case): Promise<void> {
  await project.decide('officer', 'PASS_PRECHECK');
  if ((await project.view()).state === 'priorityCheck')
    await project.decide('officer', 'CONFIRM_PRIORITY', { preferences: ['tips'] });
  await project.decide('officer', 'RECORD_EVALUATION', { score: 88.5, opinion: OPINION });
}

/** The agreement, signed on both sides; gives back the state that it leads to. */
export async function agreed(project: Case): Promise<string> {
  await project.decide('applicant', 'SIGN_AGREEMENT', { ...PAPER, foreignBenefitsDisclosed: true });
  return project.decide('officer', 'COUNTERSIGN_AGREEMENT');
}

/** A tranche up to its second approval: the firm's cash, its claim, and one approval. */
export async function firstApproved(tranche: Case): Promise<void> {
  await tranche.comesTo('claimable');
  const { cashShareDue } = (await tranche.view()).facts;
  await tranche.decide('officer', 'CONFIRM_CASH_SHARE', { amount: cashShareDue });
  await tranche.decide('applicant', 'CLAIM', { documentSha256s: [PAPER.documentSha256] });
  await tranche.comesTo('claimed');
  await tranche.decide('approver', 'APPROVE_FIRST');
}

/** A tranche's release, from its opening to the portal's confirmation. */
export async function released(tranche: Case): Promise<void> {
  await firstApproved(tranche);
  expect(await tranche.decide('finance', 'APPROVE_SECOND')).toBe('reserving');
  await tranche.comesTo('released');
}

/** What the project has been told of its tranche. */
export async function knows(project: Case, no: number, state: string): Promise<void> {
  const told = async (): Promise<unknown> => {
    const { tranches } = (await project.view()).facts as { tranches: { no: number; state: string }[] };
    return tranches.find((one) => one.no === no)?.state;
  };
  await vi.waitFor(async () => expect(await told()).toBe(state), { timeout: 30_000 });
}

/** From the final report to the end; what was spent decides whether anything goes back. */
export async function closed(project: Case, spent: string, back?: string): Promise<string> {
  await project.decide('applicant', 'SUBMIT_FINAL_REPORT', PAPER);
  await project.decide('committee', 'EVALUATE_FINAL', { grade: 'excellent', opinion: OPINION });
  await project.decide('applicant', 'REPORT_COSTS', { spent });
  const settled = await project.decide('officer', 'SETTLE', { disallowed: '0' });
  if (back === undefined) return settled;
  expect(settled).toBe('repayment.open');
  return project.decide('finance', 'CONFIRM_REPAYMENT', { amount: back });
}

/** The instant (ISO) at which a clock of the case runs out. */
export async function dueOf(project: Case, clock: string): Promise<string> {
  const { clocks } = (await project.view()).facts as { clocks: Record<string, { due: string }> };
  const due = clocks[clock]?.due;
  if (due === undefined) throw new Error(`${clock} of ${project.id} doesn't run`);
  return due;
}

/** An instant some milliseconds from another. */
export function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** The portal's own book and our postings say the same of every release. */
export async function expectBooksToAgree(house: House): Promise<void> {
  const { rows } = await house.ledger.pool.query<{ reservation: string; amount: bigint }>(
    `select reservation, amount from posting where kind = 'release' order by reservation`,
  );
  const paid = house.portal.payments().map(({ reference, amount }) => `${reference} ${amount}`);
  expect(rows.map(({ reservation, amount }) => `${reservation} ${amount}`)).toEqual(paid.toSorted());
}
