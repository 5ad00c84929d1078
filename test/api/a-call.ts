import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as the from './a-case.js';
import type { Json, Service } from './service.js';

/** The edition and the call of these suites: few places, on a track that anybody with a partner can enter. */
export const EDITION = '2026-pocket';
export const CALL = `/v1/calls/${EDITION}/autonomous/selection`;
export const CALL_ID = `call/${EDITION}/autonomous/selection`;

export const OTHER_COMMITTEE = 'person-committee-2';

/** Members of the panel, and what they are asked to score, with the weight that each criterion has. */
export const PANEL = [1, 2, 3, 4, 5, 6].map((n) => `person-panel-member-${n}`);
export const CRITERIA = ['technology', 'partnership', 'capability', 'market'];

const EVIDENCE = 'a letter of intent';

/** The applicant of a company of these suites. */
export const applicant = (n: number): string => `person-applicant-${String(n).padStart(4, '0')}`;
export const company = (n: number): string => `company-${String(n).padStart(4, '0')}`;

/** An application to that call by the n-th company. */
export const application = (n: number): Json => ({
  ...{ track: 'autonomous', edition: EDITION, sector: 'A1', partnerId: 'partner-fraunhofer' },
  title: { ko: `공동연구 ${n}`, en: `Joint research ${n}` },
  money: {
    government: '600000000',
    firmCash: '100000000',
    firmInKind: '150000000',
    partnerCost: '200000000',
  },
  partnerEvidenceSha256: createHash('sha256').update(EVIDENCE).digest('hex'),
});

/** Plans the call as an officer: open at once, until `closes`. */
export async function plan(service: Service, closes: Date, more: Json = {}): Promise<Json> {
  const opens = new Date(Date.now() - 3_600_000).toISOString();
  const window = { opens, closes: closes.toISOString() };
  const body = { edition: EDITION, track: 'autonomous', competition: 'selection', window, ...more };
  return service.post('/v1/calls', { as: the.OFFICER, body });
}

/** Applies for the n-th company; gives back the project's address. */
export async function applied(service: Service, n: number): Promise<string> {
  const as = applicant(n);
  await service.post('/v1/documents', { as, raw: EVIDENCE, headers: { 'content-type': 'text/plain' } });
  const { status, body } = await service.post('/v1/applications', { as, body: application(n) });
  if (status !== 201) throw new Error(`an application was answered with ${status}: ${JSON.stringify(body)}`);
  return body.href as string;
}

/** Does something to a case, and gives back the answer's body; anything but 200 fails. */
export async function done(
  service: Service,
  as: string,
  href: string,
  type: string,
  data: Json = {},
): Promise<Json> {
  const { status, body } = await service.post(`${href}/actions`, { as, body: { type, data } });
  if (status !== 200) throw new Error(`${type}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Waits until there is a case at this address. */
export async function known(service: Service, href: string): Promise<void> {
  while ((await service.get(href, { as: the.OFFICER })).status === 404) await sleep(50);
}

/** Waits until a case is in this state. */
export async function until(service: Service, href: string, state: string): Promise<Json> {
  for (let tries = 0; ; tries += 1) {
    const { body } = await service.get(href, { as: the.OFFICER });
    if (body.state === state) return body;
    if (tries > 600) throw new Error(`${href} is ${body.state}, not ${state}`);
    await sleep(50);
  }
}

/** Scores for every criterion alike. */
export const scores = (points: number): Json => ({
  scores: Object.fromEntries(CRITERIA.map((id) => [id, points])),
  justification: { ko: '평가 의견입니다.', en: 'An opinion.' },
});
