import { isWithin } from '../../rules/clocks.js';
import { msOf } from '../../rules/calendar.js';
import { compareWon, sumWon } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import { settle } from '../../rules/money.js';
import type { Evidence } from '../kernel/types.js';
import { whenSent } from '../payload.js';
import { reportOpens, running, windowSeen, within } from './clocks.js';
import type { ProjectArgs, ProjectContext } from './context.js';

interface Graded {
  readonly grade: string;
  readonly basis?: string;
  readonly findings?: readonly string[];
}

function gradeIn({ terms }: ProjectContext, { grade }: Graded) {
  return terms.grades.find(({ id }) => id === grade);
}

function allowsStop({ terms }: ProjectContext, basis: string | undefined): boolean {
  return terms.lawfulBases.some(({ id, allows }) => id === basis && allows.includes('stop'));
}

/** States of a tranche in which money may still move though nobody outside can stop it unseen. */
const IN_FLIGHT = ['checking', 'claimed', 'firstApproved', 'reserving', 'releasing', 'held'];

/** What has been released to the firm so far, in won. */
export function releasedSum({ tranches }: ProjectContext): WonText {
  return sumWon(tranches.map(({ released }) => released));
}

/** What the firm says it spent, in won: nothing where it never reported its costs. */
export function spentBy({ settlement }: ProjectContext): WonText {
  return settlement?.spent ?? '0';
}

function toReturn(context: ProjectContext, disallowed: WonText): WonText {
  return settle({ released: releasedSum(context), spent: spentBy(context), disallowed }).toReturn;
}

/** Guards of objection, agreement and windows; each window is judged by the time of receipt. */
export const windowGuards = {
  isWithinObjectionWindow: within('objection'),
  isWithinRoadmapWindow: within('roadmap'),
  isWithinPlanRevisionWindow: within('plan-revision'),
  isWithinMatchingWindow: within('matching'),
  isWithinAgendaWindow: within('agenda'),
  isWithinExplanationWindow: within('special-evaluation-explanation'),
  isGraceOver: ({ context, event }: ProjectArgs): boolean =>
    !isWithin(running(context, 'agreement-grace').due, event.receivedAt),
  isReportOpen: ({ context, event }: ProjectArgs): boolean =>
    msOf(event.receivedAt) >= msOf(reportOpens(context)),
  isFirstObjection: ({ context }: ProjectArgs): boolean => !context.objectionFiled,
  isAdmissibleGround: ({ context, event }: ProjectArgs): boolean =>
    whenSent<{ ground: string }>(event, ({ ground }) =>
      context.terms.objectionGrounds.admissible.includes(ground),
    ),
  isBeforeAgreement: ({ context }: ProjectArgs): boolean => !context.agreement?.inForceFrom,
  hasDisclosedForeignBenefits: ({ event }: ProjectArgs): boolean =>
    whenSent<{ foreignBenefitsDisclosed: boolean }>(event, (data) => data.foreignBenefitsDisclosed),
};

/** Guards of evaluations, special evaluation and settlement. */
export const lifeGuards = {
  isKnownGrade: ({ context, event }: ProjectArgs): boolean =>
    whenSent<Graded>(event, (data) => gradeIn(context, data) !== undefined),
  hasFindings: ({ context, event }: ProjectArgs): boolean =>
    whenSent<Graded>(event, (data) =>
      (gradeIn(context, data)?.needs ?? []).every((need) => data.findings?.includes(need)),
    ),
  hasLawfulBasis: ({ context, event }: ProjectArgs): boolean =>
    whenSent<Graded & { outcome?: string }>(event, (data) => {
      const stops = data.outcome === 'stop' || gradeIn(context, data)?.mayStop === true;
      return !stops || allowsStop(context, data.basis);
    }),
  isSpecialEvaluationGround: ({ context, event }: ProjectArgs): boolean =>
    whenSent<{ ground: string }>(event, ({ ground }) =>
      context.terms.specialEvaluationGrounds.some(({ id }) => id === ground),
    ),
  areTranchesSettled: ({ context }: ProjectArgs): boolean =>
    !context.tranches.some(({ state }) => IN_FLIGHT.includes(state)),
  isDisallowedWithinSpent: ({ context, event }: ProjectArgs): boolean =>
    whenSent<{ disallowed: WonText }>(
      event,
      ({ disallowed }) => compareWon(disallowed, spentBy(context)) <= 0,
    ),
  isFullRepayment: ({ context, event }: ProjectArgs): boolean =>
    whenSent<{ amount: WonText }>(
      event,
      ({ amount }) => compareWon(amount, context.settlement?.toReturn ?? '0') === 0,
    ),
};

function saysScheduled({ data }: ProjectArgs['event']): boolean {
  return data?.['state'] === 'scheduled';
}

/** Guards that only choose between branches, and never refuse. */
export const routingGuards = {
  isStageReportLate: ({ context, event }: ProjectArgs): boolean =>
    !isWithin(running(context, 'stage-report').due, event.receivedAt),
  mayStop: ({ context, event }: ProjectArgs): boolean =>
    event.data !== undefined && gradeIn(context, event.data as unknown as Graded)?.mayStop === true,
  isLastStage: ({ context }: ProjectArgs): boolean => context.stage >= context.terms.settings.stages,
  wasIn: ({ context }: ProjectArgs, { state }: { readonly state: string }): boolean =>
    context.resumeTo === state,
  says: ({ event }: ProjectArgs, { outcome }: { readonly outcome: string }): boolean =>
    event.data?.['outcome'] === outcome,
  isNothingToReturn: ({ context, event }: ProjectArgs): boolean =>
    event.data !== undefined && toReturn(context, String(event.data['disallowed'])) === '0',
  wasStopped: ({ context }: ProjectArgs): boolean =>
    context.outcome === 'stopped' || context.outcome === 'terminated',
  isTooLateToOpen: ({ context, event }: ProjectArgs): boolean =>
    saysScheduled(event) && context.outcome !== null,
  isToBeFrozen: ({ context, event }: ProjectArgs): boolean =>
    saysScheduled(event) && (context.specialEvaluation !== null || context.clinicalHold !== null),
  isDueToOpen: ({ context, event }: ProjectArgs): boolean =>
    saysScheduled(event) && Number(event.data?.['no']) <= context.openedTranches,
};

/** The facts that the guards above looked at. */
export const lifeEvidence: Readonly<Record<string, (args: ProjectArgs) => Evidence>> = {
  isWithinObjectionWindow: windowSeen('objection'),
  isWithinRoadmapWindow: windowSeen('roadmap'),
  isWithinPlanRevisionWindow: windowSeen('plan-revision'),
  isWithinMatchingWindow: windowSeen('matching'),
  isWithinAgendaWindow: windowSeen('agenda'),
  isWithinExplanationWindow: windowSeen('special-evaluation-explanation'),
  isGraceOver: windowSeen('agreement-grace'),
  isReportOpen: ({ context, event }) => ({ receivedAt: event.receivedAt, opens: reportOpens(context) }),
  isAdmissibleGround: ({ context }) => ({
    admissible: context.terms.objectionGrounds.admissible.join(', '),
  }),
  isKnownGrade: ({ context }) => ({ grades: context.terms.grades.map(({ id }) => id).join(', ') }),
  hasFindings: ({ context, event }) => ({
    needs: (gradeIn(context, event.data as unknown as Graded)?.needs ?? []).join(', '),
  }),
  hasLawfulBasis: ({ context }) => ({
    lawful: context.terms.lawfulBases
      .filter(({ allows }) => allows.includes('stop'))
      .map(({ id }) => id)
      .join(', '),
  }),
  isSpecialEvaluationGround: ({ context }) => ({
    grounds: context.terms.specialEvaluationGrounds.map(({ id }) => id).join(', '),
  }),
  areTranchesSettled: ({ context }) => ({
    inFlight: context.tranches
      .filter(({ state }) => IN_FLIGHT.includes(state))
      .map(({ no, state }) => `${no}: ${state}`)
      .join(', '),
  }),
  isDisallowedWithinSpent: ({ context }) => ({ spent: spentBy(context) }),
  isFullRepayment: ({ context }) => ({ toReturn: context.settlement?.toReturn ?? '0' }),
};
