import type { AssignmentBody } from '../contract/http/lists.js';
import { selectionOf } from '../ledger/calls.js';
import type { Ledger } from '../ledger/ledger.js';
import { listViews } from '../ledger/reads/subjects.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import { assign } from '../rules/assignment.js';
import type { Assigned } from '../rules/assignment.js';
import type { BulkItem } from './bulk.js';
import { isSitting, seatsOf } from './panel-facts.js';
import { callFacts } from './ranked-lists.js';
import { termsFor } from './stage.js';

/** An assignment before anybody was told of it. */
export type Assignment = Omit<AssignmentBody, 'bulk'>;

/** The state of a project in each competition before and while its panel evaluates it. */
const EVALUATED_IN = { selection: 'underEvaluation', roadmap: 'roadmapEvaluation' } as const;

/** More projects than any call has. */
const MOST_PROJECTS = 100_000;

/**
 * Who is to evaluate the projects of a call that have no panel yet: members who have declared their conflicts, evenly,
 * counting what they evaluate already. `panelSize` of the edition where it isn't said.
 */
export async function assignmentOf(
  ledger: Ledger,
  call: SubjectView,
  panelSize = sizeOf(call),
): Promise<Assignment> {
  const { competition, panel } = callFacts(call);
  const group = EVALUATED_IN[competition];
  const filter = { kind: 'project', callId: selectionOf(call.identity.id), state: group } as const;
  const projects = await listViews(ledger, filter, { limit: MOST_PROJECTS });
  const waiting = projects.filter(({ state }) => state === `${group}.unassigned`);
  const members = panel.filter(({ isDeclared }) => isDeclared);
  const before = projects.filter((view) => !waiting.includes(view)).map(assignedIn);
  const { assigned, unassignable } = assign(waiting.map(assignable), members, panelSize, before);
  return {
    panelSize,
    items: assigned.map(({ projectId: project, members: people }) => ({ project, members: [...people] })),
    unassignable: unassignable.map(({ projectId: project, needed, eligible, excluded }) => ({
      ...{ project, needed, eligible: eligible.length },
      excluded: excluded.map((each) => ({ ...each })),
    })),
    loads: loadsOf(
      members.map(({ person }) => person),
      [...before, ...assigned],
    ),
  };
}

/** The actions that an assignment comes to, one for each project. */
export function assigningActions({ items }: Assignment): BulkItem[] {
  return items.map(({ project, members }) => ({
    case: project,
    body: { type: 'ASSIGN_PANEL', data: { members } },
  }));
}

function sizeOf({ identity: { editionId, track, editionHash } }: SubjectView): number {
  const { evaluation } = termsFor(editionId, track, editionHash);
  if (!evaluation) throw new Error(`edition ${editionId} knows no panels`);
  return evaluation.panelSize;
}

function assignable({ identity: { id, companyId, partnerId } }: SubjectView) {
  return { id, companyId, partnerId };
}

function assignedIn({ identity, facts }: SubjectView): Assigned {
  const members = seatsOf(facts).filter(isSitting);
  return { projectId: identity.id, members: members.map(({ person }) => person) };
}

function loadsOf(people: readonly string[], assigned: readonly Assigned[]): Assignment['loads'] {
  const given = assigned.flatMap(({ members }) => members);
  return people
    .map((person) => ({ person, projects: given.filter((each) => each === person).length }))
    .toSorted((a, b) => (a.person < b.person ? -1 : 1));
}
