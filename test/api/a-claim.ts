import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, dayOf } from '../../src/rules/calendar.js';
import * as the from './a-case.js';
import type { Answer, Json, Service } from './service.js';

const PAPERS = { 'claim-form': '지급신청서', 'tax-clearance': '납세증명서' } as const;

/** The documents of a claim as they are named: a form, and a certificate that is valid for a week more. */
export const DOCUMENTS = Object.entries(PAPERS).map(([kind, text]) => ({
  kind,
  sha256: createHash('sha256').update(text).digest('hex'),
  ...(kind === 'tax-clearance' ? { expiresOn: addDays(dayOf(new Date().toISOString()), 7) } : {}),
}));

/** Sends an action and gives its answer; throws where it isn't decided. */
export async function acted(
  service: Service,
  as: string,
  href: string,
  type: string,
  data: object = {},
): Promise<Json> {
  const { status, body } = await service.post(`${href}/actions`, { as, body: { type, data } });
  if (status !== 200) throw new Error(`${type}: ${JSON.stringify(body)}`);
  return body;
}

/** Waits until a case stands in a state, and gives it. */
export async function inState(service: Service, href: string, state: string): Promise<Json> {
  for (;;) {
    const { body } = await service.get(href, { as: the.OFFICER });
    if (body.state === state) return body;
    await sleep(20);
  }
}

/** Brings in the firm's cash share and its documents, and claims the tranche; gives it as it waits for approval. */
export async function claimed(service: Service, tranche: string): Promise<Json> {
  const { facts } = await inState(service, tranche, 'claimable');
  await acted(service, the.OFFICER, tranche, 'CONFIRM_CASH_SHARE', { amount: facts.cashShareDue });
  for (const raw of Object.values(PAPERS))
    await service.post('/v1/documents', {
      as: the.APPLICANT,
      raw,
      headers: { 'content-type': 'text/plain' },
    });
  await acted(service, the.APPLICANT, tranche, 'CLAIM', { documents: DOCUMENTS });
  return inState(service, tranche, 'claimed');
}

/** Carries a tranche that can be claimed to its release. */
export async function released(service: Service, tranche: string): Promise<Json> {
  const { facts } = await claimed(service, tranche);
  const { sha256 } = facts.approval;
  await acted(service, the.APPROVER, tranche, 'APPROVE_FIRST', { sha256 });
  await acted(service, the.FINANCE, tranche, 'APPROVE_SECOND', { sha256 });
  return inState(service, tranche, 'released');
}

/** A file's text, without the mark that it begins with. */
export function textOf({ body }: Answer): string {
  return String(body).replace('\uFEFF', '');
}
