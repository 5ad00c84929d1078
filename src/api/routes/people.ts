import {
  deskToSetSchema,
  deskSchema,
  desksSchema,
  revocationSchema,
  revocationToMakeSchema,
  revocationsSchema,
} from '../../contract/http/absences.js';
import type { DeskBody, RevocationBody } from '../../contract/http/absences.js';
import { listDesks, upsertDesks } from '../../ledger/registers/desks.js';
import type { Desk } from '../../ledger/registers/desks.js';
import { isRoleRevoked, listRevocations, revokeRole } from '../../ledger/registers/revocations.js';
import type { Api, Shared } from '../deps.js';
import { servedEdition } from '../editions.js';
import { mustBe } from '../intake-rights.js';
import { inOwnName } from '../own-name.js';
import { mustKeepBooks } from '../rights.js';
import { signedIn } from '../sign-in.js';
import { problems } from './problems.js';

/** Whose desk a track is, and roles that are taken away. */
export function peopleRoutes(api: Api, shared: Shared): void {
  deskRoutes(api, shared);
  revocationRoutes(api, shared);
}

function deskRoutes(api: Api, shared: Shared): void {
  api.post(
    '/v1/desks',
    {
      config: { records: 'SET_DESK' },
      schema: { tags: ['people'], body: deskToSetSchema, response: { 200: deskSchema, ...problems } },
    },
    async (request) => {
      const actor = inOwnName(request);
      mustBe(actor, 'administrator');
      const { edition, ...people } = request.body;
      const desk = { editionId: servedEdition(shared, edition), ...people, org: actor.org };
      await upsertDesks(shared.ledger, [desk], actor.person);
      return deskBody(desk);
    },
  );
  api.get(
    '/v1/desks',
    { schema: { tags: ['people'], response: { 200: desksSchema, ...problems } } },
    async (request) => {
      mustKeepBooks(signedIn(request));
      return { items: (await listDesks(shared.ledger)).map(deskBody) };
    },
  );
}

function revocationRoutes(api: Api, shared: Shared): void {
  const { ledger } = shared;
  api.post(
    '/v1/role-revocations',
    {
      config: { records: 'REVOKE_ROLE' },
      schema: {
        ...{ tags: ['people'], body: revocationToMakeSchema },
        response: { 200: revocationSchema, ...problems },
      },
    },
    async (request): Promise<RevocationBody> => {
      const actor = inOwnName(request);
      mustBe(actor, 'administrator');
      const { person, role, ground } = request.body;
      // Taken away twice is taken away once.
      if (!(await isRoleRevoked(ledger, { person, role })))
        await revokeRole(ledger, { person, role, ground, madeBy: actor.person });
      const stands = (await listRevocations(ledger)).find(
        (each) => each.person === person && each.role === role,
      );
      if (!stands) throw new Error(`a role of ${person} was taken away and that is not there`);
      return revocationBody(stands);
    },
  );
  api.get(
    '/v1/role-revocations',
    { schema: { tags: ['people'], response: { 200: revocationsSchema, ...problems } } },
    async (request) => {
      mustKeepBooks(signedIn(request));
      return { items: (await listRevocations(ledger)).map(revocationBody) };
    },
  );
}

function deskBody({ editionId: edition, track, officer, deputy, head, org }: Desk): DeskBody {
  return { edition, track, officer, deputy, head, org };
}

function revocationBody(revoked: Awaited<ReturnType<typeof listRevocations>>[number]): RevocationBody {
  const { person, role, ground, madeBy: by, fromAt, madeAt } = revoked;
  return { person, role, from: fromAt ?? madeAt, ground, by };
}
