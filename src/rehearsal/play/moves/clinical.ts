import type { Day } from '../../../rules/calendar.js';
import { ASSUMED } from '../../cohort/assumptions.js';
import { regulator } from '../../cohort/people.js';
import { after, koreanDay, mondayFrom } from '../days.js';
import { byFirm, byStaff, documented } from './move.js';
import type { Data, Move, Play, Turn } from './move.js';

const { ecoBridge: rates } = ASSUMED;

interface Condition {
  readonly id: string;
  readonly due: Day;
  readonly metBySha256: string | null;
}

/** Conditions of an earlier gate are met before anything else goes on. */
function meeting(turn: Turn): Move[] {
  const conditions = turn.one.facts['conditions'] as readonly Condition[];
  return conditions
    .filter(({ metBySha256 }) => metBySha256 === null)
    .slice(0, 1)
    .map(({ id, due }) => {
      const on = after(due, -turn.cohort.dice.between(4, 15, 'meets', turn.entrant.key, id));
      const day = on > turn.one.since ? on : after(turn.one.since, 1);
      return byStaff(
        'officer',
        turn,
        day,
        'MEET_CONDITION',
        documented('documentSha256', `조건 이행 ${id}`, { conditionId: id }),
      );
    });
}

/** The gate's criteria are frozen before its data. */
export const criteria: Play = (turn) => [
  ...meeting(turn),
  byStaff(
    'officer',
    turn,
    turn.someMonday(7, 21, 'freezes'),
    'FREEZE_CRITERIA',
    documented('criteriaSha256', `관문 기준 ${turn.entrant.key}`),
  ),
];

/** The stage's data for the gate, as a rule before the stage ends; now and then a regulator steps in. */
export const underWay: Play = (turn) => {
  const stage = Number(turn.one.facts['stage']);
  const { dice } = turn.cohort;
  const due = turn.one.dues['stage'];
  if (!wasHeld(turn) && turn.happens(rates.clinicalHold, 'clinical hold', stage))
    return [...meeting(turn), announced(turn, turn.someMonday(40, 120, 'clinical hold'), 'CLINICAL_HOLD')];
  if (turn.happens(rates.late, 'gate data late', stage) || due === undefined) return meeting(turn);
  const planned = mondayFrom(
    after(koreanDay(due), -dice.between(30, 150, 'gate data', turn.entrant.key, stage)),
  );
  const day = planned > turn.one.since ? planned : after(turn.one.since, 2);
  return [...meeting(turn), handIn(turn, day)];
};

function wasHeld({ one }: Turn): boolean {
  return (
    (one.facts['clocks'] as Readonly<Record<string, { readonly rule: string } | undefined>>)['stage']
      ?.rule === 'resumed'
  );
}

function handIn(turn: Turn, on: Day): Move {
  const stage = Number(turn.one.facts['stage']);
  return byFirm(
    turn,
    on,
    'SUBMIT_GATE_DATA',
    documented('documentSha256', `관문 자료 ${turn.entrant.key} ${stage}`),
  );
}

/** Late, and recorded as late. */
export const overdue: Play = (turn) => [
  ...meeting(turn),
  handIn(turn, turn.someMonday(5, 30, 'gate data late')),
];

/** Held at the gate until further data. */
export const hold: Play = (turn) => [...meeting(turn), handIn(turn, turn.someMonday(20, 45, 'further data'))];

/** A regulator's hold, lifted after some weeks. */
export const clinicalHold: Play = (turn) => [
  announced(turn, turn.someMonday(30, 90, 'hold lifted'), 'LIFT_CLINICAL_HOLD'),
];

function announced(turn: Turn, on: Day, type: string): Move {
  const reference = `MFDS-${turn.cohort.dice.between(100, 999, 'reference', turn.entrant.key)}`;
  return { on, who: regulator, about: turn.one, type, data: { authority: 'MFDS', reference } };
}

/** The committee's five answers. A project is sent back, or held, once; conditions are met before the next gate. */
export const gate: Play = (turn) => {
  const open = meeting(turn);
  if (open.length > 0) return open;
  const on = turn.someMonday(10, 25, 'gate');
  return [byStaff('committee', turn, on, 'DECIDE_GATE', answerOf(turn, on))];
};

function answerOf({ one, cohort, entrant }: Turn, on: Day): Data {
  const [stage, clinicalStage] = [Number(one.facts['stage']), String(one.facts['clinicalStage'])];
  const drawn = cohort.dice.draw('gate', entrant.key, stage, clinicalStage);
  const { noGo, recycle, hold: held, conditional } = rates;
  const isLast = clinicalStage === one.facts['targetStage'];
  if (drawn < noGo) return { outcome: 'NO_GO', reason: '유효성이 확인되지 않았습니다.' };
  // Back to the beginning of the stage whose gate this is, once: a year is lost, and the project still ends.
  if (drawn < noGo + recycle && one.visits === 1) return { outcome: 'RECYCLE', toStage: clinicalStage };
  if (drawn < noGo + recycle + held && stage < 5 && !wasHeldAtGate(one.facts))
    return { outcome: 'HOLD', until: after(on, 60), basis: '투여군 추가 자료가 필요합니다.' };
  if (drawn < noGo + recycle + held + conditional && !isLast) return conditionally(stage, on);
  return { outcome: 'GO' };
}

function wasHeldAtGate(facts: Readonly<Record<string, unknown>>): boolean {
  return (facts['clocks'] as Readonly<Record<string, unknown>>)['gate-hold'] !== undefined;
}

function conditionally(stage: number, on: Day): Data {
  const text = { ko: '장기 독성시험 최종보고서 제출', en: 'Final report of the long-term toxicity study' };
  return { outcome: 'CONDITIONAL_GO', conditions: [{ id: `toxicity-${stage}`, text, due: after(on, 60) }] };
}
