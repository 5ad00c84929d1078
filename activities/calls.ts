import { z } from 'zod';
import type { CallContext } from '../src/charts/call/context.js';
import type { Actor } from '../src/charts/kernel/types.js';
import type { EffectOrder } from '../src/contract/messages.js';
import type { Track } from '../src/contract/names.js';
import { countsOf } from '../src/ledger/calls.js';
import { intakeOf } from '../src/ledger/intake.js';
import type { Ledger } from '../src/ledger/ledger.js';
import { applyList, endReserve, promoteNext } from '../src/ledger/places.js';
import type { Move } from '../src/ledger/places.js';
import { getSubject } from '../src/ledger/reads/subjects.js';
import type { SubjectView } from '../src/ledger/reads/subjects.js';
import { objectingTo, untoldOf } from '../src/ledger/unsettled.js';
import type { PerformEffect } from './effect.js';
import { untilNone } from './patience.js';
import { placeUpheld } from './upheld.js';

const by = z.custom<Actor>((value) => typeof value === 'object' && value !== null && 'person' in value);
const ordered = z.object({ callId: z.string(), by });
const closing = z.object({ callId: z.string(), closes: z.string() });
const applying = ordered.extend({ listSha256: z.string(), receivedAt: z.string() });
const promoting = ordered.extend({ freed: z.string().nullable() });
const placing = ordered.extend({ projectId: z.string() });

/**
 * The effects of a call (design: a call holds no applications, the books do): `closeIntake` → INTAKE_CLOSED, `applyList` →
 * LIST_APPLIED, `promoteNext` → PLACE_FILLED or RESERVE_EXHAUSTED, `placeUpheld` → UPHELD_PLACED, `endReserve` →
 * RESERVE_ENDED. Whoever is concerned is told by the inbox. What has to be waited for is thrown, to be asked for again.
 */
export function callEffects(ledger: Ledger) {
  return {
    closeIntake: closeIntake(ledger),
    applyList: announceList(ledger),
    promoteNext: promote(ledger),
    placeUpheld: uphold(ledger),
    endReserve: end(ledger),
  };
}

/** A call as it stands; its first row is older than any order that it gives. Throws a plain Error where there is none. */
async function callOf(ledger: Ledger, id: string): Promise<SubjectView & { readonly facts: CallContext }> {
  const call = await getSubject(ledger, id);
  if (!call) throw new Error(`${id} isn't in the books`);
  return call as SubjectView & { readonly facts: CallContext };
}

function moveOf({ key, at }: EffectOrder, params: z.infer<typeof ordered>): Move {
  return { callId: params.callId, key, by: params.by, receivedAt: at };
}

/** Nothing that was received in time is left out: it is answered when all of it is with its workflow. */
function closeIntake(ledger: Ledger): PerformEffect {
  return async ({ params }) => {
    const { callId, closes } = closing.parse(params);
    const { identity, facts } = await callOf(ledger, callId);
    const { editionId, track } = identity;
    // Roadmaps come in by their own deadlines, each of which asks the inbox for itself.
    const received =
      facts.competition === 'roadmap'
        ? (await countsOf(ledger, callId, 'roadmap')).received
        : await everyoneReceived(ledger, { editionId, track: track as Track, closes });
    return { type: 'INTAKE_CLOSED', data: { received, closes } };
  };
}

async function everyoneReceived(ledger: Ledger, call: Parameters<typeof intakeOf>[1]): Promise<number> {
  let received = 0;
  await untilNone('applications on their way', async () => {
    const intake = await intakeOf(ledger, call);
    ({ received } = intake);
    return intake.undelivered;
  });
  return received;
}

/** A list is applied when everybody has been told: only then is it known who still stands on the reserve. */
function announceList(ledger: Ledger): PerformEffect {
  return async (order) => {
    const { listSha256, receivedAt, ...params } = applying.parse(order.params);
    const outcomes = await applyList(ledger, { ...moveOf(order, params), receivedAt, listSha256 });
    await untilNone('outcomes on their way', () => untoldOf(ledger, params.callId));
    return { type: 'LIST_APPLIED', data: outcomes };
  };
}

function promote(ledger: Ledger): PerformEffect {
  return async (order) => {
    const { freed, ...params } = promoting.parse(order.params);
    // Who heads the reserve after an objection may still be on the way there, and isn't passed over.
    await untilNone('reserve places on their way', () => untoldOf(ledger, params.callId, 'PUT_ON_RESERVE'));
    const promoted = await promoteNext(ledger, { ...moveOf(order, params), freed });
    return promoted ? { type: 'PLACE_FILLED', data: promoted } : { type: 'RESERVE_EXHAUSTED', data: {} };
  };
}

function uphold(ledger: Ledger): PerformEffect {
  return async (order) => {
    const { projectId, ...params } = placing.parse(order.params);
    const { facts } = await callOf(ledger, params.callId);
    const { outcome, rank } = await placeUpheld(ledger, facts, { ...moveOf(order, params), projectId });
    return { type: 'UPHELD_PLACED', data: { projectId, outcome, rank } };
  };
}

/** The reserve ends when nobody objects any more: an objection that is upheld late still finds its call. */
function end(ledger: Ledger): PerformEffect {
  return async (order) => {
    const params = ordered.parse(order.params);
    const { callId } = params;
    const objecting = await objectingTo(ledger, callId);
    if (objecting > 0) throw new Error(`${objecting} objections under way`);
    await untilNone('places on their way', () => untoldOf(ledger, callId));
    const { released } = await endReserve(ledger, moveOf(order, params));
    return { type: 'RESERVE_ENDED', data: { released } };
  };
}
