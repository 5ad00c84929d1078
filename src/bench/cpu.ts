import { readFile, readdir } from 'node:fs/promises';

// Linux counts a process's time in hundredths of a second.
const TICK_MS = 10;

/** Milliseconds of processor time that each process has used, with its children, by name. */
export type CpuTimes = Readonly<Record<string, number>>;

/** Reads the processor time of processes; empty where the system has no /proc. */
export async function cpuTimes(pids: Readonly<Record<string, number>>): Promise<CpuTimes> {
  const names = await readdir('/proc').catch(() => []);
  const all = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(statOf));
  if (all.length === 0) return {};
  const used = (pid: number): number =>
    all
      .filter((one) => one.pid === pid || one.parent === pid)
      .reduce((sum, { ticks }) => sum + ticks * TICK_MS, 0);
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, used(pid)]));
}

/** What was used between two readings. */
export function cpuBetween(before: CpuTimes, after: CpuTimes): CpuTimes {
  return Object.fromEntries(Object.entries(after).map(([name, ms]) => [name, ms - (before[name] ?? 0)]));
}

async function statOf(name: string): Promise<{ pid: number; parent: number; ticks: number }> {
  const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
  // The name in brackets may contain anything: fields are counted behind it, from the third on.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [, parent] = fields;
  const [user, system] = fields.slice(11, 13);
  return { pid: Number(name), parent: Number(parent), ticks: Number(user ?? 0) + Number(system ?? 0) };
}
