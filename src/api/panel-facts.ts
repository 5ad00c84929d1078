/** A member's seat on a project's panel, as the project's chart keeps it; a seat that was given up stays on record. */
export interface Seat {
  readonly person: string;
  readonly score: { readonly scores: Readonly<Record<string, number>>; readonly total: number } | null;
  readonly replacedBy: string | null;
  readonly recused: string | null;
}

/** The seats of the panel that evaluates a project now; none before a panel is assigned. */
export function seatsOf(facts: Readonly<Record<string, unknown>>): readonly Seat[] {
  const panel = facts['panel'] as { readonly members?: readonly Seat[] } | null | undefined;
  return panel?.members ?? [];
}

/** Whether a seat counts: its member was neither replaced nor recused. */
export function isSitting({ replacedBy, recused }: Seat): boolean {
  return replacedBy === null && recused === null;
}
