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

/** The panel members of these suites. */
export const PANEL: readonly Actor[] = [1, 2, 3, 4].map((no) =>
  some('panelMember', `person-panelMember-${no}`),
);

/** Everybody who could send something. */
export const EVERYBODY: readonly Actor[] = [
  ...(['applicant', 'partner', 'officer', 'committee', 'approver', 'finance'] as const).map((role) =>
    some(role),
  ),
  ...(['administrator', 'regulator'] as const).map((role) => some(role)),
  ...PANEL,
  SYSTEM,
];
