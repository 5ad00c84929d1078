import { setTimeout as sleep } from 'node:timers/promises';
import { appendRow } from '../ledger/append.js';
import { openLedger } from '../ledger/ledger.js';
import type { Ledger } from '../ledger/ledger.js';
import type { LedgerRow } from '../contract/messages.js';

const QUIET_MS = 400;
const POLL_MS = 100;

/** The ledger of the service under measurement, read as the service itself reads it. */
export class Books {
  readonly #ledger: Ledger;

  constructor(url: string) {
    this.#ledger = openLedger(url, 4);
  }

  /** How many rows these commands led to. */
  async rowsOf(commands: readonly string[]): Promise<number> {
    const { rows } = await this.#ledger.pool.query<{ count: number }>(
      'select count(*)::integer as count from ledger_row where command_id = any ($1)',
      [commands],
    );
    return rows[0]?.count ?? 0;
  }

  /** Waits until nothing has been written for a moment: what followed from one round is over before the next. */
  async quiet(): Promise<void> {
    let last = -1n;
    for (let since = performance.now(); performance.now() - since < QUIET_MS; await sleep(POLL_MS)) {
      const { rows } = await this.#ledger.pool.query<{ position: bigint | null }>(
        'select max(position) as position from ledger_row',
      );
      const position = rows[0]?.position ?? 0n;
      if (position !== last) since = performance.now();
      last = position;
    }
  }

  /** Waits until every application that was received has begun its project. */
  async allBegun(): Promise<void> {
    const isLeft = async (): Promise<boolean> => {
      const { rowCount } = await this.#ledger.pool.query(
        `select 1 from command_inbox where kind = 'start' and state = 'received' limit 1`,
      );
      return (rowCount ?? 0) > 0;
    };
    while (await isLeft()) await sleep(POLL_MS);
  }

  /** Appends a row as the worker does. */
  async append(row: LedgerRow): Promise<void> {
    await appendRow(this.#ledger, row);
  }

  close(): Promise<void> {
    return this.#ledger.close();
  }
}
