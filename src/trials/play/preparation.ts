import { setTimeout as sleep } from 'node:timers/promises';
import { caseAddress } from '../../cli/case-address.js';
import { trancheId } from '../../contract/names.js';
import { applicantOf, staff } from '../../rehearsal/cohort/people.js';
import type { Person } from '../../rehearsal/cohort/people.js';
import type { Courier } from './courier.js';
import type { Watch } from './watch.js';

/** A tranche that its firm can claim, and a document to claim it with. */
export interface Claimable {
  readonly id: string;
  readonly firm: Person;
  readonly documentSha256: string;
}

/** The edition whose windows are always open. */
export const EDITION = '2026-pocket';

const PATIENCE_MS = 120_000;
const POLL_MS = 100;

const OFFICER = staff('officer');
const OPINION = { ko: '장애 시험용 평가 의견입니다.', en: 'An opinion for the trials.' };

/**
 * Brings a project of a firm's from its application to its agreement, so that its one tranche, which is all of the grant
 * (won, as digits), can be claimed. It enters in phase 1, which is its target, too: after the agreement it waits for
 * its gate's criteria, and no clock runs. Throws what the service refuses.
 */
export async function prepared(
  courier: Courier,
  watch: Watch,
  companyId: string,
  grant: string,
): Promise<Claimable> {
  const firm = applicantOf(companyId);
  const documentSha256 = await courier.store(firm, `장애 시험 문서 ${companyId}`);
  const applied = await courier.must(firm, '/v1/applications', application(grant, documentSha256));
  const project = String(applied['id']);
  await intoForce(courier, { project, firm, documentSha256, grant });
  const id = trancheId(project, 1);
  const data = { amount: await cashShareOf(watch, id) };
  await courier.must(OFFICER, `${caseAddress(id)}/actions`, { type: 'CONFIRM_CASH_SHARE', data });
  return { id, firm, documentSha256 };
}

// The firm bears 28%, its cash a part of that above the least (domain.md section 3).
function application(grant: string, partnerEvidenceSha256: string) {
  const percent = (count: bigint): string => String((BigInt(grant) * count) / 100n);
  return {
    ...{ edition: EDITION, track: 'ecoBridge', sector: 'B1', partnerId: 'partner-pharma-a' },
    ...{ entryStage: 'phase-1', targetStage: 'phase-1', partnerEvidenceSha256 },
    title: { ko: '장애 시험 과제 (예시)', en: 'A project of the trials (sample)' },
    money: {
      ...{ government: percent(90n), firmCash: percent(15n) },
      ...{ firmInKind: percent(20n), partnerCost: percent(10n) },
    },
  };
}

interface Agreeing {
  readonly project: string;
  readonly firm: Person;
  readonly documentSha256: string;
  readonly grant: string;
}

async function intoForce(
  courier: Courier,
  { project, firm, documentSha256, grant }: Agreeing,
): Promise<void> {
  const decide = (who: Person, type: string, data = {}): Promise<unknown> =>
    courier.must(who, `${caseAddress(project)}/actions`, { type, data });
  await decide(OFFICER, 'PASS_PRECHECK');
  await decide(OFFICER, 'RECORD_EVALUATION', { score: 86, opinion: OPINION });
  await decide(staff('committee'), 'SELECT', { grant });
  await decide(firm, 'SIGN_AGREEMENT', { documentSha256, foreignBenefitsDisclosed: true });
  await decide(OFFICER, 'COUNTERSIGN_AGREEMENT');
}

// A tranche is a workflow of its own, which opens a moment after the agreement came into force.
async function cashShareOf(watch: Watch, id: string): Promise<string> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = watch.now(id);
    if (seen?.state === 'claimable' && seen.cashShareDue !== null) return seen.cashShareDue;
    if (performance.now() > deadline) throw new Error(`${id} did not open: ${JSON.stringify(seen)}`);
    await sleep(POLL_MS);
  }
}
