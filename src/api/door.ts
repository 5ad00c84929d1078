import { z } from 'zod';
import { chartOf } from '../charts/registry.js';
import type { Actor } from '../charts/kernel/types.js';
import { payloadOf } from '../contract/events.js';
import { actionEnvelopeSchema } from '../contract/http/actions.js';
import type { SubjectIdentity } from '../contract/messages.js';
import { booksOf } from './books.js';
import type { BooksAhead } from './read-ahead.js';
import { parsed } from './bodies.js';
import type { Shared } from './deps.js';
import { missingDocument } from './documents.js';
import type { Wanted } from './intake.js';
import { outsideSource } from './offered.js';
import { atTheDoor } from './refused.js';
import { notTheirs, wrongRole } from './rights.js';

/** What a wish is called in the inbox when its own name can't be read. */
export const UNREADABLE = 'UNREADABLE';

/**
 * One action on a case as it is to be stored, sent alone or with others: with what the books say where its chart judges by
 * them (`ahead` is what was read of it already), and with the refusal where it can't even be brought to its case.
 */
export async function actionAtDoor(
  shared: Shared,
  actor: Actor,
  { subjectId, body }: { readonly subjectId: string; readonly body: unknown },
  ahead?: BooksAhead,
): Promise<Omit<Wanted, 'key'>> {
  const unread = { kind: 'decide', subjectId, type: UNREADABLE, data: {} } as const;
  const identity = await shared.identities.of(subjectId, actor.role === 'partner');
  if (!identity) return { ...unread, refusal: atTheDoor('notFound') };
  const foreign = notTheirs(actor, identity);
  if (foreign) return { ...unread, refusal: foreign };
  const envelope = parsed(actionEnvelopeSchema, body);
  if ('kept' in envelope) return { ...unread, refusal: envelope.kept };
  return wished(shared, actor, identity, envelope.value, ahead);
}

async function wished(
  shared: Shared,
  actor: Actor,
  identity: SubjectIdentity,
  { type, data, expectedSeq }: z.output<typeof actionEnvelopeSchema>,
  ahead: BooksAhead | undefined,
): Promise<Omit<Wanted, 'key'>> {
  const { id: subjectId, subject } = identity;
  const source = outsideSource(chartOf(identity.chartId), type);
  const named = { kind: source === 'announced' ? 'announce' : 'decide', subjectId, type, data: {} } as const;
  if (!source) return { ...named, refusal: atTheDoor('unknownEvent', { type }) };
  const unfit = wrongRole(actor, source);
  if (unfit) return { ...named, refusal: unfit };
  const payload = parsed(payloadOf(subject, type) ?? z.strictObject({}), data);
  if ('kept' in payload) return { ...named, refusal: payload.kept };
  const sent = payload.value as Readonly<Record<string, unknown>>;
  const refusal = await missingDocument(shared, actor, sent);
  const known = ahead?.get(`${subjectId} ${type}`);
  const books = refusal ? undefined : (known ?? (await booksOf(shared, identity, type, sent)));
  return { ...named, data: sent, expectedSeq, books, refusal };
}
