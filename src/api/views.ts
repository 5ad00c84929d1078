import { TEND_CLOCKS } from '../charts/kernel/types.js';
import type { Actor } from '../charts/kernel/types.js';
import type { CaseBody, CaseLine, ChartPlace, TimelineLine } from '../contract/http/cases.js';
import type { CommandBody } from '../contract/http/records.js';
import type { StoredCommand } from '../ledger/inbox.js';
import type { SubjectLine, SubjectView } from '../ledger/reads/subjects.js';
import type { TimelineRow } from '../ledger/reads/timeline.js';
import { chartOf } from '../charts/registry.js';
import type { Chart } from '../charts/kernel/types.js';
import { commandHref, hrefOf } from './addresses.js';
import { clocksShown } from './clocks-shown.js';
import type { Done } from './delivery.js';
import { explained } from './problems.js';
import type { Language } from './problems.js';
import type { KeptRefusal } from './refused.js';
import { seesAll } from './rights.js';
import { factsFor } from './shown.js';
import { chartStateOf, eventLabel, stateAt } from './stage.js';

/** A case as a line of a list; written out, because a page may have a thousand. */
export function lineOf({ identity, ...view }: SubjectLine): CaseLine {
  const { label, awaits } = stateAt(chartOf(identity.chartId), view.state);
  return {
    id: identity.id,
    href: hrefOf(identity.id),
    subject: identity.subject,
    chart: identity.chartId,
    edition: { id: identity.editionId, hash: identity.editionHash },
    track: identity.track,
    company: identity.companyId,
    partner: identity.partnerId,
    project: identity.parentId,
    state: view.state,
    stateLabel: label,
    awaits: view.closedAt === null ? [...awaits] : [],
    seq: view.seq,
    deadlines: datesOf(view.deadlines),
    nextDue: view.nextDue,
    openedAt: view.openedAt,
    updatedAt: view.updatedAt,
    closedAt: view.closedAt,
  };
}

/** The dates that a case waits for; when something is to be said of its clocks next is none of them. */
function datesOf(deadlines: SubjectLine['deadlines']): CaseLine['deadlines'] {
  const dates = Object.entries(deadlines).filter(([id]) => id !== TEND_CLOCKS);
  return dates.map(([, { name, due }]) => ({ name, due }));
}

/** A case with those of its facts that this person may read. */
export function bodyFor(actor: Actor, view: SubjectView): CaseBody {
  return { ...lineOf(view), clocks: clocksFor(actor, view), facts: { ...factsFor(actor, view) } };
}

/** The clocks of a case; of a call everybody knows its window, and who oversees it knows the rest. */
function clocksFor(actor: Actor, view: SubjectView): CaseBody['clocks'] {
  if (view.identity.subject === 'call' && !seesAll(actor)) return [];
  const { chart, state } = chartStateOf(view);
  return clocksShown(chart, state);
}

/** Where a case stands in its chart. */
export function placeOf({ identity, state, closedAt }: SubjectView): ChartPlace {
  const { id, chartId } = identity;
  const href = `/v1/charts/${encodeURIComponent(chartId)}`;
  const picture = `${href}?format=svg&at=${encodeURIComponent(state)}`;
  const stateLabel = stateAt(chartOf(chartId), state).label;
  return { id, chart: chartId, href, picture, state, stateLabel, isClosed: closedAt !== null };
}

/** A row of a case's ledger for people. */
export function timelineLine(chart: Chart, row: TimelineRow): TimelineLine {
  const { type, by, data = {}, receivedAt, at, commandId = null, books = null } = row.event;
  const { seq, outcome, reason, from, to, recordedAt } = row;
  return {
    ...{
      seq,
      type,
      label: eventLabel(chart, type),
      by: plainActor(by),
      data: { ...data },
      books: books && { ...books },
    },
    ...{ receivedAt, appliedAt: at, recordedAt, command: commandId, outcome, reason },
    ...{ from, to, toLabel: stateAt(chart, to).label, orders: row.orders.map(({ name }) => name) },
  };
}

function plainActor({ person, role, org, onBehalfOf }: Actor): TimelineLine['by'] {
  return { person, role, org, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}

/** A command of the inbox, with what became of it. */
export function commandBody(stored: StoredCommand, language: Language): CommandBody {
  const { command, kind, state, answeredAt, answer } = stored;
  const { id, type, by, receivedAt } = command;
  const refusal = state === 'refused' ? explained(answer as unknown as KeptRefusal, language) : null;
  return {
    ...{ id, href: commandHref(id), kind, case: stored.subjectId, type, by: plainActor(by) },
    ...{ receivedAt, state, answeredAt, refusal },
    decided: state === 'applied' ? (answer as unknown as Done) : null,
  };
}
