import type { AcceptedAnswer, DecidedAnswer } from '../../contract/http/actions.js';
import type { CaseBody } from '../../contract/http/cases.js';
import { caseAddress } from '../case-address.js';
import { sampleApplication } from '../sample-application.js';
import type { Player } from './cast.js';
import { delivered, settled } from './command.js';
import { Difference } from './difference.js';
import type { Script } from './script.js';

/** Hands in a script's application as its firm, and gives back the project as it begins; `key` makes a second try the same one. */
export async function applied(
  player: Player,
  script: Script,
  edition: string,
  key: string,
): Promise<CaseBody> {
  const own = { ...script.application, partnerId: script.partnerId };
  const application = await sampleApplication(player.client, script.track, own);
  const { status, body } = await player.client.post<DecidedAnswer | AcceptedAnswer>('/v1/applications', {
    json: { ...application, edition },
    headers: { 'idempotency-key': key },
  });
  const id = 'seq' in body ? body.id : (await delivered(player, body)).case;
  await settled(player, id, { status, body });
  const project = await player.client.get<CaseBody>(caseAddress(id));
  if (project.state !== 'submitted') throw new Difference(`${id} began as ${project.state}`);
  return project;
}
