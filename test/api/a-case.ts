import type { Service } from './service.js';

/** The applicant of the cases in these suites, another company's, the partner who is party to them, and staff. */
export const APPLICANT = 'person-applicant-0001';
export const OTHER_APPLICANT = 'person-applicant-0002';
export const PARTNER = 'person-partner-csem';
export const OTHER_PARTNER = 'person-partner-tno';
export const OFFICER = 'person-officer-1';
export const AUDITOR = 'person-auditor-1';
export const REGULATOR = 'person-regulator-1';

/** An application of the structured track. */
export const APPLICATION = { track: 'structured', title: 'x', partnerId: 'partner-csem' };

/** Something that the officer may decide in a case that was just submitted. */
export const DECISION = { type: 'NOTE', data: { text: 'hi' } };

/** Something that the applicant may decide, which closes the case. */
export const WITHDRAWAL = { type: 'WITHDRAW', data: {} };

/** Something that only an outside system announces. */
export const ANNOUNCEMENT = { type: 'STORM', data: {} };

/** What becomes of ANNOUNCEMENT in a case that was just submitted. */
export const ANNOUNCED_AS = 'applied';

/** Something that names a document. */
export const WITH_DOCUMENT = (sha256: string) => ({ type: 'ATTACH', data: { reportSha256: sha256 } });

/** The answer of an effect, which no caller may send. */
export const REPLY = { type: 'PAID', data: {} };

/** Something that belongs to a later state. */
export const LATER = { type: 'LATER', data: {} };

/** The guard that keeps others from DECISION. */
export const DECISION_GUARD = 'isOfficer';

/** Applies, and gives back the address of the new case. */
export async function apply(service: Service, as = APPLICANT): Promise<string> {
  const { status, body } = await service.post('/v1/applications', { as, body: APPLICATION });
  if (status !== 201) throw new Error(`an application was answered with ${status}: ${JSON.stringify(body)}`);
  return body.href as string;
}
