import type { Track } from '../../../src/contract/names.js';
import { inputOf } from '../lives/application.js';

/** What the API stores of an application; the suite's usual one, by a firm of its own. */
export function applicationOf(track: Track, companyId: string, receivedAt: string) {
  const { facts, command } = inputOf(track, 0, receivedAt, { companyId });
  const { title, sector, money, partnerId, proposalId, preferences, partnerEvidenceSha256 } = facts;
  const said = { title, sector, money, partnerId, proposalId, preferences, partnerEvidenceSha256 };
  const data = { edition: '2026', track, ...said };
  const draws = { editionId: '2026', track };
  return { kind: 'start', subjectId: '', draws, type: 'SUBMIT', data, by: command.by, receivedAt } as const;
}
