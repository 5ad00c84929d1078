import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../charts/kernel/types.js';
import type { BulkAnswer, BulkOutcome } from '../contract/http/bulk.js';
import { bulkByKey, getBulk, storeBulk } from '../ledger/bulk.js';
import type { Bulk } from '../ledger/bulk.js';
import type { StoredCommand, Wish } from '../ledger/inbox.js';
import { together } from '../ledger/ledger.js';
import type { Ledger } from '../ledger/ledger.js';
import { commandsByIds, receiveMany } from '../ledger/receive-many.js';
import { bulkHref } from './addresses.js';
import { fingerprintOf, keyOf } from './bodies.js';
import { abreast } from './abreast.js';
import type { Done } from './delivery.js';
import type { Shared } from './deps.js';
import { actionAtDoor } from './door.js';
import { readAhead } from './read-ahead.js';
import { eventually } from './eventually.js';
import { explained, languageOf } from './problems.js';
import type { Language } from './problems.js';
import { Refused, atTheDoor } from './refused.js';
import type { KeptRefusal } from './refused.js';
import { seesAll } from './rights.js';
import { signedIn } from './sign-in.js';

/** One action among many: the case's id, and the body that an action of its own would have. */
export interface BulkItem {
  readonly case: string;
  readonly body: unknown;
}

/** How long the cases of a bulk are waited for; what isn't done by then is done without the sender. */
const PATIENCE_MS = 20_000;

/**
 * Stores many actions in one transaction, under keys made from the request's own, and waits a while for what becomes of
 * them: the dispatcher brings each to its case. The same key with the same body is answered anew and does nothing twice.
 * Throws Refused: `keyMissing`, and `keyReused` for a key that came before with another body.
 */
export async function bulkDone(
  shared: Shared,
  request: FastifyRequest,
  items: readonly BulkItem[],
): Promise<BulkAnswer> {
  const again = await bulkAgain(shared, request);
  if (again) return again;
  const bulk = await stored(shared, request, items);
  shared.nudge();
  mustBeSame(request, bulk);
  return awaited(shared, bulk, languageOf(request.headers['accept-language']));
}

/**
 * What became of the bulk that this very request sent before; undefined where its key is new. Throws Refused: `keyMissing`,
 * and `keyReused` for a key that came with another body.
 */
export async function bulkAgain(shared: Shared, request: FastifyRequest): Promise<BulkAnswer | undefined> {
  const bulk = await bulkByKey(shared.ledger, signedIn(request).person, keyOf(request));
  if (!bulk) return undefined;
  mustBeSame(request, bulk);
  return awaited(shared, bulk, languageOf(request.headers['accept-language']));
}

function mustBeSame(request: FastifyRequest, { key, bodySha256 }: Bulk): void {
  if (bodySha256 !== fingerprintOf(request)) throw new Refused(atTheDoor('keyReused', { key }));
}

/** What has become of a bulk by now; throws Refused (`notFound`) for one that isn't this person's to see. */
export async function bulkSoFar(
  { ledger }: Shared,
  actor: Actor,
  id: string,
  language: Language,
): Promise<BulkAnswer> {
  const bulk = await getBulk(ledger, id);
  if (!bulk || !(bulk.person === actor.person || seesAll(actor))) throw new Refused(atTheDoor('notFound'));
  return answerOf(bulk, await commandsOf(ledger, bulk), language);
}

/** Stores a bulk with its items; of two that come at once under one key the second finds the first. */
async function stored(shared: Shared, request: FastifyRequest, items: readonly BulkItem[]): Promise<Bulk> {
  const { person } = signedIn(request);
  const [key, bodySha256] = [keyOf(request), fingerprintOf(request)];
  const wishes = await wishesOf(shared, request, items);
  return together(shared.ledger, async (books) => {
    const received = await receiveMany(books, wishes);
    const commandIds = received.map((each) => {
      if (each.outcome === 'keyReused') throw new Refused(atTheDoor('keyReused', { key }));
      return each.stored.command.id;
    });
    return storeBulk(books, { id: randomUUID(), person, key, bodySha256, commandIds });
  });
}

async function wishesOf(
  shared: Shared,
  request: FastifyRequest,
  items: readonly BulkItem[],
): Promise<Wish[]> {
  const by = signedIn(request);
  const bodySha256 = fingerprintOf(request);
  const receivedAt = shared.clock ? await shared.clock() : undefined;
  const books = await readAhead(shared, by, items);
  return abreast(items, async ({ case: subjectId, body }, index) => {
    const { refusal, ...wanted } = await actionAtDoor(shared, by, { subjectId, body }, books);
    // A caller's own key never has a space.
    const sent = { ...wanted, by, bodySha256, receivedAt, key: `bulk ${keyOf(request)}/${index}` };
    return { ...sent, refusal: refusal && { ...refusal } };
  });
}

async function awaited(shared: Shared, bulk: Bulk, language: Language): Promise<BulkAnswer> {
  let now = await commandsOf(shared.ledger, bulk);
  await eventually(PATIENCE_MS, async () => {
    const waiting = now.filter(({ state }) => state === 'received').map(({ command }) => command.id);
    if (waiting.length === 0) return true;
    const read = new Map(
      (await commandsByIds(shared.ledger, waiting)).map((each) => [each.command.id, each]),
    );
    now = now.map((each) => read.get(each.command.id) ?? each);
    return now.every(({ state }) => state !== 'received') || undefined;
  });
  return answerOf(bulk, now, language);
}

/** A bulk's commands in the order in which they were sent. */
async function commandsOf(ledger: Ledger, { commandIds }: Bulk): Promise<StoredCommand[]> {
  const read = new Map((await commandsByIds(ledger, commandIds)).map((each) => [each.command.id, each]));
  return commandIds.flatMap((id) => read.get(id) ?? []);
}

function answerOf({ id, madeAt }: Bulk, commands: readonly StoredCommand[], language: Language): BulkAnswer {
  const items = commands.map((each) => outcomeOf(each, language));
  const count = (outcome: BulkOutcome['outcome']): number =>
    items.filter((each) => each.outcome === outcome).length;
  const counts = {
    ...{ applied: count('applied'), refused: count('refused') },
    ...{ ignored: count('ignored'), pending: count('pending') },
  };
  return { id, href: bulkHref(id), receivedAt: commands[0]?.command.receivedAt ?? madeAt, items, counts };
}

function outcomeOf({ command, subjectId, state, answer }: StoredCommand, language: Language): BulkOutcome {
  const named = { case: subjectId, type: command.type, command: command.id };
  if (state === 'received') return { ...named, outcome: 'pending' };
  if (state === 'refused')
    return { ...named, outcome: 'refused', refusal: explained(answer as unknown as KeptRefusal, language) };
  const { outcome, state: reached } = answer as unknown as Done;
  return { ...named, outcome, state: reached };
}
