import { departedSchema, departureSchema, partnerAddressSchema } from '../../contract/http/registers.js';
import { departPartner, partnersByIds } from '../../ledger/registers/partners.js';
import { hrefOf } from '../addresses.js';
import type { Api, Shared } from '../deps.js';
import { mustBe } from '../intake-rights.js';
import { partnersAreThere } from '../partner-register.js';
import { Refused, atTheDoor } from '../refused.js';
import { signedIn } from '../sign-in.js';
import { problems } from './problems.js';

/** A partner's leaving the program: its open proposals close, and who runs a project with it is told to whoever books it. */
export function departureRoutes(api: Api, shared: Shared): void {
  api.post(
    '/v1/partners/:id/departure',
    {
      config: { records: 'BOOK_DEPARTURE' },
      schema: {
        ...{ tags: ['registers'], params: partnerAddressSchema, body: departureSchema },
        response: { 200: departedSchema, ...problems },
      },
    },
    async (request) => {
      const actor = signedIn(request);
      mustBe(actor, 'administrator', 'officer');
      await partnersAreThere(shared);
      const { id } = request.params;
      const { on, ground } = request.body;
      await mustBeThere(shared, id, on);
      const departure = await departPartner(shared.ledger, { id, on, ground, by: actor.person });
      if (!departure) throw new Refused(atTheDoor('notFound'));
      const runningProjects = departure.runningProjects.map((project) => ({
        ...{ id: project, href: hrefOf(project) },
      }));
      return { id, leftOn: on, ground, closedProposals: [...departure.closedProposals], runningProjects };
    },
  );
}

/** A partner that left is not let go twice; the same day again closes what has come in since, and is no harm. */
async function mustBeThere({ ledger }: Shared, id: string, on: string): Promise<void> {
  const [partner] = await partnersByIds(ledger, [id]);
  if (!partner) throw new Refused(atTheDoor('notFound'));
  const { leftOn, ground } = partner;
  if (leftOn !== null && leftOn !== on)
    throw new Refused(atTheDoor('partnerLeftAlready', { leftOn, ground: ground ?? '' }));
}
