import {
  ApplicationFailure,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  isGrpcServiceError,
} from '@temporalio/client';
import { refusalOf } from '../charts/kernel/refusal.js';
import type { Refusal } from '../charts/kernel/refusal.js';
import type { Command, Decided } from '../contract/messages.js';
import { ANNOUNCE, DECIDE, REFUSAL } from '../contract/names.js';
import { markRefused } from '../ledger/inbox.js';
import type { StoredCommand } from '../ledger/inbox.js';
import { rowOfCommand } from '../ledger/reads/command-row.js';
import type { CommandRow } from '../ledger/reads/command-row.js';
import { getSubject } from '../ledger/reads/subjects.js';
import type { Shared } from './deps.js';
import { eventually } from './eventually.js';
import { deliveries } from './metrics.js';
import { atTheDoor, keptOf } from './refused.js';
import type { KeptRefusal } from './refused.js';
import { chartStateOf } from './stage.js';
import { PLAN_CALL } from './plan-call.js';
import { startCall } from './start-call.js';
import { startProject } from './start.js';

/** What a command led to, as its inbox row keeps it from the transaction of its ledger row on. */
export interface Done {
  readonly subjectId: string;
  readonly seq: number;
  readonly state: string;
  readonly outcome: 'applied' | 'ignored';
  readonly reason: string | null;
}

/**
 * What became of a delivery. `done` is undefined where its workflow has it and its row is still to come; `away`: the world
 * failed, and it is to be tried again.
 */
export type Outcome =
  | { readonly kind: 'done'; readonly done?: Done | undefined }
  | { readonly kind: 'refused'; readonly kept: KeptRefusal }
  | { readonly kind: 'away' };

/** What a delivery needs of what the routes share. */
export type World = Pick<Shared, 'ledger' | 'engine' | 'lanes' | 'delivered' | 'log'>;

/** A decision that hasn't been answered by then is answered with 202; it may still arrive. */
const PATIENCE_MS = 5_000;

/** How long an announcement's row is waited for: a Signal has no answer of its own. */
const ANNOUNCED_MS = 3_000;

/** gRPC's codes: no server was found, and one that was found hasn't answered in time. */
const UNAVAILABLE = 14;
const DEADLINE_EXCEEDED = 4;

/**
 * Brings a stored command to its workflow, as a start, an Update or a Signal, and books that it is there. Doing it twice
 * does no harm: ids are deterministic, and a command is applied once. Never throws for a failure of the world: that is `away`.
 */
export async function deliver(world: World, stored: StoredCommand): Promise<Outcome> {
  const outcome = await tried(world, stored);
  deliveries.inc({ kind: stored.kind, outcome: outcome.kind });
  if (outcome.kind === 'done') world.delivered.note(stored.command.id);
  if (outcome.kind === 'refused') await markRefused(world.ledger, stored.command.id, { ...outcome.kept });
  return outcome;
}

async function tried(world: World, stored: StoredCommand): Promise<Outcome> {
  if (world.engine.isAway) return { kind: 'away' };
  const deadline = Date.now() + PATIENCE_MS;
  const { connection } = world.engine.client;
  try {
    const outcome = await world.lanes(stored.subjectId, deadline, () =>
      connection.withDeadline(deadline, () => brought(world, stored)),
    );
    return outcome ?? { kind: 'away' };
  } catch (error) {
    return whatItMeans(world, stored, error);
  }
}

async function brought(world: World, stored: StoredCommand): Promise<Outcome> {
  const { command, subjectId, kind } = stored;
  if (kind === 'start') return started(world, stored);
  const overtaken = await overtakenBy(world, stored);
  if (overtaken) return overtaken;
  const handle = world.engine.client.workflow.getHandle(subjectId);
  if (kind === 'announce') {
    await handle.signal<[Command]>(ANNOUNCE, command);
    const row = await eventually(ANNOUNCED_MS, () => rowOfCommand(world.ledger, command.id));
    return { kind: 'done', done: row && doneOf(row) };
  }
  const decided = await handle.executeUpdate<Decided, [Command]>(DECIDE, {
    args: [command],
    updateId: command.id,
  });
  return { kind: 'done', done: { ...decided, outcome: 'applied', reason: null } };
}

/**
 * The refusal of a wish for one reading of its case where the case is at another. Its own row is what moved the case on where
 * it was applied before: then it is brought all the same, because a workflow that died meanwhile may not know of it (ADR 5).
 * Looked at in the case's lane, so that of two for one reading the second is refused.
 */
async function overtakenBy(
  { ledger }: World,
  { command, subjectId, expectedSeq }: StoredCommand,
): Promise<Outcome | undefined> {
  if (expectedSeq === null) return undefined;
  const seq = (await getSubject(ledger, subjectId))?.seq;
  if (seq === expectedSeq) return undefined;
  if (await rowOfCommand(ledger, command.id)) return undefined;
  const evidence = { expected: String(expectedSeq), seq: String(seq) };
  return { kind: 'refused', kept: atTheDoor('caseHasMoved', evidence) };
}

async function started(world: World, stored: StoredCommand): Promise<Outcome> {
  if (stored.command.type === PLAN_CALL) {
    await startCall(world, stored);
    return { kind: 'done' };
  }
  const kept = await startProject(world, stored);
  if (kept === 'wait') return { kind: 'away' };
  return kept ? { kind: 'refused', kept } : { kind: 'done' };
}

/** There is such a subject already: a project's by this very command, for its number is its own; a call's perhaps by another. */
async function afterItsBeginning({ ledger }: World, { command, subjectId }: StoredCommand): Promise<Outcome> {
  if (command.type !== PLAN_CALL) return { kind: 'done' };
  const view = await eventually(ANNOUNCED_MS, () => getSubject(ledger, subjectId));
  if (!view) return { kind: 'away' };
  const row = await rowOfCommand(ledger, command.id);
  const { editionId: edition, track } = view.identity;
  return row
    ? { kind: 'done', done: doneOf(row) }
    : { kind: 'refused', kept: atTheDoor('callExists', { edition, track }) };
}

async function whatItMeans(world: World, stored: StoredCommand, error: unknown): Promise<Outcome> {
  const { command, subjectId } = stored;
  if (error instanceof WorkflowExecutionAlreadyStartedError) return afterItsBeginning(world, stored);
  const judged = refusalIn(error);
  if (judged && !(await isBehind(world, subjectId, judged.seq)))
    return { kind: 'refused', kept: keptOf(judged.refusal) };
  if (error instanceof WorkflowNotFoundError) return afterItsEnd(world, stored);
  if (saysOf(error, UNAVAILABLE)) world.engine.lost();
  // A server that hangs answers nobody: found out once, nobody else waits for it.
  if (isUnanswered(error)) await world.engine.probe();
  const name = error instanceof Error ? error.name : 'unknown';
  world.log.warn({ command: command.id, case: subjectId, error: name }, 'a command is to be tried again');
  return { kind: 'away' };
}

function isUnanswered(error: unknown): boolean {
  return error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || saysOf(error, DEADLINE_EXCEEDED);
}

/** Whether gRPC said this of a call; the client wraps it. */
function saysOf(error: unknown, code: number): boolean {
  const said = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(said) && said.code === code;
}

/** A refusal, and the number of the row at which it was judged where its Update was not even accepted: it may come again. */
interface Judged {
  readonly refusal: Refusal;
  readonly seq: number | undefined;
}

/** The refusal that a workflow threw, or undefined for any other failure. */
function refusalIn(error: unknown): Judged | undefined {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== REFUSAL) return undefined;
  const [refusal, seq] = cause.details ?? [];
  return { refusal: refusal as Refusal, seq: seq as number | undefined };
}

/**
 * Whether a workflow judged at a row that isn't the books' last: a worker died between the ledger's commit and Temporal's,
 * and what was answered by the books is on its way to the workflow once more (ADR 5, 6). Its no is then none.
 */
async function isBehind({ ledger }: World, subjectId: string, seq: number | undefined): Promise<boolean> {
  if (seq === undefined) return false;
  const view = await getSubject(ledger, subjectId);
  return view !== undefined && seq < view.seq;
}

/** No workflow runs: the command was its last, or came after the end; otherwise the engine lacks what the books have. */
async function afterItsEnd(world: World, { command, subjectId }: StoredCommand): Promise<Outcome> {
  const row = await rowOfCommand(world.ledger, command.id);
  if (row) return { kind: 'done', done: doneOf(row) };
  const view = await getSubject(world.ledger, subjectId);
  if (view === undefined || view.closedAt === null) {
    world.log.error({ command: command.id, case: subjectId }, 'an open case has no workflow');
    return { kind: 'away' };
  }
  const { chart, state } = chartStateOf(view);
  const { id: commandId, ...said } = command;
  const refusal = refusalOf(chart, state, { ...said, commandId, at: command.receivedAt });
  if (!refusal) throw new Error(`${chart.id} takes ${command.type} in a closed case`);
  return { kind: 'refused', kept: keptOf(refusal) };
}

function doneOf({ subjectId, seq, to, outcome, reason }: CommandRow): Done {
  return { subjectId, seq, state: to, outcome, reason };
}
