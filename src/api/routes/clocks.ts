import { clockPageSchema, clocksQuerySchema } from '../../contract/http/clocks.js';
import type { ClockLine } from '../../contract/http/clocks.js';
import type { ClockFilter, ClockPage, ClockRead } from '../../ledger/reads/clocks.js';
import { dayOf } from '../../rules/calendar.js';
import { hrefOf } from '../addresses.js';
import { clockName } from '../clock-names.js';
import type { Api, Shared } from '../deps.js';
import { clocksOf, clocksSeenBy, clocksTogether } from '../due-clocks.js';
import { instant } from '../instant.js';
import { cursorOf, pageOf } from '../pages.js';
import { Refused, atTheDoor } from '../refused.js';
import { signedIn } from '../sign-in.js';
import { problems } from './problems.js';

/** What is due, when, and whose duty it is: of the cases that a person sees, or that are theirs to see to. */
export function clockRoutes(api: Api, shared: Shared): void {
  const { ledger } = shared;
  api.get(
    '/v1/clocks',
    {
      schema: {
        ...{ tags: ['clocks'], querystring: clocksQuerySchema },
        response: { 200: clockPageSchema, ...problems },
      },
    },
    async (request) => {
      const actor = signedIn(request);
      const { limit, cursor, mine, overdue, edition, track, 'due-before': dueBefore } = request.query;
      const now = await instant(shared);
      const wished: ClockFilter = { dueBefore, ...(overdue && { overdueAt: now }) };
      const filters = (mine ? await clocksOf(ledger, actor, dayOf(now)) : clocksSeenBy(actor))
        .filter((each) => isWithin(each, { editionId: edition, track }))
        .map((each) => ({ editionId: edition, track, ...each, ...wished }));
      const read = await clocksTogether(ledger, filters, { limit: limit + 1, after: afterOf(cursor) });
      const { items, next } = pageOf(read, limit, keyOf);
      return { items: items.map((each) => lineOf(each, now)), next };
    },
  );
}

/** Whether what a filter leaves can also be of this edition and track. */
function isWithin(filter: ClockFilter, wished: Pick<ClockFilter, 'editionId' | 'track'>): boolean {
  return (['editionId', 'track'] as const).every(
    (name) => !filter[name] || !wished[name] || filter[name] === wished[name],
  );
}

function keyOf({ due, subjectId, clock }: ClockRead): string {
  return `${due} ${subjectId} ${clock}`;
}

function afterOf(cursor: string | undefined): ClockPage['after'] {
  const key = cursorOf(cursor);
  if (key === undefined) return undefined;
  const [due = '', subjectId = '', clock = '', ...more] = key.split(' ');
  const isOurs = !Number.isNaN(Date.parse(due)) && subjectId && clock && more.length === 0;
  if (!isOurs) throw new Refused(atTheDoor('malformedBody'));
  return { due, subjectId, clock };
}

function lineOf(read: ClockRead, now: string): ClockLine {
  const { subjectId, subject, companyId: company, partnerId: partner, editionId, clock } = read;
  const { from, due, rule, isProvisional: provisional, suspendedAt, whose } = read;
  const suspended = suspendedAt !== null;
  return {
    ...{ case: subjectId, href: hrefOf(subjectId), subject, company, partner },
    ...{ clock, name: clockName(editionId, clock), from, due, rule, provisional, whose: [...whose] },
    ...{ overdue: !suspended && Date.parse(due) < Date.parse(now), suspended },
  };
}
