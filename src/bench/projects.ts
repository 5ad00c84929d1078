import { randomUUID } from 'node:crypto';
import type { CaseBody } from '../contract/http/cases.js';
import { trancheId } from '../contract/names.js';
import type { Track } from '../contract/names.js';
import { caseAddress } from '../cli/case-address.js';
import { putDocument } from '../cli/commands/documents.js';
import { evaluation } from '../cli/demo/turns.js';
import { sampleApplication } from '../cli/sample-application.js';
import { measure } from './measure.js';
import type { People } from './people.js';
import { until } from './until.js';

/** Its windows are always open; the year's own edition takes applications for three weeks in April. */
export const EDITION = '2026-pocket';

const COMPANIES = 12;
const AT_ONCE = 16;

/** Makes `count` things, several at once. */
async function many<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  const calls = Array.from({ length: count }, (_, index) => async () => void made.push(await make(index)));
  await measure(calls, AT_ONCE);
  return made;
}

/** Applies for `count` projects of a track, as each development company in turn; gives back their ids. */
export function applyForMany(people: People, track: Track, count: number): Promise<string[]> {
  return many(count, async (index) => {
    const who = applicantOf(index);
    const application = await sampleApplication(await people.client(who), track, {});
    return people.apply(who, { ...application, edition: EDITION });
  });
}

function applicantOf(index: number): string {
  return `person-applicant-${String((index % COMPANIES) + 1).padStart(4, '0')}`;
}

/** Projects whose evaluation by the panel is to be recorded: the next decision of each changes its state. */
export async function projectsUnderEvaluation(people: People, count: number): Promise<string[]> {
  const ids = await applyForMany(people, 'structured', count);
  await many(count, (index) =>
    people.decide({ id: ids[index] ?? '', who: 'officer', type: 'PASS_PRECHECK' }),
  );
  return ids;
}

/** A tranche, who claims it, and a document for that. */
export interface Tranche {
  readonly id: string;
  readonly who: string;
  readonly documentSha256: string;
}

/** First tranches of autonomous projects, each claimable and its cash share received. */
export function claimableTranches(people: People, count: number): Promise<Tranche[]> {
  return many(count, async (index) => {
    const who = applicantOf(index);
    const client = await people.client(who);
    const application = await sampleApplication(client, 'autonomous', {});
    const id = await people.apply(who, { ...application, edition: EDITION });
    const { sha256 } = await putDocument(client, new TextEncoder().encode(randomUUID()), 'agreement.txt');
    await bringIntoForce(people, id, who, sha256);
    return { id: await opened(people, trancheId(id, 1)), who, documentSha256: sha256 };
  });
}

async function bringIntoForce(
  people: People,
  id: string,
  who: string,
  documentSha256: string,
): Promise<void> {
  const officer = { id, who: 'officer' };
  await people.decide({ ...officer, type: 'PASS_PRECHECK' });
  await people.decide({ ...officer, type: 'CONFIRM_PRIORITY', data: { preferences: ['tips'] } });
  await people.decide({ ...officer, type: 'RECORD_EVALUATION', data: evaluation });
  await people.decide({ id, who: 'committee', type: 'SELECT', data: { grant: '100000000' } });
  const signature = { documentSha256, foreignBenefitsDisclosed: true };
  await people.decide({ id, who, type: 'SIGN_AGREEMENT', data: signature });
  await people.decide({ ...officer, type: 'COUNTERSIGN_AGREEMENT' });
}

// A tranche is a workflow of its own, which opens a moment after the agreement came into force.
async function opened(people: People, id: string): Promise<string> {
  const { facts } = await inState(people, id, 'claimable');
  const data = { amount: String(facts['cashShareDue']) };
  await people.decide({ id, who: 'officer', type: 'CONFIRM_CASH_SHARE', data });
  return id;
}

/** Waits for a case to come into a state. */
export async function inState(people: People, id: string, state: string): Promise<CaseBody> {
  const officer = await people.client('officer');
  return until(`${id} to be ${state}`, async () => {
    const found = await officer.get<CaseBody>(caseAddress(id)).catch(() => undefined);
    return found?.state === state ? found : undefined;
  });
}
