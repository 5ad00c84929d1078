import type { CommonOptions } from '../context.js';

/** How the demonstration is run: against which service, on which edition (one with short durations). */
export interface DemoOptions extends CommonOptions {
  readonly api?: string;
  readonly issuer?: string;
  readonly edition: string;
}
