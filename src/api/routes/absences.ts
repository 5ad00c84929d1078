import type { FastifyRequest } from 'fastify';
import {
  delegationAddressSchema,
  delegationSchema,
  delegationToMakeSchema,
  delegationsQuerySchema,
  delegationsSchema,
} from '../../contract/http/absences.js';
import type { DelegationBody } from '../../contract/http/absences.js';
import type { Actor } from '../../charts/kernel/types.js';
import {
  delegationsOf,
  getDelegation,
  makeDelegation,
  revokeDelegation,
} from '../../ledger/registers/delegations.js';
import type { Delegation, DelegationToMake } from '../../ledger/registers/delegations.js';
import type { Api, Shared } from '../deps.js';
import { keyedId, mustBeWhatStands } from '../keyed.js';
import { Refused, atTheDoor } from '../refused.js';
import { mustBeAbleToStore, seesAll } from '../rights.js';
import { signedIn } from '../sign-in.js';
import { inOwnName } from '../own-name.js';
import { idempotencyHeader } from './actions.js';
import { problems } from './problems.js';
import type { z } from 'zod';

const DELEGATIONS = '/v1/delegations';

/** Delegations: an absence is covered by one that is dated, and the record shows both names (domain.md section 6). */
export function absenceRoutes(api: Api, { ledger }: Shared): void {
  api.post(
    DELEGATIONS,
    {
      config: { records: 'DELEGATE' },
      schema: {
        ...{ tags: ['people'], headers: idempotencyHeader, body: delegationToMakeSchema },
        response: { 201: delegationSchema, ...problems },
      },
    },
    async (request, reply) => {
      const made = wanted(request, request.body);
      await makeDelegation(ledger, made);
      const stands = await getDelegation(ledger, made.id);
      if (!stands) throw new Error(`the delegation ${made.id} was made and is not there`);
      mustBeWhatStands(request, made, stands);
      void reply.code(201).header('location', hrefOf(stands));
      return bodyOf(stands);
    },
  );
  api.get(
    DELEGATIONS,
    {
      schema: {
        ...{ tags: ['people'], querystring: delegationsQuerySchema },
        response: { 200: delegationsSchema, ...problems },
      },
    },
    async (request) => {
      const actor = signedIn(request);
      const { person, on } = request.query;
      const found = await delegationsOf(ledger, { person: seesAll(actor) ? person : actor.person, on });
      return { items: found.filter((each) => isNamed(each, person)).map(bodyOf) };
    },
  );
  api.delete(
    `${DELEGATIONS}/:id`,
    {
      config: { records: 'END_DELEGATION' },
      schema: {
        tags: ['people'],
        params: delegationAddressSchema,
        response: { 200: delegationSchema, ...problems },
      },
    },
    async (request) => {
      const actor = inOwnName(request);
      const { id } = request.params;
      const found = await getDelegation(ledger, id);
      if (!found || !mayEnd(actor, found)) throw new Refused(atTheDoor('notFound'));
      if (!(await revokeDelegation(ledger, id, actor.person)))
        throw new Refused(atTheDoor('delegationIsOver'));
      return bodyOf((await getDelegation(ledger, id)) ?? found);
    },
  );
}

/** The delegation in a request; throws Refused where it is not this person's to make. */
function wanted(request: FastifyRequest, body: z.output<typeof delegationToMakeSchema>): DelegationToMake {
  const actor = inOwnName(request);
  mustBeAbleToStore(actor);
  const { ofPerson = actor.person, toPerson, role, org = actor.org, fromDay, toDay, ground } = body;
  const isAdministrator = actor.role === 'administrator';
  if (!isAdministrator && ofPerson !== actor.person) throw new Refused(atTheDoor('notOwnAbsence'));
  // A person can hand on what they have themselves: their own role, in their own organisation.
  const isOwn = role === actor.role && org === actor.org;
  if (!isOwn && (!isAdministrator || ofPerson === actor.person))
    throw new Refused(atTheDoor('wrongRole', { role }));
  if (toPerson === ofPerson || (isAdministrator && toPerson === actor.person))
    throw new Refused(atTheDoor('delegatesToSelf'));
  const id = keyedId(request);
  return { id, ofPerson, toPerson, role, org, fromDay, toDay, ground, madeBy: actor.person };
}

function mayEnd({ person, role }: Actor, { ofPerson }: Delegation): boolean {
  return role === 'administrator' || ofPerson === person;
}

function isNamed({ ofPerson, toPerson }: Delegation, person: string | undefined): boolean {
  return person === undefined || ofPerson === person || toPerson === person;
}

function hrefOf({ id }: Pick<Delegation, 'id'>): string {
  return `${DELEGATIONS}/${id}`;
}

function bodyOf(delegation: Delegation): DelegationBody {
  return { href: hrefOf(delegation), ...delegation };
}
