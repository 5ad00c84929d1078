import type { Actor, ChartEvent, Evidence, Role } from './kernel/types.js';

interface Asked {
  readonly event: ChartEvent;
}

interface AskedOfCase extends Asked {
  readonly context: { readonly companyId: string; readonly partnerId?: string | null };
}

function acts(...roles: readonly Role[]) {
  return ({ event }: Asked): boolean => roles.includes(event.by.role);
}

function isPartyTo({ companyId, partnerId }: AskedOfCase['context'], { role, org }: Actor): boolean {
  if (role === 'applicant') return org === companyId;
  return role !== 'partner' || org === partnerId;
}

/** Who may (domain.md section 6); shared by every chart. `isOwnCase` narrows applicants and partners to their own cases. */
export const roleGuards = {
  isApplicant: acts('applicant'),
  isPartner: acts('partner'),
  isApplicantOrPartner: acts('applicant', 'partner'),
  isOfficer: acts('officer'),
  isOfficerOrPartner: acts('officer', 'partner'),
  isOfficerOrCommittee: acts('officer', 'committee'),
  isCommittee: acts('committee'),
  isApprover: acts('approver'),
  isFinance: acts('finance'),
  isApproverOrFinance: acts('approver', 'finance'),
  /** A regulator announces; where it has no line to us, an officer enters what it said. */
  isRegulatorOrOfficer: acts('regulator', 'officer'),
  isSystem: acts('system'),
  isOwnCase: ({ context, event }: AskedOfCase): boolean => isPartyTo(context, event.by),
};

function role({ event }: Asked): Evidence {
  return { role: event.by.role };
}

/** Every role guard but `isOwnCase` shows the role it saw; whose case it is stays untold. */
export const roleEvidence: Readonly<Record<string, (asked: Asked) => Evidence>> = Object.fromEntries(
  Object.keys(roleGuards)
    .filter((name) => name !== 'isOwnCase')
    .map((name) => [name, role]),
);
