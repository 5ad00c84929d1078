import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../src/charts/kernel/types.js';
import { latestOf } from '../../../src/charts/registry.js';
import type { SubjectInput } from '../../../src/contract/messages.js';
import { projectId, subjectOf } from '../../../src/contract/names.js';
import type { Track } from '../../../src/contract/names.js';
import { editionHash, loadEdition, termsOf } from '../../../src/program/load.js';

/** What a firm says of its own accord in these suites, over the usual. */
export type Applied = Readonly<Record<string, unknown>> & { readonly companyId?: string };

const DOCUMENT = 'b'.repeat(64);

const OWN: Readonly<Record<Track, { readonly partnerId: string }>> = {
  mitIlp: { partnerId: 'partner-mit-ilp' },
  structured: { partnerId: 'partner-tno', ...{ proposalId: 'proposal-17' } },
  autonomous: {
    partnerId: 'partner-csem',
    ...{ partnerEvidenceSha256: DOCUMENT, preferences: ['tips'] },
  },
  ecoBridge: {
    partnerId: 'partner-pharma-a',
    ...{ partnerEvidenceSha256: DOCUMENT, entryStage: 'ind-filing', targetStage: 'phase-2' },
  },
};

const MONEY = {
  ...{ government: '900000000', firmCash: '100000000', firmInKind: '300000000' },
  partnerCost: '100000000',
};

/** The workflow's input of an application by the 2026 edition, as the API makes it. */
export function inputOf(track: Track, number: number, receivedAt: string, over: Applied): SubjectInput {
  const edition = loadEdition('2026');
  const id = projectId(edition.id, track, number);
  const { companyId = 'company-0001', ...said } = over;
  const { partnerId } = OWN[track];
  const by: Actor = { person: 'person-applicant-1', role: 'applicant', org: companyId };
  const subject = subjectOf(track);
  return {
    identity: {
      ...{ id, subject, chartId: latestOf(subject).id, track, companyId, partnerId, parentId: null },
      ...{ editionId: edition.id, editionHash: editionHash(edition) },
    },
    facts: {
      ...{ title: { ko: '공동 연구', en: 'Joint research' }, sector: 'B1', money: MONEY },
      ...{ ...OWN[track], ...said, subjectId: id, track, number, companyId },
      ...{ openedAt: receivedAt, terms: termsOf(edition, track) },
    },
    command: { id: randomUUID(), type: 'SUBMIT', data: {}, by, receivedAt },
  };
}
