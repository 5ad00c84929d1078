import type { Actor, Role } from '../../../src/charts/kernel/types.js';
import { SYSTEM } from '../../../src/charts/kernel/types.js';

/** The company and the partner whose case it is in these suites. */
export const COMPANY = 'company-0001';
export const PARTNER = 'partner-tno';

const ORGS: Readonly<Partial<Record<Role, string>>> = {
  applicant: COMPANY,
  partner: PARTNER,
  regulator: 'mfds',
};

/** Somebody of a role, at the organisation that is party to the case; `person` where it matters who. */
export function some(role: Role, person = `person-${role}-1`, org = ORGS[role] ?? 'agency'): Actor {
  return role === 'system' ? SYSTEM : { person, role, org };
}

/** Everybody who could send something. */
export const EVERYBODY: readonly Actor[] = [
  ...(
    [
      'applicant',
      'partner',
      'officer',
      'panelMember',
      'committee',
      'approver',
      'finance',
      'regulator',
    ] as const
  ).map((role) => some(role)),
  SYSTEM,
];
