import { proposalsAgainst } from '../../intake/against.js';
import { proposals } from '../../intake/proposals.js';
import type { ProposalEntry } from '../../intake/proposals.js';
import type { Books } from '../../ledger/ledger.js';
import { proposalsByIds, upsertProposals } from '../../ledger/registers/proposals.js';
import type { Proposal } from '../../ledger/registers/proposals.js';
import type { ImportContext } from './context.js';
import type { Importer } from './importer.js';
import { partnersByName } from './partner-names.js';

/** Brings an edition's proposals to the register, each a registered partner's. */
export async function proposalImporter(
  { actor, editionId, now }: ImportContext,
  books: Books,
): Promise<Importer<ProposalEntry>> {
  const partnerOf = await partnersByName(books, now);
  const proposalOf = ({ titleKo: ko, titleEn: en, partner, ...entry }: ProposalEntry): Proposal => ({
    ...{ ...entry, editionId, title: { ko, en } },
    partnerId: partnerOf(partner)?.id ?? partner,
  });
  return {
    kind: proposals,
    judge: async (rows) => {
      const entries = rows.flatMap(({ entry }) => entry ?? []);
      const found = await proposalsByIds(
        books,
        editionId,
        entries.map(({ id }) => id),
      );
      const known = new Map(found.map((proposal) => [proposal.id, proposal]));
      return proposalsAgainst(rows, partnerOf, (entry) => isSame(known.get(entry.id), proposalOf(entry)));
    },
    write: async (entries) => {
      await upsertProposals(books, entries.map(proposalOf), actor.person);
      return entries.map(({ id }) => id);
    },
  };
}

function isSame(
  known: Proposal | undefined,
  { title, partnerId, sector, summary, state }: Proposal,
): boolean {
  if (!known) return false;
  const isTitle = known.title.ko === title.ko && known.title.en === title.en;
  const isRest = known.partnerId === partnerId && known.sector === sector && known.summary === summary;
  return isTitle && isRest && known.state === state;
}
