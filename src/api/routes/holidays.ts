import {
  holidayAddressSchema,
  holidayApprovedSchema,
  holidaySchema,
  holidayToProposeSchema,
  holidaysSchema,
} from '../../contract/http/holidays.js';
import type { HolidayBody } from '../../contract/http/holidays.js';
import { decideHoliday, getHoliday, listHolidays, proposeHoliday } from '../../ledger/registers/holidays.js';
import type { HolidayAmendment } from '../../ledger/registers/holidays.js';
import { fingerprintOf } from '../bodies.js';
import type { Api, Shared } from '../deps.js';
import { mustBe } from '../intake-rights.js';
import { keyedId, mustBeWhatStands } from '../keyed.js';
import { inOwnName } from '../own-name.js';
import { recountAll } from '../recount.js';
import { Refused, atTheDoor } from '../refused.js';
import { signedIn } from '../sign-in.js';
import { idempotencyHeader } from './actions.js';
import { problems } from './problems.js';

const HOLIDAYS = '/v1/holidays';

/** Days off that the government declares after an edition was published: one administrator proposes, another approves. */
export function holidayRoutes(api: Api, shared: Shared): void {
  propose(api, shared);
  decide(api, shared);
  api.get(
    HOLIDAYS,
    { schema: { tags: ['reference'], response: { 200: holidaysSchema, ...problems } } },
    async (request) => {
      signedIn(request);
      return { items: (await listHolidays(shared.ledger)).map(bodyOf) };
    },
  );
}

function propose(api: Api, { ledger }: Shared): void {
  api.post(
    HOLIDAYS,
    {
      config: { records: 'PROPOSE_HOLIDAY' },
      schema: {
        ...{ tags: ['reference'], headers: idempotencyHeader, body: holidayToProposeSchema },
        response: { 201: holidaySchema, ...problems },
      },
    },
    async (request, reply) => {
      const actor = inOwnName(request);
      mustBe(actor, 'administrator');
      const proposed = { id: keyedId(request), ...request.body, proposedBy: actor.person };
      if (!(await proposeHoliday(ledger, proposed)))
        throw new Refused(atTheDoor('holidayIsKnown', { date: proposed.date }));
      const stands = await there(ledger, proposed.id);
      mustBeWhatStands(request, proposed, stands);
      void reply.code(201).header('location', hrefOf(stands));
      return bodyOf(stands);
    },
  );
}

function decide(api: Api, shared: Shared): void {
  const { ledger } = shared;
  const schema = { tags: ['reference'], params: holidayAddressSchema };
  api.post(
    `${HOLIDAYS}/:id/approval`,
    {
      config: { records: 'APPROVE_HOLIDAY' },
      schema: { ...schema, response: { 200: holidayApprovedSchema, ...problems } },
    },
    async (request) => {
      const actor = inOwnName(request);
      mustBe(actor, 'administrator');
      const holiday = await decided(shared, request.params.id, 'approved', actor.person);
      return {
        holiday: bodyOf(holiday),
        cases: await recountAll(shared, actor, holiday, fingerprintOf(request)),
      };
    },
  );
  api.post(
    `${HOLIDAYS}/:id/refusal`,
    {
      config: { records: 'REFUSE_HOLIDAY' },
      schema: { ...schema, response: { 200: holidaySchema, ...problems } },
    },
    async (request) => {
      const actor = inOwnName(request);
      mustBe(actor, 'administrator');
      return bodyOf(await decided({ ledger }, request.params.id, 'refused', actor.person));
    },
  );
}

/**
 * A proposed day off as this person decided on it, now or by an earlier try. Throws Refused: `notFound`,
 * `isAnotherAdministrator`, and `holidayIsDecided` where somebody decided before.
 */
async function decided(
  { ledger }: Pick<Shared, 'ledger'>,
  id: string,
  state: 'approved' | 'refused',
  by: string,
): Promise<HolidayAmendment> {
  const proposed = await getHoliday(ledger, id);
  if (!proposed) throw new Refused(atTheDoor('notFound'));
  if (proposed.proposedBy === by)
    throw new Refused(atTheDoor('isAnotherAdministrator', { proposer: proposed.proposedBy }));
  await decideHoliday(ledger, { id, state, by });
  const stands = await there(ledger, id);
  if (stands.state !== state || stands.decidedBy !== by)
    throw new Refused(atTheDoor('holidayIsDecided', { date: stands.date }));
  return stands;
}

async function there(ledger: Shared['ledger'], id: string): Promise<HolidayAmendment> {
  const found = await getHoliday(ledger, id);
  if (!found) throw new Error(`the day off ${id} was proposed and is not there`);
  return found;
}

function hrefOf({ id }: HolidayAmendment): string {
  return `${HOLIDAYS}/${id}`;
}

function bodyOf(holiday: HolidayAmendment): HolidayBody {
  return { href: hrefOf(holiday), ...holiday, name: { ...holiday.name } };
}
