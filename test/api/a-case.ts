import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Json, Service } from './service.js';

/** The applicant of the cases in these suites, another company's, the partner who is party to them, and staff. */
export const APPLICANT = 'person-applicant-0001';
export const OTHER_APPLICANT = 'person-applicant-0002';
export const PARTNER = 'person-partner-pharma-a';
export const OTHER_PARTNER = 'person-partner-pharma-b';
export const OFFICER = 'person-officer-1';
export const OTHER_OFFICER = 'person-officer-2';
export const THIRD_OFFICER = 'person-officer-3';
export const AUDITOR = 'person-auditor-1';
export const REGULATOR = 'person-regulator-1';
export const COMMITTEE = 'person-committee-1';
export const PANEL_MEMBER = 'person-panel-member-1';
export const APPROVER = 'person-approver-1';
export const FINANCE = 'person-finance-1';
export const ADMINISTRATOR = 'person-administrator-1';

export const EVIDENCE = 'a letter of the partner';

/** The track of these cases: the one to which an outside system has something to announce. */
export const TRACK = { id: 'ecoBridge', slug: 'eco-bridge', windowCloses: '2026-05-15T09:00:00.000Z' };

/** An application of that track; its evidence is stored by `apply`. */
export const APPLICATION = {
  track: TRACK.id,
  title: { ko: '신약 공동개발', en: 'A joint drug' },
  sector: 'B1',
  partnerId: 'partner-pharma-a',
  money: { government: '300000000', firmCash: '50000000', firmInKind: '50000000', partnerCost: '100000000' },
  partnerEvidenceSha256: createHash('sha256').update(EVIDENCE).digest('hex'),
  entryStage: 'target-identification',
  targetStage: 'hit-finding',
};

/** What the officer decides in a case that was just submitted, and what comes after it. */
export const DECISION = { type: 'PASS_PRECHECK', data: {} };
export const OPPOSITE = { type: 'FAIL_PRECHECK', data: { ground: 'participation-ban' } };
export const NEXT_DECISION = { type: 'RECORD_EVALUATION', data: { score: 80, opinion: { ko: '우수' } } };

/** Something that the applicant may decide, which closes the case. */
export const WITHDRAWAL = { type: 'WITHDRAW', data: {} };

/** Something that only an outside system announces; a case that was just submitted has no use for it. */
export const ANNOUNCEMENT = { type: 'CLINICAL_HOLD', data: { authority: 'MFDS', reference: 'hold-1' } };
export const ANNOUNCED_AS = 'ignored';

/** Something that names a document. */
export const WITH_DOCUMENT = (documentSha256: string) => ({
  type: 'SUBMIT_FINAL_REPORT',
  data: { documentSha256 },
});

/** What a neighbouring subject tells, which no caller may send. */
export const INTERNAL = { type: 'TRANCHE_CHANGED', data: {} };

/** Something that belongs to a later state. */
export const LATER = { type: 'EVALUATE_FINAL', data: { grade: 'average' } };

/** The guard that keeps others from DECISION. */
export const DECISION_GUARD = 'isOfficer';

/** Stores the evidence and applies, and gives back the address of the new case. */
export async function apply(service: Service, as = APPLICANT): Promise<string> {
  await service.post('/v1/documents', { as, raw: EVIDENCE, headers: { 'content-type': 'text/plain' } });
  const { status, body } = await service.post('/v1/applications', { as, body: APPLICATION });
  if (status !== 201) throw new Error(`an application was answered with ${status}: ${JSON.stringify(body)}`);
  return body.href as string;
}

/** What is decided from the application until the agreement is in force, by whom. */
const TO_AGREEMENT = [
  [OFFICER, DECISION],
  [OFFICER, NEXT_DECISION],
  [COMMITTEE, { type: 'SELECT', data: { grant: '400000000' } }],
  [
    APPLICANT,
    {
      type: 'SIGN_AGREEMENT',
      data: { documentSha256: APPLICATION.partnerEvidenceSha256, foreignBenefitsDisclosed: true },
    },
  ],
  [OFFICER, { type: 'COUNTERSIGN_AGREEMENT', data: {} }],
] as const;

/** Carries a case to its agreement, and gives back the address of its first tranche, which can be claimed. */
export async function agree(service: Service, href: string): Promise<string> {
  for (const [as, body] of TO_AGREEMENT) {
    const answer = await service.post(`${href}/actions`, { as, body });
    if (answer.status !== 200) throw new Error(`${body.type}: ${JSON.stringify(answer.body)}`);
  }
  const tranche = `${href.replace('projects', 'tranches')}/1`;
  while ((await service.get(tranche, { as: OFFICER })).body.state !== 'claimable') await sleep(20);
  return tranche;
}

/** The rows of a case's ledger that an event led to, as its timeline has them. */
export async function rowsOf(service: Service, href: string, type: string): Promise<Json[]> {
  const { body } = await service.get(`${href}/timeline`, { as: OFFICER });
  return body.items.filter((row: Json) => row.type === type);
}

/** What became of a command, once it is answered. */
export async function answered(service: Service, command: string, as = OFFICER): Promise<Answer> {
  for (;;) {
    const answer = await service.get(`/v1/commands/${command}`, { as });
    if (answer.body.state !== 'received') return answer;
    await sleep(20);
  }
}
