import type { Actor } from '../charts/kernel/types.js';
import { getSubject } from '../ledger/reads/subjects.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import type { Shared } from './deps.js';
import { Refused, atTheDoor } from './refused.js';
import { maySee } from './rights.js';

/** A case as it stands; throws Refused (`notFound`) where there is none, or none that this person may see. */
export async function visibleCase({ ledger }: Shared, actor: Actor, id: string): Promise<SubjectView> {
  const view = await getSubject(ledger, id);
  if (!view || !maySee(actor, view.identity, view.facts)) throw new Refused(atTheDoor('notFound'));
  return view;
}

/**
 * A case as it stands, for somebody who wants to act on it: also a regulator, who announces to any case and reads none.
 * Throws Refused (`notFound`).
 */
export async function actionableCase(shared: Shared, actor: Actor, id: string): Promise<SubjectView> {
  if (actor.role !== 'regulator') return visibleCase(shared, actor, id);
  const view = await getSubject(shared.ledger, id);
  if (!view) throw new Refused(atTheDoor('notFound'));
  return view;
}
