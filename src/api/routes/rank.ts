import type { ProjectContextV2 } from '../../charts/project-v2/context.js';
import { ownRankSchema } from '../../contract/http/lists.js';
import type { OwnRank } from '../../contract/http/lists.js';
import { projectAddressSchema } from '../../contract/http/queries.js';
import { getList } from '../../ledger/lists.js';
import { idOf } from '../addresses.js';
import { PROJECT } from '../case-kinds.js';
import type { Api, Shared } from '../deps.js';
import type { RankedList } from '../ranked-lists.js';
import { Refused, atTheDoor } from '../refused.js';
import { factsFor } from '../shown.js';
import { visibleCase } from '../sight.js';
import { signedIn } from '../sign-in.js';
import { problems } from './problems.js';

/** A project's rank as it was notified, with how it came about, and nothing of anybody else's. */
export function rankRoutes(api: Api, shared: Shared): void {
  api.get(
    `${PROJECT}/rank`,
    {
      schema: {
        tags: ['cases'],
        params: projectAddressSchema,
        response: { 200: ownRankSchema, ...problems },
      },
    },
    async (request): Promise<OwnRank> => {
      const actor = signedIn(request);
      const view = await visibleCase(shared, actor, idOf(request.params));
      const { place } = factsFor(actor, view) as unknown as Partial<ProjectContextV2>;
      if (!place) throw new Refused(atTheDoor('notRankedYet'));
      const stored = await getList(shared.ledger, place.listSha256);
      const list = stored?.body as unknown as RankedList | undefined;
      const ranked = list?.places.find(({ id }) => id === view.identity.id);
      if (!list || !ranked)
        throw new Error(`${view.identity.id} was told of a list that has no place for it`);
      const { score, preferencePoints, total, ground, derivation } = ranked;
      const { callId: call, listSha256, rank, outcome, reserveRank } = place;
      return {
        ...{ id: view.identity.id, call, list: listSha256, rank, among: list.places.length },
        ...{ score, preferencePoints, total, outcome, reserveRank, ground },
        derivation: derivation.map((words) => ({ ...words })),
      };
    },
  );
}
