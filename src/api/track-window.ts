import { callId } from '../contract/names.js';
import type { Track } from '../contract/names.js';
import type { Ledger } from '../ledger/ledger.js';
import { callWindow } from '../ledger/reads/call-window.js';
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
  const id = callId(editionId, track, 'selection');
  const call = await callWindow(ledger, id);
  if (!call || call.isConcluded)
    return { window: termsOf(loadEdition(editionId), track).window, history: [], callId: null };
  return { window: call.window, history: call.history, callId: id };
}
