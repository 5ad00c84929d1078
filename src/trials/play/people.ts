import type { Role } from '../../charts/kernel/types.js';

/** Somebody of the trials, by the opaque ids that a token carries. */
export interface Person {
  readonly person: string;
  readonly role: Exclude<Role, 'system'>;
  readonly org: string;
}

/** The agency's staff: the first, second, … of a role. */
export function staff(
  role: 'officer' | 'committee' | 'approver' | 'finance' | 'administrator',
  no: number | string = 1,
): Person {
  return { person: `person-${role}-${no}`, role, org: 'agency' };
}

/** Who acts for a firm. */
export function applicantOf(companyId: string): Person {
  return { person: `person-${companyId}`, role: 'applicant', org: companyId };
}
