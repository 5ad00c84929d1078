import { plain } from '../charts/plain.js';
import type { Evidence } from '../charts/kernel/types.js';
import { getSubject } from '../ledger/reads/subjects.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import { dayOf } from '../rules/calendar.js';
import { screeningVerdicts } from '../rules/screening.js';
import type { ScreeningCode } from '../rules/screening.js';
import type { Shared } from './deps.js';
import { instant } from './instant.js';
import { factsOf, hasLeft, knownOf } from './pre-check-facts.js';
import { termsFor } from './stage.js';

/** One of the pre-check's questions with its answer, and the facts that it was answered from. */
export interface CheckedVerdict {
  readonly code: ScreeningCode;
  readonly ok: boolean;
  readonly evidence: Evidence;
}

/** The codes of the pre-check's verdicts that say no of one application, by what the books and registers have now. */
export async function failingOf(
  shared: Pick<Shared, 'ledger' | 'clock'>,
  projectId: string,
): Promise<string[]> {
  const view = await getSubject(shared.ledger, projectId);
  if (!view) return [];
  const [verdicts = []] = await preChecksOf(shared, [view]);
  return verdicts.filter(({ ok }) => !ok).map(({ code }) => code);
}

/** The pre-check of many applications, in their order; what the registers say of all of them is read at once. */
export async function preChecksOf(
  shared: Pick<Shared, 'ledger' | 'clock'>,
  views: readonly SubjectView[],
): Promise<CheckedVerdict[][]> {
  if (views.length === 0) return [];
  const [known, now] = await Promise.all([knownOf(shared.ledger, views), instant(shared)]);
  return views.map((view) => {
    const { editionId, track, editionHash } = view.identity;
    const terms = termsFor(editionId, track, editionHash);
    const partners = terms.partners.filter((id) => !hasLeft(known.partners.get(id), dayOf(now)));
    const registered = [...known.partners.values()].filter((one) => !hasLeft(one, dayOf(now)));
    const listed = { ...terms, partners: [...partners, ...registered.map(({ id }) => id)] };
    return screeningVerdicts(factsOf(view, known, now), listed).map(({ code, ok, evidence }) => {
      return { code, ok, evidence: plain(evidence) };
    });
  });
}
