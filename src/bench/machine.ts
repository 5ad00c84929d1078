import { open, rm } from 'node:fs/promises';
import { arch, cpus, loadavg, platform, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { median } from './measure.js';

const WRITES = 100;
const WRITTEN_BYTES = 8_192;

/**
 * What was measured on. `flushMs` is the median of writing 8 KB to the disk for good, which each commit waits for;
 * `load` is how many processes wanted a core in the minute before the run (0 where the system doesn't say).
 */
export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly flushMs: number;
  readonly load: number;
}

/** Describes this machine; takes a fraction of a second. */
export async function describeMachine(): Promise<Machine> {
  const [first] = cpus();
  return {
    cores: cpus().length,
    model: first?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.version,
    flushMs: await flushTime(),
    load: loadavg()[0] ?? 0,
  };
}

async function flushTime(): Promise<number> {
  const path = join(tmpdir(), `rnd-tracks-bench-flush-${process.pid}`);
  const file = await open(path, 'wx');
  try {
    const taken: number[] = [];
    for (let write = 0; write < WRITES; write += 1) {
      const began = performance.now();
      await file.write(Buffer.alloc(WRITTEN_BYTES));
      await file.datasync();
      taken.push(performance.now() - began);
    }
    return median(taken);
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}
