import type { ProjectContextV2 } from '../../../src/charts/project-v2/context.js';
import { wonText, won } from '../../../src/rules/won.js';
import { PARTICULARS } from './lives-change.js';
import type { Asked } from './samples.js';

const documentSha256 = 'a'.repeat(64);
const opinion = { ko: '의견', en: 'An opinion' };
const ground = '사유';
const basis = 'special-evaluation';

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

/** The kinds between which a project knows a difference, one under way at a time: more would walk the same paths. */
const KINDS = ['goals', 'institution', 'period', 'total-money', 'year-split', 'termination'];

function requests(asked: Asked): object[] {
  const { stage, evaluated } = facts(asked);
  if (stage > 1 || evaluated || changesOf(asked).length > 0) return [];
  return KINDS.map((kind) => ({
    kind,
    particulars: particulars(kind, asked),
    reason: ground,
    documentSha256,
  }));
}

function particulars(kind: string, asked: Asked): unknown {
  if (kind === 'total-money') return { grant: lower(asked) };
  if (kind !== 'year-split') return PARTICULARS[kind];
  const { tranches, openedTranches } = facts(asked);
  return { amounts: tranches.filter(({ no }) => no > openedTranches).map(({ amount }) => amount) };
}

function open(asked: Asked) {
  return changesOf(asked).filter(({ state }) => state === 'underReview');
}

function told(asked: Asked): object[] {
  return open(asked).map(({ no, kind, particulars: said }) => ({ no, kind, particulars: said }));
}

function decisions(asked: Asked): object[] {
  const stop = { outcome: 'stop', basis };
  if (!('changes' in asked.context)) return [{ outcome: 'continue' }, stop];
  const change = { kind: 'goals', particulars: PARTICULARS['goals'] };
  return [
    ...[{ outcome: 'continue' }, stop, { outcome: 'cut', basis, grant: lower(asked) }],
    { outcome: 'change', basis, change },
  ];
}

function released(asked: Asked): object[] {
  const { tranches, recoveries } = facts(asked);
  const amount = tranches.map((one) => one.released).find((won1) => won1 !== '0');
  return amount && recoveries.length === 0 ? [{ amount, basis, ground }] : [];
}

// One sanction shows everything that more of them would: a levy, which brings a recovery.
function proposals(asked: Asked): object[] {
  const { sanctions } = facts(asked);
  return sanctions.length === 0 ? [{ kind: 'levy', amount: '30000000', ground }] : [];
}

/** Payloads of what happens in a project's life, and to a change of its agreement, that somebody could really send. */
export const LIFE_SAMPLES = {
  DECIDE_SPECIAL_EVALUATION: decisions,
  TERMINATE_AGREEMENT: [{ basis: 'agreed-change', ground }],
  CUT_GRANT: (asked: Asked) => [{ basis: 'settlement', grant: lower(asked), ground }],
  REQUEST_CHANGE: requests,
  AGREEMENT_CHANGED: told,
  CHANGE_REGISTERED: told,
  CHANGE_REFUSED: (asked: Asked) => open(asked).map(({ no }) => ({ no, outcome: 'rejected' })),
  PROPOSE_SANCTION: proposals,
  ORDER_RECOVERY: released,
  RECORD_CLAUSE_REVIEW: ['roadmap', 'intellectual-property'].map((of) => ({ of, documentSha256, opinion })),
  APPROVE_CHANGE: [{ opinion }],
  REJECT_CHANGE: [{ ground: 'not-needed', opinion }],
};
