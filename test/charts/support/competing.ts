import { criteriaOf } from '../../../src/charts/project-v2/panel.js';
import { ownCall } from '../../../src/charts/project-v2/place.js';
import type { ProjectContextV2 } from '../../../src/charts/project-v2/context.js';
import type { Subject } from '../../../src/contract/names.js';
import { inState } from './given.js';
import type { Given } from './given.js';
import { GRANT, SHA256, roadmap } from './lives.js';
import { officer, panelMember, system } from './moves.js';
import type { Sending } from './moves.js';

/** The calls of these suites. */
export const SELECTION_CALL = 'call/2026/structured/selection';
export const ROADMAP_CALL = 'call/2026/structured/roadmap';

/** Facts of a project that a call decides on. */
export const IN_CALL = { callId: SELECTION_CALL };

/** The people of the panel in these suites, and one who comes instead. */
export const [ANA, BEN, CHO, DAN] = ['person-ana', 'person-ben', 'person-cho', 'person-dan'] as const;

type Context = Record<string, unknown>;

function facts(context: Context): ProjectContextV2 {
  return context as unknown as ProjectContextV2;
}

/** The panel is assigned: these people. */
export function assigns(...members: readonly string[]): Sending {
  return officer('ASSIGN_PANEL', { members });
}

function sheet(points: number) {
  return (context: Context) => ({
    scores: Object.fromEntries(criteriaOf(facts(context)).map(({ id }) => [id, points])),
    justification: { ko: `${points}점으로 보았습니다.` },
  });
}

/** A member gives every criterion the same points. */
export function scores(person: string, points: number): Sending {
  return panelMember('SCORE', sheet(points)).by({ person });
}

/** A member gives other points once the panel has met. */
export function revises(person: string, points: number): Sending {
  return panelMember('REVISE_SCORE', sheet(points)).by({ person });
}

/** A panel of three that agrees on these points. */
export function evaluatedAt(points: number) {
  return [assigns(ANA, BEN, CHO), scores(ANA, points), scores(BEN, points), scores(CHO, points)] as const;
}

/** What the project's own call says of it, by its decided list. */
export function byCall(type: string, data: Context = {}): Sending {
  return system(type, (context) => ({
    callId: ownCall(facts(context)),
    ...{ rank: 1, listSha256: SHA256 },
    ...data,
  }));
}

export const selectedByCall = byCall('SELECTED_BY_CALL', { grant: GRANT });
export const promoted = byCall('PROMOTED', { grant: GRANT });
export const reservedAt = (reserveRank: number) => byCall('PUT_ON_RESERVE', { rank: 9, reserveRank });
export const rejectedByCall = byCall('REJECTED_BY_CALL', { ground: 'beyond-capacity', rank: 30 });

/** The latest objection's board has decided. */
export function objectionDecided(outcome: 'upheld' | 'dismissed' | 'withdrawn', data: Context = {}): Sending {
  return system('OBJECTION_DECIDED', ({ objectionNo: no }) => ({ no, outcome, ...data }));
}

/** A project of a call whose panel gave it these points, before the call's list. */
export function deliberating(subject: Subject, points = 80): Given {
  return inState(subject, 'underEvaluation.unassigned', IN_CALL).and(...evaluatedAt(points));
}

/** A structured project that a call selected to write its roadmap. */
export function writing(): Given {
  return deliberating('structuredProject').and(selectedByCall);
}

/** Its roadmap, signed by both and given these points by its own panel, before the roadmap call's list. */
export function roadmapEvaluated(points = 80): Given {
  return writing().and(roadmap[0], roadmap[1], ...evaluatedAt(points));
}
