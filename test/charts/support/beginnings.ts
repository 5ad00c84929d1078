import { begin } from '../../../src/charts/kernel/step.js';
import type { Step } from '../../../src/charts/kernel/types.js';
import { latestOf } from '../../../src/charts/registry.js';
import type { Chart } from '../../../src/charts/kernel/types.js';
import type { Subject, Track } from '../../../src/contract/names.js';
import { loadEdition, termsOf } from '../../../src/program/load.js';
import { pastVersions } from '../../../src/program/past.js';
import type { Terms } from '../../../src/program/types.js';
import { changeFacts } from './lives-change.js';
import { recoveryFacts, sanctionFacts, settlementFacts } from './lives-closing.js';
import { COMPANY, PARTNER, some } from './people.js';

/** When the cases of these suites begin: a Monday morning in Korea. */
export const BEGINS = '2026-06-01T00:00:00.000Z';

type ProjectSubject = Extract<Subject, `${string}Project`>;

const TRACKS: Readonly<Record<ProjectSubject, Track>> = {
  mitIlpProject: 'mitIlp',
  structuredProject: 'structured',
  autonomousProject: 'autonomous',
  ecoBridgeProject: 'ecoBridge',
};

const SHA256 = 'b'.repeat(64);

const OWN: Readonly<Record<Track, object>> = {
  mitIlp: {},
  structured: { proposalId: 'proposal-17' },
  autonomous: { partnerEvidenceSha256: SHA256, preferences: ['tips'] },
  ecoBridge: { partnerEvidenceSha256: SHA256, entryStage: 'ind-filing', targetStage: 'phase-2' },
};

/** The terms of a track by the 2026 edition. */
export function terms(track: Track): Terms {
  return termsOf(loadEdition('2026'), track);
}

/** The terms by which the cases of a chart's first version live: those of the edition before calls existed. */
function firstTerms(track: Track): Terms {
  const [first] = pastVersions('2026');
  if (!first) throw new Error('the edition of 2026 had no version before');
  return termsOf(first, track);
}

/** An application as a firm would make it. */
export function application(track: Track) {
  return {
    ...{ track, title: { ko: '공동 연구', en: 'Joint research' }, sector: 'B1', partnerId: PARTNER },
    money: {
      government: '900000000',
      firmCash: '100000000',
      firmInKind: '300000000',
      partnerCost: '100000000',
    },
    ...OWN[track],
  };
}

function projectFacts(subject: ProjectSubject): object {
  const track = TRACKS[subject];
  const whose = { subjectId: `project/2026/${track}/0001`, number: 1, companyId: COMPANY };
  return { ...application(track), ...whose, terms: terms(track), openedAt: BEGINS };
}

function trancheFacts(): object {
  const projectId = 'project/2026/structured/0001';
  return {
    ...{ subjectId: `${projectId}/tranche/1`, projectId, companyId: COMPANY, editionId: '2026', no: 1 },
    ...{ amount: '200000000', partnerAmount: '20000000', partnerId: PARTNER, grant: '1000000000' },
    ...{ terms: terms('structured'), openedAt: BEGINS },
  };
}

function callFacts(): object {
  return {
    ...{ subjectId: 'call/2026/structured/selection', editionId: '2026', track: 'structured' },
    ...{ competition: 'selection', capacity: 3, budget: '1000000000', openedAt: BEGINS },
    window: { opens: '2026-06-08T00:00:00.000Z', closes: '2026-06-26T09:00:00.000Z' },
    terms: terms('structured'),
  };
}

function objectionFacts(): object {
  return {
    ...{ subjectId: 'objection/2026/structured/0001/1', projectId: 'project/2026/structured/0001', no: 1 },
    ...{ companyId: COMPANY, partnerId: PARTNER, callId: 'call/2026/structured/selection' },
    ...{ ground: 'misreading', statement: '제출자료를 잘못 읽었습니다.', decidedOn: 'selection' },
    ...{ panel: ['person-panelMember-1', 'person-panelMember-2'], filedAt: BEGINS },
    ...{ terms: terms('structured'), openedAt: BEGINS },
  };
}

/** How the subjects that are no projects begin: by which event, and with which facts. */
const OTHERS = {
  tranche: { type: 'SCHEDULE', facts: trancheFacts },
  call: { type: 'PLAN_CALL', facts: callFacts },
  objection: { type: 'OPEN_OBJECTION', facts: objectionFacts },
  settlement: { type: 'OPEN_SETTLEMENT', facts: () => settlementFacts(terms('structured'), BEGINS) },
  recovery: { type: 'OPEN_RECOVERY', facts: () => recoveryFacts(terms('structured'), BEGINS) },
  sanction: { type: 'OPEN_SANCTION', facts: () => sanctionFacts(terms('structured'), BEGINS) },
  change: { type: 'OPEN_CHANGE', facts: () => changeFacts(terms('structured'), BEGINS) },
} as const;

function isOther(subject: Subject): subject is keyof typeof OTHERS {
  return subject in OTHERS;
}

/** A subject's first step, with facts of its own over the usual ones; by the latest chart unless it is another. */
export function begun(
  subject: Subject,
  over: object = {},
  chart: Chart = latestOf(subject),
): { readonly chart: Chart; readonly facts: object; readonly first: Step } {
  const isProject = !isOther(subject);
  const usual = isProject ? projectFacts(subject) : OTHERS[subject].facts();
  const track = isProject ? TRACKS[subject] : 'structured';
  const lived = chart === latestOf(subject) ? {} : { terms: firstTerms(track) };
  const facts = { ...usual, ...lived, ...over };
  const type = isProject ? 'SUBMIT' : OTHERS[subject].type;
  const by = some(isProject ? 'applicant' : 'system');
  const event = { type, by, at: BEGINS, receivedAt: BEGINS, data: {} };
  return { chart, facts, first: begin(chart, facts, event) };
}
