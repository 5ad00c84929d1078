import type { Role } from '../../charts/kernel/types.js';

/** Somebody of the rehearsal or of the trials, by the opaque ids that a token carries. */
export interface Person {
  readonly person: string;
  readonly role: Exclude<Role, 'system'>;
  readonly org: string;
}

/** The agency's staff: the first, second, … of a role. */
export function staff(
  role: 'officer' | 'committee' | 'approver' | 'finance' | 'auditor' | 'administrator',
  no: number | string = 1,
): Person {
  return { person: `${role}-${no}`, role, org: 'agency' };
}

/** A panel member, from an institute outside of the agency. */
export function panelist(no: number): Person {
  const name = String(no).padStart(3, '0');
  return { person: `panelist-${name}`, role: 'panelMember', org: `institute-${name}` };
}

/** Who acts for a partner institution. */
export function partnerPerson(partnerId: string): Person {
  return { person: `person-${partnerId}`, role: 'partner', org: partnerId };
}

/** Who acts for a firm. */
export function applicantOf(companyId: string): Person {
  return { person: `person-${companyId}`, role: 'applicant', org: companyId };
}

/** Who announces for the regulator. */
export const regulator: Person = { person: 'regulator-1', role: 'regulator', org: 'mfds' };
