import { and } from 'xstate';
import { known } from '../words.js';
import { cancelTranches, freezeTranches, tellCompany, unfreezeTranches } from './orders.js';
import { project } from './setup.js';

/** The state that a special evaluation found, and whether going on there lets the money flow again. */
export interface Resumable {
  readonly state: string;
  readonly staysFrozen?: boolean;
}

function goOn({ state, staysFrozen = false }: Resumable) {
  const guard = and([
    'isCommittee',
    'hasLawfulBasis',
    { type: 'says', params: { outcome: 'continue' } },
    { type: 'wasIn', params: { state } },
  ]);
  const told = tellCompany('specialEvaluationContinues');
  return {
    guard,
    target: `#${state}`,
    actions: staysFrozen
      ? (['closeSpecialEvaluation', told] as const)
      : (['closeSpecialEvaluation', unfreezeTranches, told] as const),
  } as const;
}

/**
 * Special evaluation (특별평가): from the notice on the firm may spend nothing; it explains itself, or is decided
 * without it; then it goes on where it was, or ends by final evaluation (domain.md section 2). `meanwhile` is what a
 * track takes besides.
 */
export function specialEvaluation<Meanwhile extends object>(
  resumable: readonly Resumable[],
  meanwhile?: Meanwhile,
) {
  return project.createStateConfig({
    id: 'specialEvaluation',
    on: { ...meanwhile },
    meta: known('특별평가', 'Special evaluation', 'applicant'),
    entry: [
      { type: 'startClock', params: { clock: 'special-evaluation-explanation' } },
      freezeTranches,
      tellCompany('specialEvaluationOpened'),
    ],
    initial: 'awaitingExplanation',
    states: {
      awaitingExplanation: {
        meta: known('소명 대기', 'Awaiting an explanation', 'applicant'),
        after: { 'special-evaluation-explanation': { target: 'awaitingDecision' } },
        on: {
          SUBMIT_EXPLANATION: {
            guard: and(['isApplicant', 'isOwnCase', 'isWithinExplanationWindow']),
            target: 'awaitingDecision',
            actions: 'recordExplanation',
          },
        },
      },
      awaitingDecision: {
        meta: known('특별평가 결정 대기', 'Special evaluation to be decided', 'committee'),
        on: {
          DECIDE_SPECIAL_EVALUATION: [
            ...[...resumable, { state: 'finalReportOverdue' }].map(goOn),
            {
              guard: and(['isCommittee', 'hasLawfulBasis']),
              target: '#finalEvaluation',
              actions: ['stopBySpecialEvaluation', cancelTranches, tellCompany('projectTerminated')],
            },
          ],
        },
      },
    },
  });
}
