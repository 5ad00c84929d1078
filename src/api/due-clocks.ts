import type { Actor, Role } from '../charts/kernel/types.js';
import { listClocks } from '../ledger/reads/clocks.js';
import type { ClockFilter, ClockPage, ClockRead } from '../ledger/reads/clocks.js';
import type { Ledger } from '../ledger/ledger.js';
import { delegationsOf } from '../ledger/registers/delegations.js';
import { listDesks } from '../ledger/registers/desks.js';
import { sightOf } from './rights.js';

/** Whose duties are a role's to see to: what the edition names in a clock's `whose`. */
const DUTIES: Readonly<Partial<Record<Role, readonly string[]>>> = {
  applicant: ['firm', 'person'],
  partner: ['partner'],
  officer: ['agency'],
  // A sanction is decided by the committee for the ministry [assumed].
  committee: ['ministry'],
};

/** The filters whose clocks, together, this person may see; none where there is nothing to see. */
export function clocksSeenBy(actor: Actor): ClockFilter[] {
  const sight = sightOf(actor);
  if (sight === 'all') return [{}];
  if (sight === 'none' || 'panelMember' in sight) return [];
  return [{ party: sight }];
}

/**
 * The filters whose clocks, together, are this person's to see to on a Korean day: their own side's duties; of an officer
 * those of the desks at which they sit, or whom they stand in for, and all of the agency's where that is none.
 */
export async function clocksOf(ledger: Ledger, actor: Actor, on: string): Promise<ClockFilter[]> {
  const whose = DUTIES[actor.role];
  if (!whose) return [];
  const seen = clocksSeenBy(actor).map((filter) => ({ ...filter, whose }));
  if (actor.role !== 'officer') return seen;
  const people = await peopleOf(ledger, actor, on);
  const own = (await listDesks(ledger)).filter(({ officer, deputy, head }) =>
    [officer, deputy, head].some((person) => people.includes(person)),
  );
  if (own.length === 0) return seen;
  return own.map(({ editionId, track }) => ({ whose, editionId, track }));
}

/** The person, or whom they act for, and everybody in whose place they are on the day. */
async function peopleOf(ledger: Ledger, { person, onBehalfOf, role }: Actor, on: string): Promise<string[]> {
  if (onBehalfOf !== undefined) return [onBehalfOf];
  const delegated = await delegationsOf(ledger, { toPerson: person, role, on });
  return [person, ...delegated.map(({ ofPerson }) => ofPerson)];
}

/** A page of the clocks of several filters together, in the order in which they are due. */
export async function clocksTogether(
  ledger: Ledger,
  filters: readonly ClockFilter[],
  page: ClockPage,
): Promise<ClockRead[]> {
  const pages = await Promise.all(filters.map((filter) => listClocks(ledger, filter, page)));
  return pages.flat().toSorted(byDue).slice(0, page.limit);
}

function byDue(one: ClockRead, other: ClockRead): number {
  const [a, b] = [one, other].map(({ due, subjectId, clock }) => `${due} ${subjectId} ${clock}`);
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
