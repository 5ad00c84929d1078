import type { AcceptedAnswer, DecidedAnswer } from '../../contract/http/actions.js';
import type { CaseBody } from '../../contract/http/cases.js';
import type { CommandBody } from '../../contract/http/records.js';
import { caseAddress } from '../case-address.js';
import { Refused } from '../http.js';
import type { Answer } from '../http.js';
import type { Player } from './cast.js';
import { Difference } from './difference.js';
import { patiently } from './patience.js';

/** What a decision led to, also where the answer was a 202 and it is delivered later. Throws Refused as at once. */
export async function settled(
  player: Player,
  id: string,
  { status, body }: Answer<DecidedAnswer | AcceptedAnswer>,
): Promise<Pick<DecidedAnswer, 'id' | 'state' | 'stateLabel'>> {
  if (status !== 202) {
    const decided = body as DecidedAnswer;
    if (decided.outcome === 'ignored') throw new Difference(`${id} did not take it: ${decided.reason}`);
    return decided;
  }
  const command = await delivered(player, body as AcceptedAnswer);
  if (command.refusal) throw new Refused(command.refusal);
  const { stateLabel, state: now } = await player.client.get<CaseBody>(caseAddress(id));
  return { id, stateLabel, state: command.decided?.state ?? now };
}

/** What became of a command that was only received, once it is answered. Throws a Difference when that takes too long. */
export function delivered(player: Player, { command: { href } }: AcceptedAnswer): Promise<CommandBody> {
  return patiently(
    `${href} to be delivered`,
    async () => {
      const read = await player.client.get<CommandBody>(href);
      return read.state === 'received' ? undefined : read;
    },
    () => 'received',
  );
}
