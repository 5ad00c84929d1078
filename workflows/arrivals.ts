import { CancellationScope, condition, patched, workflowInfo } from '@temporalio/workflow';
import type { Command } from '../src/contract/messages.js';

/** How much a subject may be at before what is announced to it waits: the server bears 2,000 activities under way. */
const AT_ONCE = 50;

/** How many announcements may go over to the next run, of some 250 bytes each: the server bears 2 MB of input. */
const CARRIED = 2_000;

/** What is being done for what was let in before. */
export interface Work {
  /** How many things are under way or wait for their turn. */
  readonly atWork: () => number;
  /** Whether the subject is over: then nothing may wait any more. */
  readonly isOver: () => boolean;
  readonly take: (announcement: Command) => void;
}

/**
 * Lets in what is announced, in its order. Thousands that come in one moment wait here: a subject does so much at once and
 * no more, and where its history should be cut, those that still wait are the next run's.
 */
export class Arrivals {
  readonly #waiting: Command[];
  readonly #work: Work;

  constructor(work: Work, carried: readonly Command[] = []) {
    this.#work = work;
    this.#waiting = [...carried];
    // Nobody but the chart ends a subject: a cancellation from Temporal's side would end this wait, and with it the case.
    void CancellationScope.nonCancellable(() => this.#letIn());
  }

  /** Lets an announcement in at once, or keeps it until there is room. */
  add(announcement: Command): void {
    if (this.#waiting.length > 0 || this.#mustWait()) this.#waiting.push(announcement);
    else this.#work.take(announcement);
  }

  /** What the next run begins with. */
  carried(): readonly Command[] {
    return this.#waiting;
  }

  /** Whether nothing waits. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Whether the next run can take over what waits. */
  get isFewEnough(): boolean {
    return this.#waiting.length <= CARRIED;
  }

  async #letIn(): Promise<never> {
    for (;;) {
      await condition(() => this.#waiting.length > 0 && !this.#mustWait());
      for (
        let next = this.#waiting.shift();
        next;
        next = this.#mustWait() ? undefined : this.#waiting.shift()
      )
        this.#work.take(next);
    }
  }

  #mustWait(): boolean {
    const isCut = workflowInfo().continueAsNewSuggested && this.isFewEnough && !this.#work.isOver();
    // Cases that began before anything waited here go on as they did.
    return (isCut || this.#work.atWork() >= AT_ONCE) && patched('announcements-wait');
  }
}
