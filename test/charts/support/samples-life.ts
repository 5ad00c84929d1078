import type { ProjectContextV2 } from '../../../src/charts/project-v2/context.js';
import { wonText, won } from '../../../src/rules/won.js';
import { PARTICULARS } from './lives-change.js';
import type { Asked } from './samples.js';

const documentSha256 = 'a'.repeat(64);
const opinion = { ko: '의견', en: 'An opinion' };
const ground = '사유';
const basis = 'special-evaluation';

type Data = Readonly<Record<string, unknown>>;

function facts({ context }: Asked): ProjectContextV2 {
  return context as unknown as ProjectContextV2;
}

/** A project of the first version knows of no changes. */
function changesOf(asked: Asked) {
  return (asked.context as Partial<ProjectContextV2>).changes ?? [];
}

// Before anything is granted nobody can ask for less of it.
function lower(asked: Asked): string {
  const { grant } = facts(asked);
  return grant === null ? '1' : wonText(won(grant) - 10_000_000n);
}

function open(asked: Asked) {
  return changesOf(asked).filter(({ state }) => state === 'underReview');
}

function told(asked: Asked): Data[] {
  return open(asked).map(({ no, kind, particulars: said }) => ({ no, kind, particulars: said }));
}

function decisions(asked: Asked): Data[] {
  const stop = { outcome: 'stop', basis };
  if (!('changes' in asked.context)) return [{ outcome: 'continue' }, stop];
  const change = { kind: 'goals', particulars: PARTICULARS['goals'] };
  return [
    ...[{ outcome: 'continue' }, stop, { outcome: 'cut', basis, grant: lower(asked) }],
    { outcome: 'change', basis, change },
  ];
}

// While the work goes on they would walk the same paths as without them: stories tell of them there.
function isOver(asked: Asked): boolean {
  return facts(asked).outcome !== null;
}

function released(asked: Asked): Data[] {
  const { tranches, recoveries } = facts(asked);
  const amount = tranches.map((one) => one.released).find((won1) => won1 !== '0');
  return amount && isOver(asked) && recoveries.length === 0 ? [{ amount, basis, ground }] : [];
}

// One sanction shows everything that more of them would: a levy, which brings a recovery.
function proposals(asked: Asked): Data[] {
  const { sanctions } = facts(asked);
  return sanctions.length === 0 ? [{ kind: 'levy', amount: '30000000', ground }] : [];
}

const none: readonly Data[] = [];

/** Payloads of what happens in a project's life, and to a change of its agreement, that somebody could really send. */
export const LIFE_SAMPLES = {
  DECIDE_SPECIAL_EVALUATION: decisions,
  TERMINATE_AGREEMENT: none,
  CUT_GRANT: none,
  REQUEST_CHANGE: none,
  AGREEMENT_CHANGED: told,
  CHANGE_REGISTERED: told,
  CHANGE_REFUSED: (asked: Asked) => open(asked).map(({ no }) => ({ no, outcome: 'rejected' })),
  PROPOSE_SANCTION: proposals,
  ORDER_RECOVERY: released,
  RECORD_CLAUSE_REVIEW: ['roadmap', 'intellectual-property'].map((of) => ({ of, documentSha256, opinion })),
  APPROVE_CHANGE: [{ opinion }],
  REJECT_CHANGE: [{ ground: 'not-needed', opinion }],
};
