import type { Scene } from '../plan/plan.js';
import { staff } from '../../rehearsal/cohort/people.js';
import type { Answer } from './courier.js';
import type { Desk } from './desk.js';
import type { Claimable } from './preparation.js';
import type { Seen, Watch } from './watch.js';

/** What the people of a trial saw: how many of two that decided at once were taken, and who lost their role. */
export interface Witnessed {
  taken: number | null;
  revoked: string | null;
}

/** A tranche's part in a trial. `together` settles when everybody of the trial has come to the second approval. */
export interface Part {
  readonly no: number;
  readonly scene: Scene;
  readonly tranche: Claimable;
  readonly together: () => Promise<void>;
}

const AGAIN_MS = 3_000;
const OK = 200;

/** What a tranche ended as: paid, or refused for want of room under the company's ceiling. */
export type Ended = 'released' | 'noRoom';

/**
 * Plays one tranche from its claim to its end: whoever is waited for acts, as often as the tranche comes back to them.
 * Gives back nothing where `watch` ends before it does.
 */
export async function played(
  part: Part,
  desk: Desk,
  watch: Watch,
): Promise<Witnessed & { readonly ended: Ended | null }> {
  const player = new Player(part, desk, watch.over);
  let seen: Seen | undefined = watch.now(part.tranche.id);
  for (;;) {
    const ended = seen && endOf(part, seen);
    if (ended) return { ...player.witnessed, ended };
    if (watch.isOver) return { ...player.witnessed, ended: null };
    if (seen) await player.act(seen);
    // What was refused, or raced by another, is looked at again.
    seen = await watch.after(part.tranche.id, seen?.seq ?? 0, AGAIN_MS);
  }
}

function endOf({ scene }: Part, { state, limit }: Seen): Ended | undefined {
  if (state === 'released') return 'released';
  return scene === 'ceiling' && state === 'claimed' && limit?.startsWith('company/') ? 'noRoom' : undefined;
}

class Player {
  readonly witnessed: Witnessed = { taken: null, revoked: null };
  #isFirstTime = true;

  constructor(
    private readonly part: Part,
    private readonly desk: Desk,
    private readonly over: Promise<void>,
  ) {}

  /** Does what the tranche waits for, if it waits for anybody. */
  async act(seen: Seen): Promise<void> {
    switch (seen.state) {
      case 'claimable':
        return void (await this.desk.claim(this.part.tranche));
      case 'claimed':
        return this.#approveFirst(seen);
      case 'firstApproved':
        return this.#approveSecond(seen);
      case 'rejectedByPortal':
        return void (await this.desk.retryPayment(seen));
    }
  }

  async #approveFirst(seen: Seen): Promise<void> {
    const { scene, no } = this.part;
    if (scene === 'twoFirst' && this.#isFirstTime) {
      this.#isFirstTime = false;
      const both = [staff('approver', 1), staff('approver', 2)];
      this.witnessed.taken = taken(await Promise.all(both.map((who) => this.desk.approveFirst(seen, who))));
    } else if (scene === 'revoked' && this.#isFirstTime) await this.desk.approveFirst(seen, leaving(no));
    else await this.desk.approveFirst(seen);
  }

  async #approveSecond(seen: Seen): Promise<void> {
    const { scene, no, together } = this.part;
    if (scene === 'twoSecond' && this.#isFirstTime) {
      this.#isFirstTime = false;
      const both = [staff('finance', 1), staff('finance', 2)];
      this.witnessed.taken = taken(await Promise.all(both.map((who) => this.desk.approveSecond(seen, who))));
      return;
    }
    if (scene === 'revoked' && this.#isFirstTime) {
      this.#isFirstTime = false;
      await this.desk.revoke(leaving(no));
      this.witnessed.revoked = leaving(no).person;
    }
    await Promise.race([together(), this.over]);
    await this.desk.approveSecond(seen);
  }
}

/** An approver who has a role only until it is revoked: each trial has one of its own. */
function leaving(no: number) {
  return staff('approver', `leaving-${no}`);
}

function taken(answers: readonly Answer[]): number {
  return answers.filter(({ status }) => status === OK).length;
}
