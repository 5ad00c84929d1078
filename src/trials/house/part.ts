import { setTimeout as sleep } from 'node:timers/promises';
import type { Child, Log } from '../../server/child.js';

const TRIES = 40;
const BETWEEN_MS = 250;

/** A process that can be killed and started again; one that ends by itself is started again, too, and counted. */
export class Part {
  /** How often it ended though nobody had killed it. */
  falls = 0;
  #isExpected = false;

  private constructor(
    readonly name: string,
    private readonly start: () => Promise<Child>,
    private readonly say: Log,
    private child: Child,
  ) {}

  /** Starts it for the first time. Throws where that fails. */
  static async begin(name: string, start: () => Promise<Child>, say: Log): Promise<Part> {
    const part = new Part(name, start, say, await start());
    part.#watch();
    return part;
  }

  /** Ends it as a crash does, and waits until it is gone. */
  async kill(): Promise<void> {
    this.#isExpected = true;
    if (!this.child.ended()) process.kill(this.child.pid, 'SIGKILL');
    await this.child.exited;
  }

  /** Starts it again, trying for ten seconds. Throws the last error. */
  async again(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        this.child = await this.start();
        this.#isExpected = false;
        this.#watch();
        return;
      } catch (error) {
        // Its port, or the memory of the one before, may be taken for a moment still.
        if (tries === TRIES) throw error;
        await sleep(BETWEEN_MS);
      }
    }
  }

  /** Ends it for good, as it wants to be ended. */
  async stop(): Promise<void> {
    this.#isExpected = true;
    await this.child.stop();
  }

  #watch(): void {
    const { child } = this;
    void child.exited.then(async (how) => {
      if (this.#isExpected || child !== this.child) return;
      this.falls += 1;
      this.say(`${this.name} ended by itself (${how})\n${child.tail()}`);
      await this.again().catch((error: unknown) => this.say(String(error)));
    });
  }
}
