import type { Actor, EventSource, Role } from '../charts/kernel/types.js';
import type { SubjectIdentity } from '../contract/messages.js';
import type { Party } from '../ledger/reads/subjects.js';
import { isSitting, seatsOf } from './panel-facts.js';
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

/** Whose cases a person sees: everybody's, nobody's, their organisation's in its own part, or those assigned to them. */
export type Sight = 'all' | 'none' | Party | { readonly panelMember: string };

/** Whose projects, tranches and objections this person sees. */
export function sightOf(actor: Actor): Sight {
  if (seesAll(actor)) return 'all';
  if (actor.role === 'applicant') return { companyId: actor.org };
  if (actor.role === 'panelMember') return { panelMember: actor.person };
  return actor.role === 'partner' ? { partnerId: actor.org } : 'none';
}

type Facts = Readonly<Record<string, unknown>>;

/**
 * Whether a case is this person's to see: applicants their company's, partners those they are party to, panel members those
 * in whose `facts` they are named; calls are public, though not all that is in them.
 */
export function maySee(actor: Actor, identity: SubjectIdentity, facts: Facts = {}): boolean {
  if (identity.subject === 'call') return true;
  const sight = sightOf(actor);
  if (typeof sight === 'string') return sight === 'all';
  if ('panelMember' in sight) return isAssigned(facts, sight.panelMember);
  return 'companyId' in sight
    ? sight.companyId === identity.companyId
    : sight.partnerId === identity.partnerId;
}

/** Whether a person has a seat on a project's panel, or on an objection's board. */
function isAssigned(facts: Facts, person: string): boolean {
  const board = (facts['board'] ?? []) as readonly string[];
  return seatsOf(facts).some((seat) => seat.person === person && isSitting(seat)) || board.includes(person);
}

/** Why this person can't act on a case whatever they want: it isn't theirs (told without its facts); null otherwise. */
export function notTheirs(actor: Actor, identity: SubjectIdentity): KeptRefusal | null {
  const isParty = actor.role === 'applicant' || actor.role === 'partner';
  const isTheirs = identity.subject !== 'call' && maySee(actor, identity);
  return isParty && !isTheirs ? atTheDoor('notYourCase') : null;
}

/** Why a person of this role can't send events of this kind, before the chart is asked; null where the chart decides. */
export function wrongRole({ role }: Actor, source: EventSource): KeptRefusal | null {
  const mayAnnounce = source === 'announced' && ANNOUNCERS.includes(role);
  const mayDecide = source === 'public' && !BYSTANDERS.includes(role);
  return mayAnnounce || mayDecide ? null : atTheDoor('wrongRole', { role });
}

/** Throws Refused (`wrongRole`) unless this person makes and decides lists. */
export function mustDecide({ role }: Actor): void {
  if (role !== 'officer' && role !== 'committee') throw new Refused(atTheDoor('wrongRole', { role }));
}

/** Throws Refused (`wrongRole`) unless this person may read money statements and what a call ranks. */
export function mustKeepBooks(actor: Actor): void {
  if (!seesAll(actor)) throw new Refused(atTheDoor('wrongRole', { role: actor.role }));
}

/** Throws Refused (`wrongRole`) for whoever has nothing to store: an auditor changes nothing, a regulator only announces. */
export function mustBeAbleToStore({ role }: Actor): void {
  if (BYSTANDERS.includes(role)) throw new Refused(atTheDoor('wrongRole', { role }));
}
