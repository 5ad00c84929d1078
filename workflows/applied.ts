import type { Carried, Decided } from '../src/contract/messages.js';

/**
 * How many commands are remembered over a continue-as-new, the newest. Whoever delivers one again does so before as many
 * others came; the ledger, whose command ids are unique for ever, would not take an older one either.
 */
const REMEMBERED = 500;

/** The commands that were applied and what each led to, so that none is applied twice. */
export class Applied {
  readonly #decided: Map<string, Decided>;

  constructor(carried: Carried['applied'] = {}) {
    this.#decided = new Map(Object.entries(carried));
  }

  /** What a command led to, if it was applied. */
  of(commandId: string): Decided | undefined {
    return this.#decided.get(commandId);
  }

  /** Remembers a command; one without an id is a defect, because nothing could tell it from the next. */
  add(commandId: string | undefined, decided: Decided): void {
    if (!commandId) throw new Error(`row ${decided.seq} of ${decided.subjectId} names no command`);
    this.#decided.set(commandId, decided);
  }

  /** The newest, for the next run. */
  carried(): Carried['applied'] {
    return Object.fromEntries([...this.#decided].slice(-REMEMBERED));
  }
}
