import { standingAgainst } from '../../intake/against.js';
import { standing } from '../../intake/standing.js';
import type { StandingEntry } from '../../intake/standing.js';
import type { Books } from '../../ledger/ledger.js';
import { standingsOf, upsertStandings } from '../../ledger/registers/standings.js';
import type { ImportContext } from './context.js';
import type { Importer } from './importer.js';
import { knownCompanies } from './known-companies.js';
import type { RegisteredCompanies } from './known-companies.js';

/** Brings what other registers say of firms and researchers; a firm is kept by its company's id. */
export function standingImporter({ actor }: ImportContext, books: Books): Importer<StandingEntry> {
  const ofFirms = (entries: readonly StandingEntry[]) => {
    const refs = entries.filter(({ kind }) => kind === 'firm').map(({ ref }) => ref);
    return knownCompanies(books, refs, refs);
  };
  return {
    kind: standing,
    judge: async (rows) => {
      const entries = rows.flatMap(({ entry }) => entry ?? []);
      const companies = await ofFirms(entries);
      const named = entries.map((entry) => withId(entry, companies));
      const found = await Promise.all(
        (['firm', 'researcher'] as const).map((kind) =>
          standingsOf(
            books,
            kind,
            named.filter((one) => one.kind === kind).map(({ ref }) => ref),
          ),
        ),
      );
      const known = new Set(found.flat().map(said));
      return standingAgainst(rows, companies, (entry) => known.has(said(withId(entry, companies))));
    },
    write: async (entries) => {
      const companies = await ofFirms(entries);
      const named = entries.map((entry) => withId(entry, companies));
      await upsertStandings(books, named, actor.person);
      return named.map(({ kind, ref }) => `${kind} ${ref}`);
    },
  };
}

function withId(entry: StandingEntry, companies: RegisteredCompanies): StandingEntry {
  const id = entry.kind === 'firm' ? companies.byNumber(entry.ref)?.id : undefined;
  return id === undefined ? entry : { ...entry, ref: id };
}

function said({
  kind,
  ref,
  bannedUntil,
  running,
  projects,
  asPrincipal,
  asOf,
  source,
}: StandingEntry): string {
  return JSON.stringify([kind, ref, bannedUntil, running, projects, asPrincipal, asOf, source]);
}
