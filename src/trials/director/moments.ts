import type { FaultName } from '../../sandbox/faults.js';
import type { Strike } from '../plan/points.js';

/** A moment that a process has come to; `who` is the process: `worker-1`, `portal`. */
export interface Reached {
  readonly moment: string;
  readonly key: string;
  readonly who: string;
}

/** How something is killed and brought back, and how the ledger's transactions are held in their middle. */
export interface Executioner {
  /** Kills a process by SIGKILL and waits until it is gone. */
  kill(process: string): Promise<void>;
  /** Starts it again; settles when the service works with it. */
  again(process: string): Promise<void>;
  /** Lets no posting be written, so that a transaction that wants to waits in its middle, until `free`; throws where it can't. */
  holdPostings(): Promise<HeldPostings>;
}

/** Postings that are held; whether as many transactions as wanted come to wait in their middle, asked for a few seconds. */
export interface HeldPostings {
  areWaiting(wanted: () => number): Promise<boolean>;
  free(): Promise<void>;
}

/** A strike that was carried out: which trial's, and when (ms since the epoch). */
export interface Struck extends Strike {
  readonly no: number;
  readonly at: number;
}

/** What is planned for one trial; its tranches share it, where there are two. */
export interface Planned {
  readonly no: number;
  readonly strikes: Strike[];
  readonly faults: FaultName[];
}

/** A process that is held at its moment until `goOn`; `process` is the one that is to die, `since` in ms since the epoch. */
export interface Held extends Reached {
  readonly plan: Planned;
  readonly strike: Strike;
  readonly process: string;
  readonly since: number;
  readonly goOn: () => void;
}
