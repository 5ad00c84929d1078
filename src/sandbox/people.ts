import type { Role } from '../charts/kernel/types.js';
import { loadEdition } from '../program/load.js';

/** What a development person may act as; `portal` is the accounting portal, outside the service like the regulator. */
export type DevelopmentRole = Exclude<Role, 'system'> | 'portal';

/** An invented person of the development sign-in; `id` and `org` are the opaque ids that a token carries. */
export interface DevelopmentPerson {
  readonly id: string;
  readonly role: DevelopmentRole;
  readonly org: string;
  readonly name: string;
}

const COMPANIES = 12;

// How many of each there are at the agency: money needs two people, and an objection a board without the panel.
const AGENCY = [
  { role: 'officer', slug: 'officer', ko: '담당자', en: 'Officer', count: 3 },
  { role: 'approver', slug: 'approver', ko: '승인자', en: 'Approver', count: 3 },
  { role: 'finance', slug: 'finance', ko: '재무 담당자', en: 'Finance', count: 2 },
  { role: 'committee', slug: 'committee', ko: '심의위원', en: 'Committee member', count: 3 },
  { role: 'panelMember', slug: 'panel-member', ko: '평가위원', en: 'Panel member', count: 9 },
  { role: 'auditor', slug: 'auditor', ko: '감사자', en: 'Auditor', count: 1 },
  { role: 'administrator', slug: 'administrator', ko: '관리자', en: 'Administrator', count: 2 },
] as const;

const OUTSIDE = [
  {
    id: 'person-regulator-1',
    role: 'regulator',
    org: 'mfds',
    name: '식품의약품안전처 담당자 1 (Regulator 1)',
  },
  { id: 'person-portal-1', role: 'portal', org: 'portal', name: '정산 포털 (Accounting portal)' },
] as const;

/**
 * Everybody who can sign in during development: staff of the agency, an applicant of each of twelve companies,
 * somebody of each partner institution and pharmaceutical firm of the 2026 edition, the regulator and the portal.
 */
export function developmentPeople(): readonly DevelopmentPerson[] {
  const agency = AGENCY.flatMap(({ role, slug, ko, en, count }) =>
    numbers(count).map((n) => ({
      id: `person-${slug}-${n}`,
      role,
      org: 'agency',
      name: `${ko} ${n} (${en} ${n})`,
    })),
  );
  const applicants = numbers(COMPANIES).map((n) => {
    const company = String(n).padStart(4, '0');
    const name = `신청기업 ${n} 담당자 (Applicant of company ${n})`;
    return { id: `person-applicant-${company}`, role: 'applicant' as const, org: `company-${company}`, name };
  });
  const { partners, pharmaPartners } = loadEdition('2026');
  const abroad = [...partners, ...pharmaPartners].map(({ id, name }) => ({
    id: `person-${id}`,
    role: 'partner' as const,
    org: id,
    name: `${name.ko} 담당자 (${name.en})`,
  }));
  return [...agency, ...applicants, ...abroad, ...OUTSIDE];
}

/** The person of this id, or the first of this role, in this organisation if one is named; undefined if there is none. */
export function findPerson(as: string, org?: string): DevelopmentPerson | undefined {
  const people = developmentPeople().filter((person) => org === undefined || person.org === org);
  return people.find(({ id }) => id === as) ?? people.find(({ role }) => role === as);
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
