/** A project that needs some of those who are eligible for it. */
interface Need {
  readonly id: string;
  readonly needed: number;
  readonly eligible: readonly string[];
}

/** Who has which project, and how many each has in all. */
interface Board {
  readonly people: readonly string[];
  readonly eligible: ReadonlyMap<string, readonly string[]>;
  readonly given: Map<string, string[]>;
  readonly loads: Map<string, number>;
}

const loadOf = ({ loads }: Board, person: string): number => loads.get(person) ?? 0;

function add(board: Board, person: string, by: number): void {
  board.loads.set(person, loadOf(board, person) + by);
}

/** Those with the fewest projects first; among equals the order of `people` decides, so that the result is always the same. */
function leastLoaded(board: Board, eligible: readonly string[], needed: number): string[] {
  return eligible.toSorted((a, b) => loadOf(board, a) - loadOf(board, b)).slice(0, needed);
}

function replace(board: Board, project: string, from: string, to: string): void {
  const members = board.given.get(project) ?? [];
  board.given.set(
    project,
    members.map((person) => (person === from ? to : person)),
  );
  add(board, from, -1);
  add(board, to, 1);
}

/** One hand-over: `from` gives `project` to `to`. */
interface HandOver {
  readonly project: string;
  readonly from: string;
  readonly to: string;
}

function handOversFrom(board: Board, from: string): HandOver[] {
  return [...board.given].flatMap(([project, members]) =>
    members.includes(from)
      ? (board.eligible.get(project) ?? [])
          .filter((to) => !members.includes(to))
          .map((to) => ({ project, from, to }))
      : [],
  );
}

function pathTo(last: HandOver, cameBy: ReadonlyMap<string, HandOver>): HandOver[] {
  const before = cameBy.get(last.from);
  return before === undefined ? [last] : [...pathTo(before, cameBy), last];
}

/** The shortest chain of hand-overs from one member to another who has at least two projects fewer, if there is one. */
function reliefOf(board: Board, busy: string): HandOver[] | undefined {
  const cameBy = new Map<string, HandOver>();
  const seen = new Set([busy]);
  const queue = [busy];
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    for (const step of handOversFrom(board, from)) {
      if (seen.has(step.to)) continue;
      if (loadOf(board, step.to) <= loadOf(board, busy) - 2) return pathTo(step, cameBy);
      seen.add(step.to);
      cameBy.set(step.to, step);
      queue.push(step.to);
    }
  }
  return undefined;
}

/** Relieves whoever can be; true if somebody was. */
function relieve(board: Board): boolean {
  const least = Math.min(...board.people.map((person) => loadOf(board, person)));
  const busiest = board.people
    .filter((person) => loadOf(board, person) >= least + 2)
    .toSorted((a, b) => loadOf(board, b) - loadOf(board, a));
  for (const busy of busiest) {
    const path = reliefOf(board, busy);
    if (path === undefined) continue;
    for (const { project, from, to } of path) replace(board, project, from, to);
    return true;
  }
  return false;
}

/**
 * Gives each project as many people as it needs, so evenly that no chain of hand-overs could lighten anybody's load of
 * two more than another's. `before` names people once for each project that they have already; none of these moves.
 * Every project must have at least as many eligible as it needs.
 */
export function evened(
  needs: readonly Need[],
  people: readonly string[],
  before: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const board: Board = {
    people,
    eligible: new Map(needs.map(({ id, eligible }) => [id, eligible] as const)),
    given: new Map(),
    loads: new Map(),
  };
  for (const person of before) add(board, person, 1);
  for (const { id, needed, eligible } of needs) {
    const chosen = leastLoaded(board, eligible, needed);
    board.given.set(id, chosen);
    for (const person of chosen) add(board, person, 1);
  }
  // Each relief makes the loads more even, so there is an end.
  while (relieve(board));
  return board.given;
}
