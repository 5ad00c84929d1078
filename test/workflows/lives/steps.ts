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

/** The firm's claim, with the paper that the edition asks for; gives back what approvals are bound to. */
export async function claimed(tranche: Case): Promise<{ readonly sha256: string }> {
  const documents = [
    { kind: 'claim-form', sha256: PAPER.documentSha256 },
    { kind: 'tax-clearance', sha256: PAPER.documentSha256, expiresOn: '2099-12-31' },
  ];
  await tranche.decide('applicant', 'CLAIM', { documents });
  await tranche.comesTo('claimed');
  return approvalOf(tranche);
}

/** What stands to be approved, by its hash. */
export async function approvalOf(tranche: Case): Promise<{ readonly sha256: string }> {
  const { approval } = (await tranche.view()).facts as { approval: { sha256: string } | null };
  if (!approval) throw new Error(`nothing of ${tranche.id} is to be approved`);
  return { sha256: approval.sha256 };
}

/** A tranche up to its second approval: the firm's cash, its claim, and one approval. */
export async function firstApproved(tranche: Case): Promise<{ readonly sha256: string }> {
  await tranche.comesTo('claimable');
  const { cashShareDue } = (await tranche.view()).facts;
  await tranche.decide('officer', 'CONFIRM_CASH_SHARE', { amount: cashShareDue });
  const approval = await claimed(tranche);
  await tranche.decide('approver', 'APPROVE_FIRST', approval);
  return approval;
}

/** A tranche's release, from its opening to the portal's confirmation. */
export async function released(tranche: Case): Promise<void> {
  const approval = await firstApproved(tranche);
  expect(await tranche.decide('finance', 'APPROVE_SECOND', approval)).toBe('reserving');
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

/** A stage's settlement, with all that was released of it spent, or what is `unspent` of the firm's part (won). */
export async function settled(project: Case, no: number, unspent = 0n): Promise<string> {
  const settlement = project.settlement(no);
  await settlement.comesTo('awaitingCosts');
  const {
    released: all,
    partnerReleased,
    cashShare,
  } = (await settlement.view()).facts as Record<string, string>;
  const partner = BigInt(partnerReleased ?? 0);
  const government = BigInt(all ?? 0) - partner - unspent;
  const spent = { government: String(government), cash: cashShare, inKind: '0', partner: String(partner) };
  await settlement.decide('applicant', 'REPORT_COSTS', { spent, ...PAPER });
  return settlement.decide('officer', 'SETTLE', { disallowed: '0' });
}

/** The final report and its evaluation; gives back the state that it leads to. */
export async function evaluatedInTheEnd(project: Case): Promise<string> {
  await project.decide('applicant', 'SUBMIT_FINAL_REPORT', PAPER);
  return project.decide('committee', 'EVALUATE_FINAL', { grade: 'excellent', opinion: OPINION });
}

/** What is to come back after a settlement, with the firm's word that it accepts it. */
export async function returned(project: Case, no: number, amount: string): Promise<void> {
  expect(await project.settlement(no).decide('applicant', 'ACCEPT_SETTLEMENT')).toBe('awaitingReturn');
  const recovery = project.recovery(1);
  await recovery.comesTo('owed');
  const receivedOn = '2026-01-01';
  const receipt = { amount, reference: 'bank-1', receivedOn };
  expect(await recovery.decide('finance', 'RECORD_RECEIPT', receipt)).toBe('recovered');
  await project.settlement(no).comesTo('settled');
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
  const { rows } = await house.ledger.pool.query<{ released: string }>(
    `select substr(account, length('tranche/') + 1) || ' ' || sum(amount) as released
      from tranche_release r join posting_line n on n.posting = r.posting group by account`,
  );
  const paid = house.portal.payments().map(({ reference, amount }) => `${reference} ${amount}`);
  expect(rows.map(({ released: one }) => one).toSorted()).toEqual(paid.toSorted());
}
