import type { FastifyRequest } from 'fastify';
import type { Actor } from '../charts/kernel/types.js';
import { applicationSchema } from '../contract/events.js';
import type { DraftBody } from '../contract/http/drafts.js';
import type { Track } from '../contract/names.js';
import { releaseRefused } from '../ledger/draft-released.js';
import { getDraft, markSubmitted } from '../ledger/drafts.js';
import type { Draft } from '../ledger/drafts.js';
import type { Received, Wish } from '../ledger/inbox.js';
import { together } from '../ledger/ledger.js';
import { receiveMany } from '../ledger/receive-many.js';
import { fingerprintOf, parsed } from './bodies.js';
import type { Shared } from './deps.js';
import { missingDocument } from './documents.js';
import { instant } from './instant.js';
import { Refused, atTheDoor } from './refused.js';
import { SUBMIT } from './start.js';
import { windowOf } from './track-window.js';

/** How long the request that submits a draft has to deliver it before the dispatcher takes it over. */
const LEASE_MS = 10_000;

/** A company's own draft; given back to it first where what it was sent as was refused. Throws Refused (`notFound`). */
export async function ownDraft({ ledger }: Shared, { org }: Actor, id: string): Promise<Draft> {
  await releaseRefused(ledger, org, id);
  const draft = await getDraft(ledger, org, id);
  if (!draft) throw new Refused(atTheDoor('notFound'));
  return draft;
}

/** A draft as its company reads it: with when its track closes, and what an application would still need. */
export async function draftBody(shared: Shared, draft: Draft): Promise<DraftBody> {
  const { id, editionId: edition, body, version, submittedAs, madeAt, changedAt } = draft;
  const track = draft.track as Track;
  const { window } = await windowOf(shared, edition, track);
  const read = parsed(applicationSchema, applicationOf(draft));
  return {
    ...{ id, href: `/v1/drafts/${id}`, edition, track, application: { ...body }, version },
    ...{ closes: window.closes, missing: 'kept' in read ? [...read.kept.errors] : [] },
    ...{ submittedAs, madeAt, changedAt },
  };
}

/** Throws Refused (`windowClosed`) where the track's window has closed: a draft that can't be sent any more isn't kept anew. */
export async function mustStillBeOpen(shared: Shared, edition: string, track: Track): Promise<void> {
  const [{ window }, now] = await Promise.all([windowOf(shared, edition, track), instant(shared)]);
  const { opens, closes } = window;
  if (Date.parse(now) > Date.parse(closes))
    throw new Refused(atTheDoor('windowClosed', { opens, closes, receivedAt: now }));
}

/**
 * Stores a draft as the application that it has become, in one transaction with the note that it was sent: of two who send
 * it at once one does. Throws Refused: what an application lacks, and `draftIsSubmitted`.
 */
export async function submitted(
  shared: Shared,
  request: FastifyRequest,
  actor: Actor,
  draft: Draft,
  key: string,
): Promise<Received> {
  const wish = await wishOf(shared, request, actor, draft, key);
  return together(shared.ledger, async (books) => {
    const [received] = await receiveMany(books, [wish], { leaseMs: LEASE_MS });
    if (!received) throw new Error('one wish was stored and none came back');
    if (received.outcome === 'keyReused') return received;
    const isMarked = await markSubmitted(books, actor.org, draft.id, received.stored.command.id);
    if (!isMarked) throw new Refused(atTheDoor('draftIsSubmitted', { command: draft.submittedAs ?? '' }));
    return received;
  });
}

async function wishOf(
  shared: Shared,
  request: FastifyRequest,
  by: Actor,
  draft: Draft,
  key: string,
): Promise<Wish> {
  const application = parsed(applicationSchema, applicationOf(draft));
  if ('kept' in application) throw new Refused(application.kept);
  const data = { ...application.value, edition: draft.editionId };
  const missing = await missingDocument(shared, by, data);
  if (missing) throw new Refused(missing);
  const { track } = application.value;
  return {
    ...{ kind: 'start', subjectId: 'applications', type: SUBMIT, data, by, key },
    draws: { editionId: draft.editionId, track },
    bodySha256: fingerprintOf(request),
    receivedAt: shared.clock ? await shared.clock() : undefined,
  };
}

function applicationOf({ body, track }: Draft): Readonly<Record<string, unknown>> {
  return { ...body, track };
}
