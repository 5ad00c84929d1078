import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { receive } from '../ledger/inbox.js';
import type { StoredCommand, Wish } from '../ledger/inbox.js';
import { fingerprintOf } from './bodies.js';
import type { Shared } from './deps.js';
import { Refused, atTheDoor } from './refused.js';
import type { KeptRefusal } from './refused.js';
import { signedIn } from './sign-in.js';

/** What is wanted, before it has a time of receipt; `refusal` where it is refused at the door. */
export type Wanted = Pick<
  Wish,
  'kind' | 'subjectId' | 'draws' | 'type' | 'data' | 'books' | 'expectedSeq' | 'key'
> & {
  readonly refusal?: KeptRefusal | undefined;
};

/** How many applications are brought to the engine at once while their senders wait; more are answered with 202. */
const MOST_STARTING = 16;

/** The first letters of keys that are ours; a caller's own never has a space. */
const OURS = 'door ';

/** What was taken in: `isLeft` where the dispatcher is to bring it to its case, and nobody is to wait for that. */
export interface TakenIn {
  readonly isFresh: boolean;
  readonly isLeft: boolean;
  readonly stored: StoredCommand;
}

/**
 * Stores a wish with its time of receipt, in one round trip. `isFresh` is false where the same key came before with the
 * same body. Throws Refused, recorded: for a wish refused at the door, and `keyReused` for a key with another body.
 */
export async function takeIn(shared: Shared, request: FastifyRequest, wanted: Wanted): Promise<TakenIn> {
  const isLeft = isLeftToDispatcher(shared, wanted);
  const wish = await wishOf(shared, request, wanted);
  shared.crowd.receiving += 1;
  const received = await receive(shared.ledger, wish, isLeft ? { leaseMs: 0 } : {}).finally(() => {
    shared.crowd.receiving -= 1;
  });
  if (received.outcome === 'keyReused') {
    const kept = atTheDoor('keyReused', { key: wanted.key });
    throw new Refused(kept, await recordRefusal(shared, request, wanted, kept));
  }
  if (wanted.refusal && received.isFresh) throw new Refused(wanted.refusal, received.stored.command.id);
  return { ...received, isLeft };
}

/**
 * Whether nobody waits for a wish to be brought to its case: the engine is away, or so many applications are on their way
 * that in the last minute before a close they would hold up the receipt of others, which is what counts then.
 */
function isLeftToDispatcher({ engine, crowd }: Shared, { kind }: Wanted): boolean {
  return engine.isAway || (kind === 'start' && crowd.starting >= MOST_STARTING);
}

/** Records a refusal that has no key of its own to be found by; gives back the inbox id. */
export async function recordRefusal(
  shared: Shared,
  request: FastifyRequest,
  wanted: Omit<Wanted, 'key' | 'refusal'>,
  kept: KeptRefusal,
): Promise<string> {
  const nameless = { ...wanted, key: `${OURS}${randomUUID()}`, refusal: kept };
  const received = await receive(shared.ledger, await wishOf(shared, request, nameless));
  if (received.outcome === 'keyReused') throw new Error('a key of our own that was used before');
  return received.stored.command.id;
}

async function wishOf(shared: Shared, request: FastifyRequest, wanted: Wanted): Promise<Wish> {
  const { refusal, ...rest } = wanted;
  return {
    ...rest,
    by: signedIn(request),
    bodySha256: fingerprintOf(request),
    receivedAt: shared.clock ? await shared.clock() : undefined,
    refusal: refusal && { ...refusal },
  };
}
