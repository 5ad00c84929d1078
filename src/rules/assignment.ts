import { evened } from './assignment-even.js';

/** A project to be evaluated, with the parties whose people can't judge it. */
export interface AssignableProject {
  readonly id: string;
  readonly companyId: string;
  readonly partnerId: string | null;
}

/** A panel member with what they declared: `about` a project, company or partner by its id, `kind` of the edition's list. */
export interface AssignableMember {
  readonly person: string;
  readonly org: string;
  readonly conflicts: readonly { readonly about: string; readonly kind: string }[];
}

/** Who evaluates a project: people, in the order of their ids. */
export interface Assigned {
  readonly projectId: string;
  readonly members: readonly string[];
}

/** Why somebody can't evaluate a project: of a party's own institution, or by a declared conflict's kind. */
export interface Exclusion {
  readonly person: string;
  readonly reason: string;
}

/** A project for which too few are left: `needed` more people, `eligible` that there are, and why the others aren't. */
export interface Unassignable {
  readonly projectId: string;
  readonly needed: number;
  readonly eligible: readonly string[];
  readonly excluded: readonly Exclusion[];
}

/** A whole assignment: in the order in which the projects were given. */
export interface Assignment {
  readonly assigned: readonly Assigned[];
  readonly unassignable: readonly Unassignable[];
}

/** The reason for which a member of a party's own institution is left out (domain.md section 2). */
export const OWN_INSTITUTION = 'in-project';

/**
 * Why a member can't evaluate a project, or null. Those that the law always excludes are out, and so is whoever declared
 * another conflict: what was found isn't weighed, since others can judge.
 */
export function exclusionOf(
  { org, conflicts }: Pick<AssignableMember, 'org' | 'conflicts'>,
  { id, companyId, partnerId }: AssignableProject,
): string | null {
  if (org === companyId || org === partnerId) return OWN_INSTITUTION;
  const conflict = conflicts.find(({ about }) => [id, companyId, partnerId].includes(about));
  return conflict?.kind ?? null;
}

interface Task {
  readonly project: AssignableProject;
  readonly kept: readonly string[];
  readonly needed: number;
  readonly eligible: readonly string[];
  readonly excluded: readonly Exclusion[];
}

function taskOf(
  project: AssignableProject,
  members: readonly AssignableMember[],
  panelSize: number,
  kept: readonly string[],
): Task {
  const judged = members.map((member) => ({ ...member, reason: exclusionOf(member, project) }));
  const eligible = judged.filter(({ person, reason }) => reason === null && !kept.includes(person));
  return {
    ...{ project, kept, needed: Math.max(panelSize - kept.length, 0) },
    eligible: eligible.map(({ person }) => person),
    excluded: judged.flatMap(({ person, reason }) => (reason === null ? [] : [{ person, reason }])),
  };
}

const byText = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/**
 * Assigns `panelSize` members to each project, as evenly as conflicts allow: nobody could take over from somebody who
 * has two more. `alreadyAssigned` stands and counts; its projects get who is missing. Neither the order of projects nor
 * that of members changes who evaluates what. A project for which too few are left is named and gets nobody new.
 */
export function assign(
  projects: readonly AssignableProject[],
  members: readonly AssignableMember[],
  panelSize: number,
  alreadyAssigned: readonly Assigned[] = [],
): Assignment {
  const people = members.toSorted((a, b) => byText(a.person, b.person));
  const before = new Map(alreadyAssigned.map((one) => [one.projectId, one.members] as const));
  const tasks = projects.map((project) => taskOf(project, people, panelSize, before.get(project.id) ?? []));
  const doable = tasks.filter(({ needed, eligible }) => eligible.length >= needed);
  const given = evened(
    doable
      .map(({ project, needed, eligible }) => ({ id: project.id, needed, eligible }))
      .toSorted((a, b) => byText(a.id, b.id)),
    people.map(({ person }) => person),
    alreadyAssigned.flatMap((one) => one.members),
  );
  return {
    assigned: doable.map(({ project, kept }) => ({
      projectId: project.id,
      members: [...kept, ...(given.get(project.id) ?? [])].toSorted(byText),
    })),
    unassignable: tasks
      .filter((task) => !doable.includes(task))
      .map(({ project, needed, eligible, excluded }) => ({
        projectId: project.id,
        ...{ needed, eligible, excluded },
      })),
  };
}
