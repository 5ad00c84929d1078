/** Does one thing after the other, in the order in which they were asked for; nothing follows after one that failed. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #unfinished = 0;

  /** How much is being done or waits for its turn. */
  get unfinished(): number {
    return this.#unfinished;
  }

  /** Whether nothing is being done and nothing waits for its turn. */
  get isIdle(): boolean {
    return this.#unfinished === 0;
  }

  /** Does `work` when everything before it is done; throws what it throws, or what failed before it. */
  take<T>(work: () => Promise<T>): Promise<T> {
    this.#unfinished += 1;
    const done = this.#last.then(work).finally(() => (this.#unfinished -= 1));
    this.#last = done;
    return done;
  }
}
