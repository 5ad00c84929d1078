import type { Actor, Evidence } from '../charts/kernel/types.js';
import { getSubject } from '../ledger/reads/subjects.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import { abreast } from './abreast.js';
import type { Shared } from './deps.js';
import { preChecksOf } from './pre-check.js';
import { seesAll } from './rights.js';

/** What the books say for many actions that were sent at once, by the case's id and the action's type. */
export type BooksAhead = ReadonlyMap<string, Evidence>;

/** How many applications' facts are asked of the registers at once. */
const PORTION = 200;

/**
 * Reads at once what each of many actions would ask the books by itself: the pre-checks of all the applications that are to
 * pass theirs. What isn't read ahead is read by each action.
 */
export async function readAhead(
  shared: Shared,
  actor: Actor,
  items: readonly { readonly case: string; readonly body: unknown }[],
): Promise<BooksAhead> {
  const passing = items.filter(({ body }) => (body as { readonly type?: unknown }).type === 'PASS_PRECHECK');
  if (passing.length < 2 || !seesAll(actor)) return new Map();
  const ids = [...new Set(passing.map((item) => item.case))];
  const views = (await abreast(ids, (id) => getSubject(shared.ledger, id))).flatMap((view) => view ?? []);
  const books = new Map<string, Evidence>();
  for (let from = 0; from < views.length; from += PORTION)
    await readPortion(shared, views.slice(from, from + PORTION), books);
  return books;
}

async function readPortion(
  shared: Shared,
  views: readonly SubjectView[],
  books: Map<string, Evidence>,
): Promise<void> {
  const projects = views.filter(({ identity }) => identity.subject.endsWith('Project'));
  const verdicts = await preChecksOf(shared, projects);
  for (const [index, { identity }] of projects.entries()) {
    const failing = (verdicts[index] ?? []).filter(({ ok }) => !ok).map(({ code }) => code);
    books.set(`${identity.id} PASS_PRECHECK`, { failing: failing.join(',') });
  }
}
