import { charts, chartOf } from '../charts/registry.js';
import type { Actor, Bilingual } from '../charts/kernel/types.js';
import type { ClockRead } from '../ledger/reads/clocks.js';
import { getSubject, listSubjects } from '../ledger/reads/subjects.js';
import type { SubjectLine } from '../ledger/reads/subjects.js';
import { dayOf } from '../rules/calendar.js';
import { abreast } from './abreast.js';
import type { CalendarEntry } from './calendar.js';
import { clockName } from './clock-names.js';
import type { Shared } from './deps.js';
import { clocksOf, clocksTogether } from './due-clocks.js';
import { instant } from './instant.js';
import { sightOf } from './rights.js';
import { stateAt, statesAwaiting } from './stage.js';

/** A calendar that shows more would be read by nobody. */
const MOST_ENTRIES = 1_000;

/**
 * What is a person's to do and when: the clocks of their own duties; of those who have none, such as who decides on money, the
 * dates of the cases whose next move is theirs.
 */
export async function entriesFor(shared: Shared, actor: Actor): Promise<CalendarEntry[]> {
  const now = await instant(shared);
  const filters = await clocksOf(shared.ledger, actor, dayOf(now));
  const found =
    filters.length > 0
      ? (await clocksTogether(shared.ledger, filters, { limit: MOST_ENTRIES })).filter(isRunning).map(ofClock)
      : (await casesOf(shared, actor)).flatMap(ofCase);
  const titles = await titlesOf(shared, found);
  return found.map((entry) => ({
    ...entry,
    title: titles.get(projectOf(entry.case)) ?? null,
    overdue: Date.parse(entry.due) < Date.parse(now),
  }));
}

type Untitled = Omit<CalendarEntry, 'title' | 'overdue'>;

function isRunning({ suspendedAt }: ClockRead): boolean {
  return suspendedAt === null;
}

function ofClock({ subjectId, editionId, clock, due, isProvisional }: ClockRead): Untitled {
  const what = clockName(editionId, clock);
  return { case: subjectId, name: clock, what, due, provisional: isProvisional };
}

/** The open cases whose next move is this role's. */
async function casesOf({ ledger }: Shared, actor: Actor): Promise<SubjectLine[]> {
  const sight = sightOf(actor);
  if (sight === 'none') return [];
  const seen = sight === 'all' ? {} : 'panelMember' in sight ? sight : { party: sight };
  const states = statesAwaiting(charts, actor.role);
  const read = await listSubjects(ledger, { ...seen, states, isOpen: true }, { limit: MOST_ENTRIES });
  return read.filter(({ identity, state }) => {
    return stateAt(chartOf(identity.chartId), state).awaits.includes(actor.role);
  });
}

function ofCase({ identity: { id, chartId }, state, nextDue }: SubjectLine): Untitled[] {
  if (nextDue === null) return [];
  const what = stateAt(chartOf(chartId), state).label;
  return [{ case: id, name: state, what, due: nextDue, provisional: false }];
}

/** The project that a case is, or belongs to, by its id; a call's own id, which has no project. */
function projectOf(id: string): string {
  return `project/${id.split('/').slice(1, 4).join('/')}`;
}

async function titlesOf({ ledger }: Shared, entries: readonly Untitled[]): Promise<Map<string, Bilingual>> {
  const ids = [...new Set(entries.map((entry) => projectOf(entry.case)))];
  const views = await abreast(ids, (id) => getSubject(ledger, id));
  return new Map(
    views.flatMap((view) => {
      const title = view?.facts['title'] as Bilingual | undefined;
      return view && title ? [[view.identity.id, title] as const] : [];
    }),
  );
}
