import { CancellationScope } from '@temporalio/workflow';
import type { Order, Step } from '../src/charts/kernel/types.js';
import type { Command, Reply } from '../src/contract/messages.js';
import { now, ownCommand } from './events.js';

/** Who performs an order, and which orders are money that was already posted with their row. */
export interface EffectDoor {
  readonly isPosting: (order: string) => boolean;
  /** Performs an order, once however often with the same key; what it answers comes back to the chart as an event. */
  readonly perform: (order: Order, key: string) => Promise<Reply>;
}

/** Performs a subject's orders beside its ledger, so that a slow payment holds up no decision. */
export class EffectLane {
  readonly #door: EffectDoor;
  readonly #reply: (command: Command) => Promise<unknown>;
  readonly #fail: (error: unknown) => void;
  #underWay = 0;

  constructor(
    door: EffectDoor,
    reply: (command: Command) => Promise<unknown>,
    fail: (error: unknown) => void,
  ) {
    this.#door = door;
    this.#reply = reply;
    this.#fail = fail;
  }

  /** How many orders are being performed, or have a reply on its way to the chart. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Whether every order was performed and its reply is with the chart. */
  get isIdle(): boolean {
    return this.#underWay === 0;
  }

  /** Starts the orders of a step whose row is committed; each is known by its subject, its row and its place. */
  start(subjectId: string, { state, orders }: Step): void {
    orders.forEach((order, index) => {
      if (!this.#door.isPosting(order.name)) this.#perform(order, `${subjectId}/${state.seq}.${index}`);
    });
  }

  #perform(order: Order, key: string): void {
    this.#underWay += 1;
    CancellationScope.nonCancellable(() => this.#door.perform(order, key))
      .then((reply) => reply && this.#reply(ownCommand(key, reply.type, now(), reply.data)))
      .catch(this.#fail)
      .finally(() => (this.#underWay -= 1));
  }
}
