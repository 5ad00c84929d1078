import { assignmentSchema, assignmentToMakeSchema, dryRunSchema } from '../../contract/http/lists.js';
import type { AssignmentBody } from '../../contract/http/lists.js';
import { callAddressSchema } from '../../contract/http/queries.js';
import { callIdOf } from '../addresses.js';
import { assigningActions, assignmentOf } from '../assignments.js';
import { bodyLeftToRoute, parsed } from '../bodies.js';
import { bulkAgain, bulkDone } from '../bulk.js';
import { CALL } from '../case-kinds.js';
import type { Api, Shared } from '../deps.js';
import { Refused, atTheDoor } from '../refused.js';
import { visibleCase } from '../sight.js';
import { signedIn } from '../sign-in.js';
import { idempotencyHeader } from './actions.js';
import { problems } from './problems.js';

/** What is recorded of an assignment that is refused as a whole. */
const ASSIGN_PANELS = 'ASSIGN_PANELS';

/** Assigning panels to all of a call's projects that have none: shown, or done as one bulk. */
export function assignmentRoutes(api: Api, shared: Shared): void {
  api.post(
    `${CALL}/assignments`,
    {
      config: { records: ASSIGN_PANELS },
      validatorCompiler: bodyLeftToRoute,
      schema: {
        tags: ['calls'],
        params: callAddressSchema,
        querystring: dryRunSchema,
        headers: idempotencyHeader,
        body: assignmentToMakeSchema,
        response: { 200: assignmentSchema, ...problems },
      },
    },
    async (request): Promise<AssignmentBody> => {
      const actor = signedIn(request);
      if (actor.role !== 'officer') throw new Refused(atTheDoor('wrongRole', { role: actor.role }));
      const wished = parsed(assignmentToMakeSchema, request.body ?? {});
      if ('kept' in wished) throw new Refused(wished.kept);
      const call = await visibleCase(shared, actor, callIdOf(request.params));
      const assignment = await assignmentOf(shared.ledger, call, wished.value.panelSize);
      if (request.query.dryRun === 'true') return { ...assignment, bulk: null };
      // Sent again, those who were assigned then are no longer waiting: what was done is told as it was.
      const again = await bulkAgain(shared, request);
      const actions = assigningActions(assignment);
      const isNothing = !again && actions.length === 0;
      return {
        ...assignment,
        bulk: isNothing ? null : (again ?? (await bulkDone(shared, request, actions))),
      };
    },
  );
}
