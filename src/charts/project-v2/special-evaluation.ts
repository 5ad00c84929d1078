import { and } from 'xstate';
import { tellCompany, tellPartner } from '../project/orders.js';
import { known } from '../words.js';
import { changeable } from './change-guards.js';
import { settleStage } from './closing.js';
import {
  freezeConcerned,
  holdConcerned,
  liftConcerned,
  startChange,
  tellConcerned,
  tellOther,
  unfreezeConcerned,
} from './life-orders.js';
import { rescheduleTranches } from './money-orders.js';
import { projectV2 } from './setup.js';
import { stopped } from './termination.js';

/**
 * A state that a special evaluation finds: whether going on there lets the money flow again, and whether every tranche was
 * opened by then, so that no grant is left to be cut.
 */
export interface ResumableV2 {
  readonly state: string;
  readonly staysFrozen?: boolean;
  readonly isAllOpened?: boolean;
}

const deciding = [
  'isCommittee',
  'namesWhatChanges',
  'hasLawfulBasis',
  'isBasisEstablished',
  'isCutBelow',
  ...changeable,
] as const;

/** What is done where the committee lets the project go on: as it was, with less money, or with another agreement. */
const DONE = {
  continue: [],
  cut: ['recordBasis', 'setGrant', rescheduleTranches],
  change: ['recordBasis', 'imposeChange', startChange],
} as const;

const goesOn = [
  tellCompany('specialEvaluationContinues'),
  tellPartner('specialEvaluationContinues'),
] as const;

function goOn({ state, staysFrozen = false }: ResumableV2, outcome: keyof typeof DONE) {
  const guard = and([
    ...deciding,
    { type: 'says', params: { outcome } },
    { type: 'wasIn', params: { state } },
  ]);
  const flowing = staysFrozen ? [liftConcerned] : [liftConcerned, unfreezeConcerned];
  const actions = [...DONE[outcome], ...flowing, 'closeSpecialEvaluation', ...goesOn] as const;
  return { guard, target: `#${state}`, actions } as const;
}

function waysOn(resumable: ResumableV2) {
  const cut = resumable.isAllOpened ? [] : [goOn(resumable, 'cut')];
  return [goOn(resumable, 'continue'), ...cut, goOn(resumable, 'change')];
}

const ended = ['recordBasis', 'stopBySpecialEvaluation'] as const;
const told = [...stopped, tellCompany('projectTerminated'), tellPartner('projectTerminated')] as const;

/**
 * Special evaluation (특별평가): from the notice on the institution concerned, and nobody else, may spend nothing; it explains
 * itself, or is decided without it; then the project goes on where it was, or ends by final evaluation (domain.md
 * section 2). `meanwhile` is what a track takes besides.
 */
export function specialEvaluationV2<Meanwhile extends object>(
  resumable: readonly ResumableV2[],
  meanwhile?: Meanwhile,
) {
  return projectV2.createStateConfig({
    id: 'specialEvaluation',
    on: { ...meanwhile },
    meta: known('특별평가', 'Special evaluation', 'applicant', 'partner'),
    entry: [
      'startExplanation',
      freezeConcerned,
      holdConcerned,
      tellConcerned('specialEvaluationOpened'),
      tellOther('otherSpecialEvaluationOpened'),
    ],
    initial: 'awaitingExplanation',
    states: {
      awaitingExplanation: {
        meta: known('소명 대기', 'Awaiting an explanation', 'applicant', 'partner'),
        after: { 'special-evaluation-explanation': { target: 'awaitingDecision' } },
        on: {
          SUBMIT_EXPLANATION: {
            guard: and([
              'isApplicantOrPartner',
              'isOwnCase',
              'isInstitutionConcerned',
              'isWithinExplanationWindow',
            ]),
            target: 'awaitingDecision',
            actions: 'recordExplanation',
          },
        },
      },
      awaitingDecision: {
        meta: known('특별평가 결정 대기', 'Special evaluation to be decided', 'committee'),
        on: {
          DECIDE_SPECIAL_EVALUATION: [
            ...[...resumable, { state: 'finalReportOverdue', isAllOpened: true }].flatMap(waysOn),
            {
              guard: and([...deciding, 'hasStageToSettle']),
              target: '#finalEvaluation',
              actions: [...ended, ...settleStage, ...told],
            },
            { guard: and([...deciding]), target: '#finalEvaluation', actions: [...ended, ...told] },
          ],
        },
      },
    },
  });
}
