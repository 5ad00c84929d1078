import { readFile } from 'node:fs/promises';

// Linux counts a process's time in hundredths of a second.
const TICK_MS = 10;

/** Milliseconds of processor time that each process has used, with its children, by name. */
export type CpuTimes = Readonly<Record<string, number>>;

/** Reads the processor time of processes; all 0 where the system has no /proc. */
export async function cpuTimes(pids: Readonly<Record<string, number>>): Promise<CpuTimes> {
  const times = Object.entries(pids).map(async ([name, pid]) => {
    const used = await Promise.all([pid, ...(await childrenOf(pid))].map(timeOf));
    return [name, used.reduce((sum, ms) => sum + ms, 0)] as const;
  });
  return Object.fromEntries(await Promise.all(times));
}

/** What was used between two readings. */
export function cpuBetween(before: CpuTimes, after: CpuTimes): CpuTimes {
  return Object.fromEntries(Object.entries(after).map(([name, ms]) => [name, ms - (before[name] ?? 0)]));
}

// PostgreSQL serves each connection by a process of its own.
async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}

async function timeOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in brackets may contain anything: fields are counted behind it, from the third on.
  const [user, system] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user ?? 0) + Number(system ?? 0)) * TICK_MS;
}
