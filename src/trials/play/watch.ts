import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from '../../ledger/ledger.js';

/** A tranche as the books show it; `approves` is the SHA-256 of what an approver would approve, `limit` the ceiling that refused it. */
export interface Seen {
  readonly id: string;
  readonly seq: number;
  readonly state: string;
  readonly approves: string | null;
  readonly limit: string | null;
  readonly cashShareDue: string | null;
}

const POLL_MS = 250;

const TRANCHES = `select id, seq, state, facts -> 'approval' ->> 'sha256' as approves,
    facts ->> 'refusedLimit' as limit, facts ->> 'cashShareDue' as "cashShareDue"
  from subject where subject = 'tranche'`;

/** Looks at the books, again and again, for everybody at once. */
export class Watch {
  #seen = new Map<string, Seen>();
  #isOver = false;
  #tell: () => void = () => undefined;
  /** Settles when it was told to end. */
  readonly over = new Promise<void>((resolve) => (this.#tell = resolve));

  constructor(private readonly ledger: Ledger) {}

  /** Looks until it is told to end; what PostgreSQL doesn't answer is asked again. */
  async run(): Promise<void> {
    while (!this.#isOver) {
      const rows = await this.ledger.pool.query<Seen>(TRANCHES).then(
        (answer) => answer.rows,
        () => undefined,
      );
      if (rows) this.#seen = new Map(rows.map((row) => [row.id, row]));
      await sleep(POLL_MS);
    }
  }

  end(): void {
    this.#isOver = true;
    this.#tell();
  }

  /** Whether it was told to end. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** A tranche as it was last seen. */
  now(id: string): Seen | undefined {
    return this.#seen.get(id);
  }

  /** Waits until a tranche has gone beyond a row, or some time is over; gives back how it is then. */
  async after(id: string, seq: number, patienceMs: number): Promise<Seen | undefined> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const seen = this.now(id);
      if ((seen && seen.seq > seq) || this.#isOver || performance.now() > deadline) return seen;
      await sleep(POLL_MS);
    }
  }
}
