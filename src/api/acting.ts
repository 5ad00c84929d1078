import type { Actor, Role } from '../charts/kernel/types.js';
import { ROLES } from '../contract/http/problem.js';
import { delegationsOf } from '../ledger/registers/delegations.js';
import { firstRevoked } from '../ledger/registers/revocations.js';
import { dayOf } from '../rules/calendar.js';
import type { Shared } from './deps.js';
import { instant } from './instant.js';
import { Refused, atTheDoor } from './refused.js';

/** An opaque id of a person, as `On-Behalf-Of` names one. */
const PERSON = /^[\x21-\x7e]{1,120}$/;

type Books = Pick<Shared, 'ledger' | 'clock'>;

/**
 * In whose role a signed-in person acts: their own, or by a delegation in force on the Korean day of receipt that of
 * somebody who is away, with both names. Throws Refused: `notDelegated`, and `roleRevoked` for a role that was taken away from
 * either of them.
 */
export async function actingAs(books: Books, own: Actor, onBehalfOf: string | undefined): Promise<Actor> {
  const acting = onBehalfOf === undefined ? own : await delegated(books, own, onBehalfOf);
  const { role } = acting;
  const people = onBehalfOf === undefined ? [own.person] : [own.person, onBehalfOf];
  const holders = people.map((person) => ({ person, role }));
  if (await firstRevoked(books.ledger, holders)) throw new Refused(atTheDoor('roleRevoked', { role }));
  return acting;
}

async function delegated(books: Books, { person, org }: Actor, ofPerson: string): Promise<Actor> {
  const on = dayOf(await instant(books));
  const refusal = new Refused(atTheDoor('notDelegated', { ofPerson: ofPerson.slice(0, 120), on }));
  if (!PERSON.test(ofPerson)) throw refusal;
  const inForce = await delegationsOf(books.ledger, { ofPerson, toPerson: person, on });
  // Nobody acts for another organisation: what is told and shown there is its own.
  const delegation = inForce.find((each) => each.org === org);
  if (!delegation || !isRole(delegation.role)) throw refusal;
  return { person, role: delegation.role, org, onBehalfOf: ofPerson };
}

function isRole(role: string): role is Exclude<Role, 'system'> {
  return (ROLES as readonly string[]).includes(role);
}
