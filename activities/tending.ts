import { z } from 'zod';
import { tendingNotices } from '../src/contract/notices-clocks.js';
import type { EffectOrder } from '../src/contract/messages.js';
import type { Ledger } from '../src/ledger/ledger.js';
import { bookNotice } from '../src/ledger/notices.js';
import { getSubject } from '../src/ledger/reads/subjects.js';
import type { SubjectView } from '../src/ledger/reads/subjects.js';
import { delegateOf } from '../src/ledger/registers/delegations.js';
import { deskOf } from '../src/ledger/registers/desks.js';
import type { Desk } from '../src/ledger/registers/desks.js';
import { dayOf } from '../src/rules/calendar.js';
import type { PerformEffect } from './effect.js';

const tending = z.object({
  clock: z.string(),
  mark: z.string(),
  kind: z.enum(['remind', 'overdue', 'escalate']),
  to: z.enum(['delegate', 'head']).optional(),
  whose: z.array(z.enum(['firm', 'partner', 'agency', 'person', 'ministry'])).min(1),
  due: z.string(),
});
type Tending = z.infer<typeof tending>;

/** Who is told: an organisation, or one person of it, and for whom where a delegation covers an absence. */
interface Recipient {
  readonly org: string;
  readonly person?: string;
  readonly onBehalfOf?: string;
}

/** The agency's own letter-box, where a track has no desk. */
const AGENCY: Recipient = { org: 'agency' };

/**
 * `tendClock` → CLOCK_ESCALATED {clock, mark, person, onBehalfOf?} where it escalates: whoever's duty a clock is finds the
 * reminder in their letter-box; a late duty is told to who sits at the track's desk, then to its head. Absences are
 * covered by the delegations of the Korean day, and both names are given back (domain.md sections 4 and 6).
 */
export function tendingEffects(ledger: Ledger) {
  const tendClock: PerformEffect = async (order) => {
    const said = tending.parse(order.params);
    const subject = await getSubject(ledger, order.subjectId);
    if (!subject) throw new Error(`${order.subjectId} isn't in the books`);
    const desk = await deskOf(ledger, subject.identity.editionId, subject.identity.track);
    const told = await recipientsOf(ledger, said, { subject, desk, on: dayOf(order.at) });
    for (const [index, recipient] of told.entries()) await tell(ledger, order, { said, recipient, index });
    const [first = AGENCY] = told;
    if (said.kind !== 'escalate') return null;
    const { org, person = org, onBehalfOf } = first;
    const { clock, mark } = said;
    return {
      type: 'CLOCK_ESCALATED',
      data: { clock, mark, person, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) },
    };
  };
  return { tendClock };
}

interface Situation {
  readonly subject: SubjectView;
  readonly desk: Desk | undefined;
  /** A Korean day. */
  readonly on: string;
}

async function recipientsOf(ledger: Ledger, said: Tending, at: Situation): Promise<Recipient[]> {
  const { companyId, partnerId } = at.subject.identity;
  if (said.kind === 'escalate') return [await escalatedTo(ledger, said, at)];
  const whose = said.whose.map(async (who): Promise<Recipient> => {
    // The person whom a sanction concerns is reached through the firm.
    if (who === 'firm' || who === 'person') return { org: companyId };
    if (who === 'partner') return { org: partnerId ?? companyId };
    return atDesk(ledger, at, 'officer');
  });
  const all = await Promise.all(whose);
  return all.filter(
    ({ org, person }, index) =>
      all.findIndex((other) => other.org === org && other.person === person) === index,
  );
}

/** The officer who is late is stood in for by the deputy; where it is the firm that is late, the officer is told. */
function escalatedTo(ledger: Ledger, { to, whose }: Tending, at: Situation): Promise<Recipient> {
  if (to === 'head') return atDesk(ledger, at, 'head');
  const isOfficers = whose.some((who) => who === 'agency' || who === 'ministry');
  return isOfficers ? delegateAtDesk(ledger, at) : atDesk(ledger, at, 'officer');
}

/** Who sits at a place of the desk on the day: whose it is, or who was delegated to stand in. */
async function atDesk(
  ledger: Ledger,
  { desk, on }: Situation,
  place: 'officer' | 'deputy' | 'head',
): Promise<Recipient> {
  if (!desk) return AGENCY;
  const standIn = await delegateOf(ledger, { ofPerson: desk[place], on });
  if (!standIn) return { org: desk.org, person: desk[place] };
  return { org: desk.org, person: standIn.toPerson, onBehalfOf: desk[place] };
}

/** Whoever was delegated to stand in for the officer on the day, or else the desk's deputy: for the officer, either way. */
async function delegateAtDesk(ledger: Ledger, at: Situation): Promise<Recipient> {
  if (!at.desk) return AGENCY;
  const { officer } = at.desk;
  const { onBehalfOf, ...standIn } = await atDesk(ledger, at, 'officer');
  if (onBehalfOf !== undefined) return { ...standIn, onBehalfOf };
  return { ...(await atDesk(ledger, at, 'deputy')), onBehalfOf: officer };
}

async function tell(
  ledger: Ledger,
  { key, subjectId }: EffectOrder,
  {
    said,
    recipient,
    index,
  }: { readonly said: Tending; readonly recipient: Recipient; readonly index: number },
): Promise<void> {
  const { clock, kind, due } = said;
  const { org, person } = recipient;
  const notice = tendingNotices[kind];
  await bookNotice(ledger, {
    ...{ key: `${key}/${index}`, subjectId, org, person, notice, params: { clock, due } },
  });
}
