import type { Track } from '../contract/names.js';
import type { ActionData } from './action-data.js';
import type { Client } from './http.js';
import { putDocument } from './commands/documents.js';

const TITLES: Readonly<Record<Track, { readonly ko: string; readonly en: string }>> = {
  mitIlp: { ko: '자가치유 고분자 예비연구 (예시)', en: 'Self-healing polymers, a first look (sample)' },
  structured: { ko: '저전력 엣지 AI 반도체 공동개발 (예시)', en: 'Low-power edge AI chip (sample)' },
  autonomous: { ko: '협동로봇 촉각센서 공동개발 (예시)', en: 'Tactile sensing for cobots (sample)' },
  ecoBridge: { ko: '경구용 항섬유화제 공동개발 (예시)', en: 'An oral antifibrotic (sample)' },
};

// Government 72%, the firm 28% with cash above the least: lawful by the 2026 ratios (domain.md section 3).
const MONEY = {
  government: '90000000',
  firmCash: '15000000',
  firmInKind: '20000000',
  partnerCost: '10000000',
};

const OWN: Readonly<Record<Track, ActionData>> = {
  mitIlp: { sector: 'F1', partnerId: 'partner-mit-ilp' },
  structured: { sector: 'A2', partnerId: 'partner-tno', proposalId: 'TNO-2026-017' },
  autonomous: { sector: 'A4', partnerId: 'partner-fraunhofer', preferences: ['tips'] },
  ecoBridge: {
    ...{ sector: 'B1', partnerId: 'partner-pharma-a' },
    ...{ entryStage: 'ind-enabling', targetStage: 'phase-1' },
  },
};

/** Tracks whose firms bring their partner, and show that they do. */
const WITH_EVIDENCE: readonly Track[] = ['autonomous', 'ecoBridge'];

/**
 * An application of a track, complete and plainly a sample, with `own` fields over it; the evidence of a partner that it
 * needs is stored first. Amounts are whole won as digits. Throws what the service refuses.
 */
export async function sampleApplication(client: Client, track: Track, own: ActionData): Promise<ActionData> {
  const sample = { track, title: TITLES[track], money: MONEY, ...OWN[track], ...own };
  if (!WITH_EVIDENCE.includes(track) || 'partnerEvidenceSha256' in own) return sample;
  const text = new TextEncoder().encode('협력기관 참여 확인서 (예시) / Letter of the partner (sample)\n');
  const { sha256 } = await putDocument(client, text, 'partner-letter.txt');
  return { ...sample, partnerEvidenceSha256: sha256 };
}
