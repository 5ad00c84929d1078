import { Client } from '@temporalio/client';
import type { Connection } from '@temporalio/client';
import { WorkflowIdConflictPolicy } from '@temporalio/common';
import type { ActionData } from '../cli/action-data.js';
import { dayAfter, evaluation } from '../cli/demo/turns.js';
import type { Books } from './books.js';
import { measure } from './measure.js';
import type { Call } from './measure.js';
import { BARE, bareId } from './names.js';
import type { BareType } from './names.js';
import type { Decision, People } from './people.js';
import { inState } from './projects.js';
import type { Tranche } from './projects.js';

/** One side of a comparison: makes a round's requests ready, and tidies up behind it; neither is timed. */
export interface Side {
  ready(count: number): Promise<readonly Call[]>;
  after(): Promise<void>;
}

const AT_ONCE = 16;

/** For how many days the certificate of a claim is good. */
const CERTIFICATE_DAYS = 20;

/** Updates of workflows of the bare side, which take turns. */
export async function bareUpdates(
  { connection, namespace }: { readonly connection: Connection; readonly namespace: string },
  type: BareType,
  workflows: number,
): Promise<Side> {
  const { workflow } = new Client({ connection, namespace });
  const ids = Array.from({ length: workflows }, (_, index) => bareId(type, index));
  const options = {
    taskQueue: BARE.taskQueue,
    args: [],
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
  };
  const start = (workflowId: string) => () => workflow.start(type, { workflowId, ...options });
  await measure(ids.map(start), AT_ONCE);
  let turn = 0;
  const approve = (id: string) => () =>
    workflow.getHandle(id).executeUpdate<number, [string]>(BARE.update, { args: ['person-approver-1'] });
  return {
    ready: async (count) => Array.from({ length: count }, () => approve(ids[turn++ % ids.length] ?? '')),
    after: async () => undefined,
  };
}

/** What decisions led to, so that it can be asked afterwards whether each has its row. */
export class Decisions {
  readonly #commands: string[] = [];
  #late = 0;

  constructor(readonly people: People) {}

  /** A request that takes a decision. */
  call(decision: Decision): Call {
    return async () => {
      const { command, isLate } = await this.people.decide(decision);
      this.#commands.push(command);
      if (isLate) this.#late += 1;
    };
  }

  /** How many were answered with 202 and applied later; their time is counted until then. */
  get late(): number {
    return this.#late;
  }

  /** Throws unless every decision that was answered stands in the ledger. */
  async mustStandIn(books: Books): Promise<void> {
    const rows = await books.rowsOf(this.#commands);
    if (rows !== this.#commands.length)
      throw new Error(`${this.#commands.length} decisions were answered, and ${rows} stand in the ledger`);
  }
}

/** Projects whose panel's evaluation is recorded, each once: it changes their state, and nothing follows from it. */
export function evaluations(decisions: Decisions, projects: readonly string[]): Side {
  const left = [...projects];
  return {
    ready: async (count) =>
      left
        .splice(0, count)
        .map((id) => decisions.call({ id, who: 'officer', type: 'RECORD_EVALUATION', data: evaluation })),
    after: async () => undefined,
  };
}

/** Tranches that are approved by a first person, and returned to be claimed and approved again; each tells its project. */
export function approvals(decisions: Decisions, books: Books, tranches: readonly Tranche[]): Side {
  const { people } = decisions;
  const each = (count: number, work: (tranche: Tranche) => Promise<unknown>): Promise<unknown> =>
    measure(
      tranches.slice(0, count).map((tranche) => () => work(tranche)),
      AT_ONCE,
    );
  let claimed = 0;
  return {
    ready: async (count) => {
      claimed = Math.min(count, tranches.length);
      const standing = new Map<string, ActionData>();
      await each(claimed, async (tranche) => standing.set(tranche.id, await claim(people, tranche)));
      await books.quiet();
      return tranches
        .slice(0, claimed)
        .map(({ id }) =>
          decisions.call({ id, who: 'approver', type: 'APPROVE_FIRST', data: standing.get(id) ?? {} }),
        );
    },
    after: async () => {
      const data = { reason: '다시 측정하기 위한 반려 / Returned to be measured again' };
      await each(claimed, ({ id }) => people.decide({ id, who: 'approver', type: 'RETURN_CLAIM', data }));
      await books.quiet();
    },
  };
}

/** A claim with what the edition asks for; gives back what is to be approved: exactly what stands, by its hash. */
async function claim(people: People, { id, who, documentSha256: sha256 }: Tranche): Promise<ActionData> {
  const documents = [
    { kind: 'claim-form', sha256 },
    { kind: 'tax-clearance', sha256, expiresOn: dayAfter(new Date().toISOString(), CERTIFICATE_DAYS) },
  ];
  await people.decide({ id, who, type: 'CLAIM', data: { documents } });
  const { facts } = await inState(people, id, 'claimed');
  return { sha256: (facts['approval'] as { readonly sha256: string }).sha256 };
}
