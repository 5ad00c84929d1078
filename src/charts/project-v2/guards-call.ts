import { isWithin } from '../../rules/clocks.js';
import { windowSeen } from '../clockwork/guards.js';
import { runningClock } from '../clockwork/running.js';
import type { ChartEvent, Evidence } from '../kernel/types.js';
import { dataOf, whenSent } from '../payload.js';
import { listGuards } from '../project/guards-application.js';
import type { ArgsV2, Overruling, Proof } from './context.js';
import { ownCall } from './place.js';

/** The pre-check's codes that failed, as the books said at the receipt of the decision. */
export function failingIn({ books }: ChartEvent): string[] {
  return (books?.['failing'] ?? '').split(',').filter((code) => code !== '');
}

/** Whether the pre-check answered this with a yes; no where it wasn't asked at all. */
function isAnsweredYes({ books }: ChartEvent, code: string): boolean {
  return books?.['failing'] !== undefined && !books['failing'].split(',').includes(code);
}

function leftFailing(event: ChartEvent): string[] {
  const { overruled = [] } = dataOf<{ overruled?: readonly Overruling[] }>(event);
  return failingIn(event).filter((failed) => !overruled.some(({ code }) => code === failed));
}

/** Preferences that are confirmed, and what proves them. */
interface Confirming {
  readonly preferences: readonly string[];
  readonly proofs?: readonly Proof[];
}

function unprovenIn(event: ChartEvent): string[] {
  const { preferences, proofs = [] } = dataOf<Confirming>(event);
  return preferences.filter((id) => !proofs.some(({ preference }) => preference === id));
}

/** Guards of the pre-check's verdicts and of a call's decisions: the list decides where there is a call, people elsewhere. */
export const callGuards = {
  // The register goes on after the edition: staff register partners, and the pre-check looks there.
  isPartnerRegistered: (args: ArgsV2): boolean =>
    listGuards.isPartnerRegistered(args) || isAnsweredYes(args.event, 'isPartnerRegistered'),
  // Before a form is filled in nobody can have overruled anything yet.
  isPreCheckClear: ({ event }: ArgsV2): boolean => whenSent(event, () => leftFailing(event).length === 0),
  arePreferencesProven: ({ context, event }: ArgsV2): boolean =>
    whenSent(event, () => context.callId === null || unprovenIn(event).length === 0),
  isOutsideCall: ({ context }: ArgsV2): boolean => context.callId === null,
  isFromOwnCall: ({ context, event }: ArgsV2): boolean =>
    whenSent<{ callId: string }>(
      event,
      ({ callId }) => context.callId !== null && callId === ownCall(context),
    ),
  isLatestObjection: ({ context, event }: ArgsV2): boolean =>
    whenSent<{ no: number }>(event, ({ no }) => no === context.objectionNo),
  isRoadmapCheckDue: ({ context, event }: ArgsV2): boolean =>
    !isWithin(runningClock(context, 'roadmap-check').due, event.receivedAt),
};

/** Guards that only choose between branches, and never refuse. */
export const callRouting = {
  isInCall: ({ context }: ArgsV2): boolean => context.callId !== null,
  holdsPlace: ({ context }: ArgsV2): boolean => context.place?.outcome === 'selected',
  isOnReserve: ({ context: { place } }: ArgsV2): boolean => place?.outcome === 'reserve',
  mayStillObject: ({ context, event }: ArgsV2): boolean =>
    !context.objectionFiled && isWithin(runningClock(context, 'objection').due, event.at),
};

/** The facts that the guards above looked at. */
export const callEvidence: Readonly<Record<string, (args: ArgsV2) => Evidence>> = {
  isPreCheckClear: ({ event }) => ({ failing: leftFailing(event).join(', ') }),
  arePreferencesProven: ({ event }) => ({ unproven: unprovenIn(event).join(', ') }),
  isOutsideCall: ({ context }) => ({ call: ownCall(context) ?? '' }),
  isFromOwnCall: ({ context }) => ({ call: ownCall(context) ?? '' }),
  isRoadmapCheckDue: windowSeen('roadmap-check'),
  isLatestObjection: ({ context }) => ({ objectionNo: String(context.objectionNo) }),
};
