import { randomUUID } from 'node:crypto';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { expect, vi } from 'vitest';
import type { Actor, Role } from '../../../src/charts/kernel/types.js';
import type { Command, Decided, SubjectIdentity } from '../../../src/contract/messages.js';
import { ANNOUNCE, DECIDE, besideId, trancheId } from '../../../src/contract/names.js';
import type { Ledger } from '../../../src/ledger/ledger.js';
import { getSubject } from '../../../src/ledger/reads/subjects.js';
import type { SubjectView } from '../../../src/ledger/reads/subjects.js';

/** What an effect takes on a busy machine: the server tries again after seconds at the earliest. */
export const SOON = { timeout: 30_000, interval: 50 };

/** A command over what a test sends by itself: a time of receipt of its own, another person, its own id. */
export type Over = Partial<Command> & { readonly person?: string };

/** A project or a tranche: what can be sent to it, and how it stands in the books. */
export interface Case {
  readonly id: string;
  readonly handle: WorkflowHandle;
  /** Sends a decision as an Update, and gives back the state that it led to. */
  decide(role: Role, type: string, data?: Command['data'], over?: Over): Promise<string>;
  announce(role: Role, type: string, data?: Command['data']): Promise<void>;
  view(): Promise<SubjectView>;
  /** Waits until the case is in a state by what follows of itself. */
  comesTo(state: string): Promise<void>;
  /** What its ledger says: each event, with the reason where it was not taken. */
  story(): Promise<string[]>;
  tranche(no: number): Case;
  objection(no: number): Case;
  settlement(no: number): Case;
  recovery(no: number): Case;
  sanction(no: number): Case;
}

/** Where cases live: the engine, the books, and the time at which something would be received. */
export interface World {
  readonly client: Client;
  readonly ledger: Ledger;
  now(): Promise<string>;
  /** Waits until nothing is under way, where the engine asks for so much care. */
  atRest(): Promise<void>;
}

type Parties = Pick<SubjectIdentity, 'companyId' | 'partnerId'>;

/** The case of an id, with the parties to it. */
export function caseOf(world: World, id: string, parties: Parties): Case {
  const { client, ledger } = world;
  const handle = client.workflow.getHandle(id);
  const view = async (): Promise<SubjectView> => {
    const found = await getSubject(ledger, id);
    if (!found) throw new Error(`${id} isn't in the books`);
    return found;
  };
  return {
    ...{ id, handle, view },
    decide: async (role, type, data = {}, over = {}) => {
      const command = await commandOf(world, parties, role, type, data, over);
      await world.atRest();
      const sent = { args: [command] as [Command], updateId: command.id };
      return (await handle.executeUpdate<Decided, [Command]>(DECIDE, sent)).state;
    },
    announce: async (role, type, data = {}) => {
      await world.atRest();
      await handle.signal<[Command]>(ANNOUNCE, await commandOf(world, parties, role, type, data, {}));
    },
    comesTo: (state) =>
      vi.waitFor(async () => expect((await getSubject(ledger, id))?.state).toBe(state), SOON),
    story: () => storyOf(ledger, id),
    tranche: (no) => caseOf(world, trancheId(id, no), parties),
    objection: (no) => caseOf(world, besideId('objection', id, no), parties),
    settlement: (no) => caseOf(world, besideId('settlement', id, no), parties),
    recovery: (no) => caseOf(world, besideId('recovery', id, no), parties),
    sanction: (no) => caseOf(world, besideId('sanction', id, no), parties),
  };
}

async function commandOf(
  { now }: World,
  { companyId, partnerId }: Parties,
  role: Role,
  type: string,
  data: Command['data'],
  { person = `person-${role}-1`, ...over }: Over,
): Promise<Command> {
  const orgs: Partial<Record<Role, string | null>> = { applicant: companyId, partner: partnerId };
  const by: Actor = { person, role, org: orgs[role] ?? 'agency' };
  return { id: randomUUID(), type, data, by, receivedAt: await now(), ...over };
}

async function storyOf(ledger: Ledger, id: string): Promise<string[]> {
  const { rows } = await ledger.pool.query<{ type: string; reason: string | null }>(
    'select event_type as type, reason from ledger_row where subject_id = $1 order by seq',
    [id],
  );
  return rows.map(({ type, reason }) => (reason === null ? type : `${type} (${reason})`));
}
