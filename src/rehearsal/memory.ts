import { readFile, readdir } from 'node:fs/promises';

const SAMPLE_MS = 3_000;
const KB_IN_MB = 1_024;

/** Watches how much memory some processes have together. */
export interface MemoryWatch {
  /** The most that was seen, in MB; null where this system doesn't say. */
  most(): number | null;
  stop(): void;
}

/** Watches processes and their children by their ids, memory that they share counted once (Linux only). */
export function watchMemory(pids: readonly number[]): MemoryWatch {
  let most: number | null = null;
  const sample = async (): Promise<void> => {
    const kb = await togetherKb(pids).catch(() => undefined);
    if (kb !== undefined) most = Math.max(most ?? 0, Math.round(kb / KB_IN_MB));
  };
  void sample();
  const timer = setInterval(() => void sample(), SAMPLE_MS);
  timer.unref();
  return { most: () => most, stop: () => clearInterval(timer) };
}

async function togetherKb(pids: readonly number[]): Promise<number | undefined> {
  const all = await withChildren(pids);
  const shares = await Promise.all(all.map(shareOf));
  const known = shares.filter((share) => share !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, share) => sum + share, 0);
}

async function withChildren(pids: readonly number[]): Promise<number[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const children = await Promise.all(
    names.map(async (name) => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
      // The command's name, in brackets, may hold anything; the parent is the second field behind it.
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return pids.includes(parent) ? [Number(name)] : [];
    }),
  );
  return [...new Set([...pids, ...children.flat()])];
}

/** A process's proportional share, in KB: what several have in common is divided among them. */
async function shareOf(pid: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const found = /^Pss:\s+(\d+) kB/m.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}
