import { createHash } from 'node:crypto';
import type { Actor } from '../charts/kernel/types.js';
import type { Collection } from '../contract/http/money.js';
import type { StoredCommand, Wish } from '../ledger/inbox.js';
import { together } from '../ledger/ledger.js';
import { getSubject } from '../ledger/reads/subjects.js';
import { commandsByIds, receiveMany } from '../ledger/receive-many.js';
import { abreast } from './abreast.js';
import type { Done } from './delivery.js';
import type { Shared } from './deps.js';
import { actionAtDoor } from './door.js';
import { eventually } from './eventually.js';
import type { PortalDraw } from './portal-draws.js';
import { explained } from './problems.js';
import type { Language } from './problems.js';
import type { KeptRefusal } from './refused.js';

const RECORD = 'RECORD_DRAW';

/** How long what was sent is waited for; what isn't done by then is done without the sender. */
const PATIENCE_MS = 20_000;

/** How many draws are sent together. */
const PORTION = 1_000;

/** Who collects, in which language they are answered, and under which key of theirs. */
interface Collecting {
  readonly by: Actor;
  readonly language: Language;
  readonly key: string;
}

/**
 * Sends each of the portal's draws that no project's books have to its project, through the door that every action passes,
 * and tells what became of each. A draw that is sent twice is recorded once: its project knows it.
 */
export async function collected(
  shared: Shared,
  draws: readonly PortalDraw[],
  collecting: Collecting,
): Promise<Collection> {
  const known = await recordedIn(shared, draws);
  const missing = draws.filter(({ drawId }) => !known.has(drawId));
  const items: Collection['items'] = [];
  for (let from = 0; from < missing.length; from += PORTION)
    items.push(...(await sent(shared, missing.slice(from, from + PORTION), collecting)));
  return {
    ...{ found: draws.length, known: draws.length - missing.length, items },
    last: draws.at(-1)?.no ?? 0,
  };
}

/** The project and the number of the tranche that a payment's reference names. */
function placeOf({ reference }: PortalDraw): { readonly project: string; readonly tranche: number } {
  const [, project = reference, no = '0'] = /^(.+)\/tranche\/(\d{1,3})$/.exec(reference) ?? [];
  return { project, tranche: Number(no) };
}

/** The draws that the books of their projects have. */
async function recordedIn({ ledger }: Shared, draws: readonly PortalDraw[]): Promise<ReadonlySet<string>> {
  const projects = [...new Set(draws.map((draw) => placeOf(draw).project))];
  const views = await abreast(projects, (id) => getSubject(ledger, id));
  const recorded = views.flatMap((view) => (view?.facts['draws'] ?? []) as { readonly drawId: string }[]);
  return new Set(recorded.map(({ drawId }) => drawId));
}

async function sent(
  shared: Shared,
  draws: readonly PortalDraw[],
  { by, language, key }: Collecting,
): Promise<Collection['items']> {
  const wishes = await abreast(draws, (draw) => wishFor(shared, draw, by, key));
  const received = await together(shared.ledger, (books) => receiveMany(books, wishes));
  shared.nudge();
  const ids = received.map((each) => (each.outcome === 'stored' ? each.stored.command.id : ''));
  const settled = await awaited(shared, ids);
  return draws.map((draw, index) => {
    const { drawId, institution, amount, drawnOn } = draw;
    const command = ids[index] ?? '';
    const about = { drawId, ...placeOf(draw), institution, amount, drawnOn, command };
    return { ...about, ...outcomeOf(settled.get(command), language) };
  });
}

async function wishFor(shared: Shared, draw: PortalDraw, by: Actor, key: string): Promise<Wish> {
  const { drawId, institution, amount, drawnOn } = draw;
  const { project: subjectId, tranche } = placeOf(draw);
  const data = { drawId, tranche, institution, amount, drawnOn };
  const { refusal, ...wanted } = await actionAtDoor(shared, by, { subjectId, body: { type: RECORD, data } });
  return {
    ...{ ...wanted, by, refusal: refusal && { ...refusal } },
    // A caller's own key never has a space.
    key: `draw ${key} ${drawId}`,
    bodySha256: createHash('sha256').update(JSON.stringify(draw)).digest('hex'),
    receivedAt: shared.clock && (await shared.clock()),
  };
}

async function awaited(
  { ledger }: Shared,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredCommand>> {
  const read = async (): Promise<Map<string, StoredCommand>> =>
    new Map((await commandsByIds(ledger, ids)).map((each) => [each.command.id, each]));
  let now = await read();
  await eventually(PATIENCE_MS, async () => {
    now = await read();
    return [...now.values()].every(({ state }) => state !== 'received') || undefined;
  });
  return now;
}

function outcomeOf(
  stored: StoredCommand | undefined,
  language: Language,
): Pick<Collection['items'][number], 'outcome' | 'refusal'> {
  if (!stored || stored.state === 'received') return { outcome: 'pending' };
  if (stored.state === 'applied') return { outcome: (stored.answer as unknown as Done).outcome };
  return { outcome: 'refused', refusal: explained(stored.answer as unknown as KeptRefusal, language) };
}
