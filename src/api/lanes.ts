import { setTimeout as sleep } from 'node:timers/promises';

/** Runs work one piece a case at a time; gives undefined where its turn has not come by `deadline` (ms since 1970). */
export type Lanes = <T>(id: string, deadline: number, work: () => Promise<T>) => Promise<T | undefined>;

/**
 * A lane for each case: what comes first is done first, and a crowd at one case queues here. At its workflow it could not:
 * over ten Updates in flight the server refuses more, and loses the task of those that it has (seen with 1.29.1).
 */
export function lanes(): Lanes {
  const last = new Map<string, Promise<unknown>>();
  return async (id, deadline, work) => {
    const before = last.get(id);
    let isLate = false;
    const turn = before ? before.then(() => (isLate ? undefined : work())) : work();
    const ended = turn.catch(() => undefined);
    last.set(id, ended);
    void ended.then(() => last.get(id) === ended && last.delete(id));
    if (!before) return turn;
    const given = new AbortController();
    const late = sleep(Math.max(0, deadline - Date.now()), true, given);
    isLate = await Promise.race([before.then(() => false), late]);
    given.abort();
    late.catch(() => undefined);
    return isLate ? undefined : turn;
  };
}
