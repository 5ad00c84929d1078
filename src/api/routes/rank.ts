import type { Bilingual } from '../../charts/kernel/types.js';
import type { ProjectContextV2 } from '../../charts/project-v2/context.js';
import type { Place } from '../../charts/project-v2/place.js';
import { ownRankSchema } from '../../contract/http/lists.js';
import type { OwnRank } from '../../contract/http/lists.js';
import { projectAddressSchema } from '../../contract/http/queries.js';
import { getList } from '../../ledger/lists.js';
import type { RankOutcome } from '../../rules/ranking.js';
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
        derivation: [...derivation, ...since(ranked.outcome, outcome)].map((words) => ({ ...words })),
      };
    },
  );
}

/** What happened after the list: it said one thing, and the project was told another since. */
function since(listed: RankOutcome, now: Place['outcome']): readonly Bilingual[] {
  return listed === now ? [] : [SINCE[now]];
}

const SINCE: Readonly<Record<Place['outcome'], Bilingual>> = {
  selected: {
    ko: '그 뒤 자리가 생겨 선정으로 변경되었습니다.',
    en: 'Since then a place was found for it, and it is selected.',
  },
  reserve: {
    ko: '그 뒤 이의신청이 받아들여져 예비순위로 변경되었습니다.',
    en: 'Since then its objection was upheld, and it is on the reserve list.',
  },
  rejected: {
    ko: '그 뒤 다시 심의하여 미선정으로 변경되었습니다.',
    en: 'Since then it was decided on anew, and it is not selected.',
  },
  released: {
    ko: '그 뒤 예비순위의 유효기간이 끝났습니다.',
    en: 'Since then the validity of the reserve list has ended.',
  },
};
