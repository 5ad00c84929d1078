import { dayOf } from '../../rules/calendar.js';
import { compareWon, sumWon } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import type { Evidence } from '../kernel/types.js';
import { whenSent } from '../payload.js';
import { releasedSum } from '../project/guards-life.js';
import type { ArgsV2, ProjectContextV2 } from './context.js';
import { basisEvidence, basisGuards } from './life-bases.js';
import type { Change, Party, SpecialEvaluationV2 } from './life-context.js';

/** What a decision names, or should. */
interface Deciding {
  readonly outcome?: string;
  readonly grant?: WonText;
  readonly change?: Change;
}

/** A sanction as it is proposed. */
interface Proposing {
  readonly kind: 'ban' | 'recovery' | 'levy';
  readonly months?: number;
  readonly amount?: WonText;
}

function hasMeasure({ kind, months, amount }: Proposing): boolean {
  return kind === 'ban' ? months !== undefined : amount !== undefined;
}

function isSanctionable({ evaluated, terms }: ProjectContextV2): boolean {
  return terms.specialEvaluationGrounds.some(
    ({ id, mayBringSanction }) => id === evaluated?.ground && mayBringSanction,
  );
}

// A partner is represented by its own people, and nobody explains for another.
function isOfConcerned({ party }: SpecialEvaluationV2, { event }: ArgsV2): boolean {
  return event.by.role === (party === 'firm' ? 'applicant' : 'partner');
}

function recovering({ recoveries }: ProjectContextV2): WonText {
  return sumWon(recoveries.map(({ amount }) => amount));
}

/** Guards of special evaluations, of decisions on a basis and of sanctions (domain.md section 2). */
export const lifeGuardsV2 = {
  ...basisGuards,
  hasInstitution: ({ context, event }: ArgsV2): boolean =>
    whenSent<{ institution?: Party }>(
      event,
      ({ institution }) => institution !== 'partner' || context.partnerId !== null,
    ),
  leavesTimeToExplain: ({ event }: ArgsV2): boolean =>
    whenSent<{ explainBy?: string }>(
      event,
      ({ explainBy }) => explainBy === undefined || explainBy > dayOf(event.receivedAt),
    ),
  isInstitutionConcerned: (args: ArgsV2): boolean => {
    const { specialEvaluation } = args.context;
    return specialEvaluation !== null && isOfConcerned(specialEvaluation, args);
  },
  namesWhatChanges: ({ event }: ArgsV2): boolean =>
    whenSent<Deciding>(event, ({ outcome, grant, change }) => {
      if (outcome === 'cut') return grant !== undefined;
      return outcome !== 'change' || change !== undefined;
    }),
  isCutBelow: ({ context, event }: ArgsV2): boolean =>
    whenSent<Deciding>(event, ({ outcome, grant }) => {
      if (grant === undefined || (outcome !== 'cut' && event.type !== 'CUT_GRANT')) return true;
      return compareWon(grant, context.grant ?? '0') < 0;
    }),
  maySanction: ({ context }: ArgsV2): boolean => isSanctionable(context),
  hasSanctionMeasure: ({ event }: ArgsV2): boolean => whenSent<Proposing>(event, hasMeasure),
  isSanctionNew: ({ context, event }: ArgsV2): boolean =>
    whenSent<Proposing>(
      event,
      ({ kind }) => !context.sanctions.some((one) => one.kind === kind && one.state === 'notified'),
    ),
  isRecoveryGrounded: ({ context, event }: ArgsV2): boolean =>
    whenSent<{ basis: string }>(
      event,
      ({ basis }) =>
        basis === 'special-evaluation' && context.evaluated?.outcome === 'stop' && isSanctionable(context),
    ),
  isWithinReleasedSum: ({ context, event }: ArgsV2): boolean =>
    whenSent<{ amount: WonText }>(
      event,
      ({ amount }) => compareWon(sumWon([recovering(context), amount]), releasedSum(context)) <= 0,
    ),
};

/** Guards that only choose between branches, and never refuse. */
export const lifeRouting = {
  // Only what is frozen of the firm stops its tranches: the firm is whom they are paid to.
  isToBeFrozen: ({ context, event }: ArgsV2): boolean =>
    event.data?.['state'] === 'scheduled' &&
    (context.specialEvaluation?.party === 'firm' || context.clinicalHold !== null),
};

/** The facts that the guards above looked at. */
export const lifeEvidenceV2: Readonly<Record<string, (args: ArgsV2) => Evidence>> = {
  ...basisEvidence,
  leavesTimeToExplain: ({ event }) => ({ receivedOn: dayOf(event.receivedAt) }),
  isInstitutionConcerned: ({ context, event }) => ({
    ...{ role: event.by.role, concerned: context.specialEvaluation?.party ?? '' },
  }),
  isCutBelow: ({ context }) => ({ grant: context.grant ?? '' }),
  maySanction: ({ context }) => ({
    grounds: context.terms.specialEvaluationGrounds
      .filter(({ mayBringSanction }) => mayBringSanction)
      .map(({ id }) => id)
      .join(', '),
  }),
  isRecoveryGrounded: ({ context }) => ({
    evaluated: context.evaluated ? `${context.evaluated.ground}: ${context.evaluated.outcome}` : '',
  }),
  isWithinReleasedSum: ({ context }) => ({
    ...{ released: releasedSum(context), recovering: recovering(context) },
  }),
};
