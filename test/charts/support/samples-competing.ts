import { criteriaOf } from '../../../src/charts/project-v2/panel.js';
import { ownCall } from '../../../src/charts/project-v2/place.js';
import type { ProjectContextV2 } from '../../../src/charts/project-v2/context.js';
import { PANEL } from './people.js';
import type { Asked } from './samples.js';

const [ana = '', ben = '', cho = '', dan = ''] = PANEL.map(({ person }) => person);
const opinion = { ko: '의견', en: 'An opinion' };
const listed = { rank: 3, listSha256: 'c'.repeat(64) };
const grant = '1000000000';

function facts({ context }: Asked): ProjectContextV2 {
  return context as unknown as ProjectContextV2;
}

function sheets(...points: readonly number[]) {
  return (asked: Asked) =>
    points.map((each) => ({
      scores: Object.fromEntries(criteriaOf(facts(asked)).map(({ id }) => [id, each])),
      justification: opinion,
    }));
}

function fromCall(data: object) {
  return (asked: Asked) => [{ callId: String(ownCall(facts(asked))), ...listed, ...data }];
}

function decided(asked: Asked) {
  const { objectionNo: no } = facts(asked);
  return [
    { no, outcome: 'upheld', score: 88.25, opinion },
    { no, outcome: 'dismissed', ground: 'unfounded', opinion },
    { no, outcome: 'withdrawn' },
  ];
}

/** Payloads of a panel's events, and of a project's that a call decides on, that somebody could really send. */
export const COMPETING_SAMPLES = {
  ASSIGN_PANEL: [{ members: [ana, ben, cho] }, { members: [ana, ben, cho, dan] }],
  SCORE: sheets(90, 50),
  REVISE_SCORE: sheets(80),
  RECUSE: [{ kind: 'kinship' }],
  REPLACE_MEMBER: [{ member: ana, by: dan, ground: '부재' }],
  MODERATE: [{ note: '재논의하여 확정했습니다.' }],
  SELECTED_BY_CALL: fromCall({ grant }),
  REJECTED_BY_CALL: fromCall({ ground: 'beyond-capacity' }),
  PUT_ON_RESERVE: fromCall({ reserveRank: 1 }),
  PROMOTED: fromCall({ grant }),
  RELEASED_FROM_RESERVE: fromCall({}),
  OBJECTION_DECIDED: decided,
  DECLINE_SELECTION: [{ reason: '사정' }],
  SUBMIT_ROADMAP_PROGRESS: [{ documentSha256: 'a'.repeat(64) }],
  RECORD_ROADMAP_CHECK: [{ finding: 'on-track', opinion }],
} as const;
