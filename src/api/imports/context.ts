import type { Actor } from '../../charts/kernel/types.js';
import type { Track } from '../../contract/names.js';
import type { Ledger } from '../../ledger/ledger.js';

/** Who imports, into which edition, at which instant (ISO); the track of all applications where it is said. */
export interface ImportContext {
  readonly ledger: Ledger;
  readonly actor: Actor;
  readonly editionId: string;
  readonly track: Track | undefined;
  readonly now: string;
  /** Only where time is simulated: when what is stored now was received. */
  readonly receivedAt: string | undefined;
}
