import type { Actor, EventSource, Role } from '../charts/kernel/types.js';
import type { SubjectIdentity } from '../contract/messages.js';
import type { Party } from '../ledger/reads/subjects.js';
import { Refused, atTheDoor } from './refused.js';
import type { KeptRefusal } from './refused.js';

/** Who sees every case (domain.md section 6): the agency's own people and auditors. A panel member sees what is assigned. */
const OVERSEERS: readonly Role[] = [
  'officer',
  'committee',
  'approver',
  'finance',
  'administrator',
  'auditor',
];

/** A regulator announces; where it has no line to us, an officer enters what it said. */
const ANNOUNCERS: readonly Role[] = ['regulator', 'officer'];

/** Who only looks on or only announces: they decide nothing and store nothing. */
const BYSTANDERS: readonly Role[] = ['auditor', 'regulator'];

/** Whether this person sees every case, what was sent to it, its documents and the books. */
export function seesAll({ role }: Actor): boolean {
  return OVERSEERS.includes(role);
}

/** Whose cases this person sees: everybody's, those of their own organisation in its own part, or nobody's. */
export function sightOf(actor: Actor): 'all' | 'none' | Party {
  if (seesAll(actor)) return 'all';
  if (actor.role === 'applicant') return { companyId: actor.org };
  return actor.role === 'partner' ? { partnerId: actor.org } : 'none';
}

/** Whether a case is this person's to see: applicants their company's, partners those they are party to. */
export function maySee(actor: Actor, { companyId, partnerId }: SubjectIdentity): boolean {
  const sight = sightOf(actor);
  if (typeof sight === 'string') return sight === 'all';
  return 'companyId' in sight ? sight.companyId === companyId : sight.partnerId === partnerId;
}

/** Why this person can't act on a case whatever they want: it isn't theirs (told without its facts); null otherwise. */
export function notTheirs(actor: Actor, identity: SubjectIdentity): KeptRefusal | null {
  const isParty = actor.role === 'applicant' || actor.role === 'partner';
  return isParty && !maySee(actor, identity) ? atTheDoor('notYourCase') : null;
}

/** Why a person of this role can't send events of this kind, before the chart is asked; null where the chart decides. */
export function wrongRole({ role }: Actor, source: EventSource): KeptRefusal | null {
  const mayAnnounce = source === 'announced' && ANNOUNCERS.includes(role);
  const mayDecide = source === 'public' && !BYSTANDERS.includes(role);
  return mayAnnounce || mayDecide ? null : atTheDoor('wrongRole', { role });
}

/** Throws Refused (`wrongRole`) unless this person may read money statements. */
export function mustKeepBooks(actor: Actor): void {
  if (!seesAll(actor)) throw new Refused(atTheDoor('wrongRole', { role: actor.role }));
}

/** Throws Refused (`wrongRole`) for whoever has nothing to store: an auditor changes nothing, a regulator only announces. */
export function mustBeAbleToStore({ role }: Actor): void {
  if (BYSTANDERS.includes(role)) throw new Refused(atTheDoor('wrongRole', { role }));
}
