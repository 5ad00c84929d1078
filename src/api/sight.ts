import type { Actor } from '../charts/kernel/types.js';
import { getSubject } from '../ledger/reads/subjects.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import type { Shared } from './deps.js';
import { Refused, atTheDoor } from './refused.js';
import { maySee } from './rights.js';

/** A case as it stands; throws Refused (`notFound`) where there is none, or none that this person may see. */
export async function visibleCase({ ledger }: Shared, actor: Actor, id: string): Promise<SubjectView> {
  const view = await getSubject(ledger, id);
  if (!view || !maySee(actor, view.identity)) throw new Refused(atTheDoor('notFound'));
  return view;
}
