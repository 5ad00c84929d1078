import type { FastifyReply } from 'fastify';
import type { AcceptedAnswer, DecidedAnswer } from '../contract/http/actions.js';
import { chartOf } from '../charts/registry.js';
import { releaseLease } from '../ledger/inbox.js';
import type { StoredCommand } from '../ledger/inbox.js';
import { getSubject } from '../ledger/reads/subjects.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import { booksOffered } from './books.js';
import { commandHref, hrefOf } from './addresses.js';
import { deliver } from './delivery.js';
import type { Done, Outcome } from './delivery.js';
import type { Shared } from './deps.js';
import { eventually } from './eventually.js';
import { instant } from './instant.js';
import type { TakenIn } from './intake.js';
import { nextActionsFor } from './offered.js';
import { languageOf } from './problems.js';
import { Refused } from './refused.js';
import type { KeptRefusal } from './refused.js';
import { signedIn } from './sign-in.js';
import { stateAt } from './stage.js';

/** How long the projection of a project that has just started is waited for. */
const STARTED_MS = 3_000;

/**
 * Answers to what was taken in: 201 or 200 with what it led to; 202 where it is left to the dispatcher or the world is in
 * the way; a repeated key as it was answered the first time. Throws Refused, recorded, where the chart says no.
 */
export function answerTo(
  shared: Shared,
  reply: FastifyReply,
  { isFresh, isLeft, stored }: TakenIn,
): Promise<DecidedAnswer | AcceptedAnswer> | AcceptedAnswer {
  if (!isFresh) return answerAgain(shared, reply, stored);
  return isLeft ? accepted(reply, stored) : deliverAndAnswer(shared, reply, stored);
}

/**
 * Delivers what was just received and answers: 201 or 200 with the new state, 202 where the world is in the way.
 * Throws Refused, recorded, where the chart says no.
 */
export async function deliverAndAnswer(
  shared: Shared,
  reply: FastifyReply,
  stored: StoredCommand,
): Promise<DecidedAnswer | AcceptedAnswer> {
  if (stored.kind !== 'start') return deliveredAnswer(shared, reply, stored);
  shared.crowd.starting += 1;
  try {
    return await deliveredAnswer(shared, reply, stored);
  } finally {
    shared.crowd.starting -= 1;
  }
}

async function deliveredAnswer(
  shared: Shared,
  reply: FastifyReply,
  stored: StoredCommand,
): Promise<DecidedAnswer | AcceptedAnswer> {
  const outcome = await deliver(shared, stored).catch((error: unknown): Outcome => {
    shared.log.error({ err: error, command: stored.command.id }, 'a command could not be delivered');
    return { kind: 'away' };
  });
  if (outcome.kind === 'refused') throw new Refused(outcome.kept, stored.command.id);
  if (outcome.kind === 'away') {
    void releaseLease(shared.ledger, stored.command.id, 0).catch(() => undefined);
    return accepted(reply, stored);
  }
  const view = await viewAfter(shared, stored, outcome.done);
  return view ? decided(shared, reply, stored, view, outcome.done) : accepted(reply, stored);
}

/** Answers a repeated key as it was answered the first time; 202 while the first is under way. */
export async function answerAgain(
  shared: Shared,
  reply: FastifyReply,
  stored: StoredCommand,
): Promise<DecidedAnswer | AcceptedAnswer> {
  void reply.header('idempotency-replayed', 'true');
  const { state, answer, subjectId } = stored;
  if (state === 'refused') throw new Refused(answer as unknown as KeptRefusal, stored.command.id);
  const view = state === 'applied' ? await getSubject(shared.ledger, subjectId) : undefined;
  return view ? decided(shared, reply, stored, view, answer as unknown as Done) : accepted(reply, stored);
}

/** The case once the command's row is in it; undefined while that is still to come. */
async function viewAfter(
  { ledger, identities }: Shared,
  { kind, subjectId }: StoredCommand,
  done: Done | undefined,
): Promise<SubjectView | undefined> {
  if (kind !== 'start') return done && getSubject(ledger, subjectId).catch(() => undefined);
  const view = await eventually(STARTED_MS, () => getSubject(ledger, subjectId)).catch(() => undefined);
  if (view) identities.remember(view.identity);
  return view;
}

async function decided(
  shared: Shared,
  reply: FastifyReply,
  { command, kind }: StoredCommand,
  view: SubjectView,
  done: Done | undefined,
): Promise<DecidedAnswer> {
  const { id, chartId } = view.identity;
  const href = hrefOf(id);
  if (kind === 'start') void reply.code(201).header('location', href);
  const { request } = reply;
  const actor = signedIn(request);
  const asking = {
    actor,
    books: await booksOffered(shared, view, actor),
    language: languageOf(request.headers['accept-language']),
    now: await instant(shared),
  };
  const { seq, state, outcome, reason } = done ?? { ...view, outcome: 'applied', reason: null };
  return {
    ...{ id, href, command: command.id, outcome, reason, state, seq },
    stateLabel: stateAt(chartOf(chartId), state).label,
    actions: nextActionsFor(view, asking),
  };
}

function accepted(reply: FastifyReply, { command }: StoredCommand): AcceptedAnswer {
  const { id, receivedAt } = command;
  const href = commandHref(id);
  void reply.code(202).header('location', href);
  return { command: { id, href, receivedAt } };
}
