import type { CallContext } from '../../../src/charts/call/context.js';
import type { ChartEvent, Evidence } from '../../../src/charts/kernel/types.js';
import type { Asked } from './samples.js';
import { POSTINGS } from './samples-tranche.js';

const ground = '접수 시스템 장애';
const list = [{ listSha256: 'c'.repeat(64) }];
const projectId = 'project/2026/structured/0001';
const opinion = { ko: '의견', en: 'An opinion' };

function closesIn(context: Asked['context']): string {
  return (context as unknown as CallContext).window.closes;
}

/** Payloads of a call's and an objection's events that somebody could really send. */
export const CALL_SAMPLES = {
  EXTEND_WINDOW: [{ closes: '2026-07-10T09:00:00.000Z', ground }],
  CORRECT_WINDOW: [
    { opens: '2026-06-10T00:00:00.000Z', closes: '2026-06-30T09:00:00.000Z', ground },
    { opens: '2026-06-08T00:00:00.000Z', closes: '2026-06-30T09:00:00.000Z', ground },
  ],
  CHANGE_CAPACITY: [
    { capacity: 4, ground },
    { capacity: 3, ground },
  ],
  APPOINT_PANEL: [{ members: [{ person: 'person-panelMember-1', org: 'university-1' }] }],
  DECLARE_CONFLICTS: [{ conflicts: [] }],
  INTAKE_CLOSED: ({ context }: Asked) => [{ received: 5, closes: closesIn(context) }],
  PROPOSE_LIST: list,
  RETURN_LIST: [{ reason: '동점 처리 근거를 보완하십시오.' }],
  DECIDE_LIST: list,
  LIST_APPLIED: [{ selected: 3, reserve: 1, rejected: 1 }],
  PLACE_FREED: [{ projectId, reason: 'declined' }],
  PLACE_FILLED: [{ projectId, rank: 4 }],
  OBJECTION_UPHELD: [{ projectId }],
  RESERVE_RETURNED: [{ projectId }],
  UPHELD_PLACED: [
    { projectId, outcome: 'selected', rank: 2 },
    { projectId, outcome: 'reserve', rank: 4 },
  ],
  RESERVE_ENDED: [{ released: 1 }],
  ASSIGN_BOARD: [{ members: ['person-panelMember-7'] }],
  UPHOLD_OBJECTION: [{ opinion, score: 84.25 }, { opinion }],
} as const;

const LISTED = { list: 'known', isCurrent: 'yes', overCapacity: 'no', overBudget: 'no', basedOn: '' };

const BOOKS: Readonly<Record<string, Evidence>> = {
  FINISH_SCREENING: { unscreened: '0' },
  FINISH_EVALUATION: { unevaluated: '0' },
  PROPOSE_LIST: LISTED,
  DECIDE_LIST: LISTED,
};

/** What the books say for an event where everything is as it should be; nothing for one that asks nothing of them. */
export function booksOf(type: string, data: Readonly<Record<string, unknown>>): Pick<ChartEvent, 'books'> {
  const books = type === 'CORRECT_POSTING' ? POSTINGS[String(data['posting'])] : BOOKS[type];
  return books ? { books } : {};
}
