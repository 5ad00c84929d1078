import type { Actor, EventSource, Role } from '../charts/kernel/types.js';
import type { SubjectIdentity } from '../contract/messages.js';
import { Refused, atTheDoor } from './refused.js';
import type { KeptRefusal } from './refused.js';

/** The agency's own people: they see every case (domain.md section 6). */
const STAFF: readonly Role[] = [
  'officer',
  'panelMember',
  'committee',
  'approver',
  'finance',
  'administrator',
];

/** Outside systems announce; where one has no line to us, an officer or finance enters what it said. */
const ANNOUNCERS: readonly Role[] = ['regulator', 'officer', 'finance', 'administrator'];

/** Who may read money statements. */
const BOOKKEEPERS: readonly Role[] = [...STAFF, 'auditor'];

/** Whether this person sees every case: staff and auditors do. */
export function seesAll({ role }: Actor): boolean {
  return role === 'auditor' || STAFF.includes(role);
}

/** The organisation to whose cases this person's sight is narrowed, or undefined for those who see all. */
export function sightOf(actor: Actor): string | undefined {
  return seesAll(actor) ? undefined : actor.org;
}

/** Whether a case is this person's to see: applicants their company's, partners those they are party to. */
export function maySee(actor: Actor, { companyId, partnerId }: SubjectIdentity): boolean {
  if (seesAll(actor)) return true;
  if (actor.role === 'applicant') return companyId === actor.org;
  return actor.role === 'partner' && partnerId === actor.org;
}

/** Why this person can't act on a case whatever they want: it isn't theirs (told without its facts); null otherwise. */
export function notTheirs(actor: Actor, identity: SubjectIdentity): KeptRefusal | null {
  const isParty = actor.role === 'applicant' || actor.role === 'partner';
  return isParty && !maySee(actor, identity) ? atTheDoor('notYourCase') : null;
}

/** Why a person of this role can't send events of this kind, before the chart is asked; null where the chart decides. */
export function wrongRole({ role }: Actor, source: EventSource): KeptRefusal | null {
  const mayAnnounce = source === 'announced' && ANNOUNCERS.includes(role);
  const mayDecide = source === 'public' && role !== 'auditor' && role !== 'regulator';
  return mayAnnounce || mayDecide ? null : atTheDoor('wrongRole', { role });
}

/** Throws Refused (`wrongRole`) unless this person may read money statements. */
export function mustKeepBooks(actor: Actor): void {
  if (!BOOKKEEPERS.includes(actor.role)) throw new Refused(atTheDoor('wrongRole', { role: actor.role }));
}
