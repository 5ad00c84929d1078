import type { CallContext } from '../charts/call/context.js';
import { callId } from '../contract/names.js';
import type { Track } from '../contract/names.js';
import type { Ledger } from '../ledger/ledger.js';
import { getSubject } from '../ledger/reads/subjects.js';
import { loadEdition, termsOf } from '../program/load.js';
import type { CallWindow } from '../rules/screening.js';

/** When one may apply, and to which call: none where the edition's own window holds. */
export interface TrackWindow extends CallWindow {
  readonly callId: string | null;
}

/** When one may apply to an edition's track: by its call where one is under way, otherwise by the edition. */
export async function windowOf(
  { ledger }: { readonly ledger: Ledger },
  editionId: string,
  track: Track,
): Promise<TrackWindow> {
  const call = await getSubject(ledger, callId(editionId, track, 'selection'));
  if (!call || call.closedAt !== null)
    return { window: termsOf(loadEdition(editionId), track).window, history: [], callId: null };
  const { window, windowHistory: history } = call.facts as unknown as CallContext;
  return { window, history, callId: call.identity.id };
}
