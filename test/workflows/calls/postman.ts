import { pino } from 'pino';
import { expect, vi } from 'vitest';
import { deliveredBook } from '../../../src/api/delivered.js';
import { deliver } from '../../../src/api/delivery.js';
import type { Outcome, World } from '../../../src/api/delivery.js';
import { lanes } from '../../../src/api/lanes.js';
import { leaseForDelivery, releaseLease } from '../../../src/ledger/inbox.js';
import type { StoredCommand } from '../../../src/ledger/inbox.js';
import { SOON } from '../lives/case.js';
import type { Case } from '../lives/case.js';
import type { House } from '../lives/house.js';

/** Brings what the inbox has to its workflow by the API's own delivery, in rounds that the engine can follow. */
export interface Postman {
  readonly world: World;
  /** Brings one command. */
  bring(stored: StoredCommand): Promise<Outcome>;
  /** Brings everything that is on its way, again and again until a case is in a state. */
  until(one: Case, state: string): Promise<void>;
  close(): Promise<void>;
}

/** A postman for a house without an API. */
export function openPostman({ client, ledger, engine }: House): Postman {
  const delivered = deliveredBook(ledger);
  const world: World = {
    ...{ ledger, lanes: lanes(), delivered, log: pino({ level: 'silent' }) },
    engine: {
      ...{ client, namespace: engine.namespace, isAway: false },
      ...{ lost: () => undefined, probe: () => Promise.resolve(true), close: () => Promise.resolve() },
    },
  };
  const bring = async (stored: StoredCommand): Promise<Outcome> => {
    await engine.isListening(stored.subjectId);
    return deliver(world, stored);
  };
  const inOrder = async (commands: readonly StoredCommand[]): Promise<void> => {
    for (const stored of commands)
      if ((await bring(stored)).kind === 'away') await releaseLease(ledger, stored.command.id, 0);
  };
  return {
    ...{ world, bring },
    until: (one, state) =>
      vi.waitFor(async () => {
        const leased = await leaseForDelivery(ledger, { limit: 64, leaseMs: 15_000 });
        await Promise.all([...bySubject(leased).values()].map(inOrder));
        expect((await one.view()).state).toBe(state);
      }, SOON),
    close: () => delivered.flush(),
  };
}

function bySubject(leased: readonly StoredCommand[]): Map<string, StoredCommand[]> {
  const cases = new Map<string, StoredCommand[]>();
  for (const stored of leased) cases.set(stored.subjectId, [...(cases.get(stored.subjectId) ?? []), stored]);
  return cases;
}
