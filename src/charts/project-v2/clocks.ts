import { endOfDay, msOf } from '../../rules/calendar.js';
import type { Duties } from '../clockwork/duties.js';
import { inTime } from '../clockwork/guards.js';
import { resumedClock, suspendedClock } from '../clockwork/changes.js';
import { runningClock, startedClock, withClock } from '../clockwork/running.js';
import { dueOfClock } from '../clockwork/dates.js';
import { dataOf } from '../payload.js';
import { openConditions } from '../project/clinical-stages.js';
import type { Starting } from '../project/clocks.js';
import type { GateDecision } from '../project/guards-clinical.js';
import type { ArgsV2, PatchV2, ProjectContextV2 } from './context.js';
import { clinical } from './first-version.js';

/** In which states of any track each clock's duty or right is open (domain.md section 4). */
export const projectDuties: Duties = {
  pending: {
    objection: ['notSelected', 'reserved'],
    agreement: ['agreementPending'],
    'agreement-grace': ['agreementPending.overdue'],
    'plan-revision': ['agreementPending.planRevision'],
    roadmap: ['roadmap'],
    'roadmap-check': ['roadmap'],
    matching: ['matching'],
    agenda: ['agenda'],
    stage: ['research', 'exploration', 'clinical.underWay', 'clinical.overdue'],
    'stage-report': [
      'research.underWay',
      'research.reportOverdue',
      'exploration.underWay',
      'exploration.reportOverdue',
    ],
    'gate-hold': ['clinical.hold'],
    'special-evaluation-explanation': ['specialEvaluation.awaitingExplanation'],
    'final-report': ['finalReport'],
  },
  // The stage's end asks for a report or for the gate's data, and the half-way check is announced by the chart itself.
  silent: { stage: ['research', 'exploration'], 'roadmap-check': ['roadmap'] },
  late: ['agreement', 'stage', 'stage-report', 'final-report'],
  follows: { 'stage-report': 'stage' },
};

function instantOf({ context, event }: ArgsV2, from: Starting['from']): string {
  if (from === 'receipt') return event.receivedAt;
  if (from === undefined || from === 'now') return event.at;
  const { due } = runningClock(context, 'stage');
  if (from === 'stageOver') return new Date(msOf(due) + 1).toISOString();
  return from === 'afterStage' && msOf(event.at) > msOf(due) ? event.at : due;
}

/** What starts a project's clocks, and what a regulator or a gate does to them. */
export const clockUpdatesV2 = {
  startClock: (args: ArgsV2, { clock, from }: Starting): PatchV2 => ({
    clocks: withClock(args.context, clock, startedClock(args.context, clock, instantOf(args, from))),
  }),
  holdGate: ({ context, event }: ArgsV2): PatchV2 => {
    const { until: statedDue = '' } = dataOf<GateDecision>(event);
    return {
      clocks: withClock(context, 'gate-hold', startedClock(context, 'gate-hold', event.at, { statedDue })),
    };
  },
  // The stage's clock stands still with the hold: what was left of it goes on when the hold is lifted.
  holdStage: (args: ArgsV2): PatchV2 => {
    const { context, event } = args;
    const { stage } = context.clocks;
    const runs = context.resumeTo === 'underWay' && stage !== undefined && stage.suspended === null;
    const clocks = runs ? withClock(context, 'stage', suspendedClock(stage, event.at)) : context.clocks;
    return { ...clinical.holdStage(args, undefined), clocks };
  },
  liftHold: ({ context, event }: ArgsV2): PatchV2 => {
    const { stage } = context.clocks;
    if (!stage?.suspended || context.clinicalHold?.remainingMs === null) return { clinicalHold: null };
    const clocks = withClock(context, 'stage', resumedClock(context, 'stage', stage, event.at));
    return { clinicalHold: null, clocks };
  },
};

/** The windows of a project, judged by the time of receipt; one that stands still is open. */
export const windowGuardsV2 = {
  isWithinObjectionWindow: inTime('objection'),
  isWithinRoadmapWindow: inTime('roadmap'),
  isWithinPlanRevisionWindow: inTime('plan-revision'),
  isWithinMatchingWindow: inTime('matching'),
  isWithinAgendaWindow: inTime('agenda'),
  isWithinExplanationWindow: inTime('special-evaluation-explanation'),
  isGraceOver: (args: ArgsV2): boolean => !inTime('agreement-grace')(args),
  isStageReportLate: (args: ArgsV2): boolean => !inTime('stage-report')(args),
};

function nextCondition(context: ProjectContextV2): string | null {
  const waitedFor = openConditions(context).filter(({ lapsedAt }) => lapsedAt === null);
  return waitedFor.map(({ due }) => endOfDay(due)).sort()[0] ?? null;
}

/** Dates of a project that are no clock's, or not always: the half-way check is announced once, conditions have their own days. */
export const otherDates = {
  'roadmap-check': (context: ProjectContextV2): string | null =>
    context.roadmapCheck?.announcedAt ? null : dueOfClock(context, 'roadmap-check'),
  'gate-condition': nextCondition,
};
