import type { ProjectContextV2 } from '../charts/project-v2/context.js';
import type { Evidence } from '../charts/kernel/types.js';
import type { TrancheContextV2 } from '../charts/tranche-v2/context.js';
import type { Terms } from '../program/types.js';
import { getSubject, listSubjects } from '../ledger/reads/subjects.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import type { Shared } from './deps.js';
import { termsFor } from './stage.js';

type Project = Omit<ProjectContextV2, 'terms'>;

/** More recoveries than any company has open. */
const MOST_RECOVERIES = 100;

/**
 * What the books say of a tranche that is claimed or approved: its agreement, the report and the gate before its stage, who is
 * frozen, and how many recoveries its company has open (domain.md section 3). Nothing where its project isn't in the books.
 */
export async function claimBooks({ ledger }: Pick<Shared, 'ledger'>, trancheId: string): Promise<Evidence> {
  const tranche = await getSubject(ledger, trancheId);
  const { parentId, companyId } = tranche?.identity ?? {};
  const project = parentId ? await getSubject(ledger, parentId) : undefined;
  if (!tranche || !project) return {};
  const open = { kind: 'recovery', companyId, isOpen: true } as const;
  const recoveries = await listSubjects(ledger, open, { limit: MOST_RECOVERIES });
  const { no } = tranche.facts as unknown as Pick<TrancheContextV2, 'no'>;
  return { ...standingBooks(project, no), openRecoveries: String(recoveries.length) };
}

/** What a project's projection says for its tranche of this number. */
export function standingBooks(view: SubjectView, no: number): Evidence {
  const { editionId, track, editionHash } = view.identity;
  const terms = termsFor(editionId, track, editionHash);
  const project = view.facts as unknown as Project;
  return {
    agreement: agreementOf(project, view.closedAt !== null),
    ...(terms.ecoBridge ? gateBooks(project, no) : stageBooks(project, view.state, terms, no)),
    frozen: frozenIn(project),
  };
}

function agreementOf({ agreement, outcome }: Project, isClosed: boolean): string {
  if (!agreement?.inForceFrom) return 'notInForce';
  return isClosed || (outcome !== null && outcome !== 'completed') ? 'ended' : 'inForce';
}

/** A tranche of a clinical stage is opened by the gate before it; nothing is reported but the gate's data. */
function gateBooks({ openedTranches }: Project, no: number): Evidence {
  if (no === 1) return { report: 'none', gate: 'none' };
  return { report: 'none', gate: openedTranches >= no ? 'passed' : 'open' };
}

/** A later tranche waits for the report of the stage before it, and for its grade. */
function stageBooks(project: Project, state: string, terms: Terms, no: number): Evidence {
  if (no === 1) return { report: 'none', gate: 'none' };
  const before = no - 1;
  const grade = project.grades.find(({ stage }) => stage === before)?.grade;
  if (grade !== undefined) {
    const opens = terms.grades.find(({ id }) => id === grade)?.opensNextTranche === true;
    return { report: 'accepted', gate: opens ? 'passed' : 'failed' };
  }
  const isReported = project.reports.some(({ stage }) => stage === before);
  if (!isReported) return { report: 'missing', gate: 'open' };
  const isReturned = project.stage === before && /\.(underWay|reportOverdue)$/.test(state);
  return { report: isReturned ? 'returned' : 'submitted', gate: 'open' };
}

function frozenIn({ freezes }: Project): string {
  const frozen = (freezes ?? []).filter(({ until }) => until === null).map(({ institution }) => institution);
  return frozen.length === 0 ? 'none' : [...new Set(frozen)].join(', ');
}
