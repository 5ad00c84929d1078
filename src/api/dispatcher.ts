import { setTimeout as sleep } from 'node:timers/promises';
import { leaseForDelivery, releaseLease } from '../ledger/inbox.js';
import type { StoredCommand } from '../ledger/inbox.js';
import { deliver } from './delivery.js';
import type { Outcome, World } from './delivery.js';
import type { Shared } from './deps.js';

/** How many commands are brought at once; a few only while a crowd is received, whose receipt comes first. */
const BATCH = { usual: 32, inCrowd: 4, crowd: 12 } as const;

/** Longer than a delivery may take, so that no other dispatcher takes it meanwhile. */
const LEASE_MS = 15_000;

const IDLE_MS = 250;
const BACKOFF_MS = { first: 250, most: 30_000 };

/** The loop that brings what nobody else delivers; `stop` waits for what is under way. */
export interface Dispatcher {
  /** Says that something was left to it, so that it doesn't wait for its next look. */
  nudge(): void;
  stop(): Promise<void>;
}

/** What the loop looks at besides what a delivery needs: whether a crowd is being received. */
type Watched = World & Pick<Shared, 'crowd'>;

/** Starts delivering, now and whenever something is left over. */
export function startDispatcher(world: Watched): Dispatcher {
  const stopping = new AbortController();
  const { signal } = stopping;
  let idling = new AbortController();
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      const found = await round(world).catch((error: unknown) => {
        world.log.warn({ error: nameOf(error) }, 'the inbox could not be read');
        return 0;
      });
      if (found > 0) continue;
      const idle = AbortSignal.any([signal, idling.signal]);
      await sleep(IDLE_MS, undefined, { signal: idle }).catch(() => undefined);
      if (idling.signal.aborted) idling = new AbortController();
    }
  };
  const ended = loop();
  return {
    nudge: () => idling.abort(),
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

/** One round: nothing is leased while the engine is away, so nothing waits out a lease once it is back. */
async function round(world: Watched): Promise<number> {
  if (world.engine.isAway && !(await world.engine.probe())) return 0;
  const limit = world.crowd.receiving >= BATCH.crowd ? BATCH.inCrowd : BATCH.usual;
  const leased = await leaseForDelivery(world.ledger, { limit, leaseMs: LEASE_MS });
  const cases = new Map<string, StoredCommand[]>();
  for (const stored of leased) cases.set(stored.subjectId, [...(cases.get(stored.subjectId) ?? []), stored]);
  await Promise.all([...cases.values()].map((commands) => inOrder(world, commands)));
  return leased.length;
}

/**
 * One case's commands, in the order of their receipt: where one has to wait, those behind it wait as long. What the books
 * have comes first: a workflow that is behind them answers nobody else (ADR 5).
 */
async function inOrder(world: World, received: readonly StoredCommand[]): Promise<void> {
  const isBooked = ({ state }: StoredCommand): boolean => state === 'applied';
  const commands = [...received.filter(isBooked), ...received.filter((one) => !isBooked(one))];
  for (const [index, stored] of commands.entries()) {
    const outcome = await deliver(world, stored).catch((error: unknown): Outcome => {
      world.log.error({ command: stored.command.id, error: nameOf(error) }, 'a command can not be delivered');
      return { kind: 'away' };
    });
    if (outcome.kind === 'away')
      return giveBack(world, commands.slice(index), world.engine.isAway ? 0 : backoff(stored.attempts));
  }
}

async function giveBack(
  { ledger }: World,
  waiting: readonly StoredCommand[],
  delayMs: number,
): Promise<void> {
  for (const { command } of waiting) await releaseLease(ledger, command.id, delayMs);
}

function backoff(attempts: number): number {
  const delay = Math.min(BACKOFF_MS.most, BACKOFF_MS.first * 2 ** attempts);
  return Math.round(delay * (0.5 + Math.random() / 2));
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
