import type { Child, Log, OnSpawn } from './child.js';
import { logFile, logPlace } from './log-file.js';
import { isSame, markOf, writeRunFile } from './run-file.js';
import type { RunFile } from './run-file.js';
import { endProcess } from './child.js';
import { supervise } from './supervise.js';
import type { Supervised } from './supervise.js';
import type { UpSettings } from './settings.js';

/** The parts, in the order in which they are stopped: nobody outlives what it leans on. */
const STOP_ORDER = ['worker', 'api', 'rcms', 'issuer', 'temporal', 'postgres'] as const;
export type PartName = (typeof STOP_ORDER)[number];

// Once may be bad luck; a part that ends again before the service was ready won't get better by itself.
const ENDINGS_TOO_MANY = 2;

/** What one run of `up` has started so far, and what it says and records about it. */
export class Launch {
  readonly #parts = new Map<PartName, Supervised>();
  readonly #run: RunFile;
  #writing: Promise<void> = Promise.resolve();
  #isStopping = false;

  private constructor(
    readonly settings: UpSettings,
    readonly say: Log,
    run: RunFile,
  ) {
    this.#run = run;
  }

  /** Begins a run; its folder must have been claimed. */
  static async begin(settings: UpSettings, say: Log): Promise<Launch> {
    return new Launch(settings, say, { up: await markOf(process.pid), pids: {} });
  }

  /** Adds addresses to `.rnd/run.json`. */
  note(addresses: Partial<Omit<RunFile, 'up' | 'pids'>>): Promise<void> {
    Object.assign(this.#run, addresses);
    return this.#write();
  }

  /** Runs a step and says how long it took. */
  async step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    const result = await work();
    this.say(`✓ ${what} ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return result;
  }

  /** Starts a part that is restarted when it ends by itself; its log is `.rnd/log/<name>.log`. */
  async keep(name: PartName, start: (log: Log, onSpawn: OnSpawn) => Promise<Child>): Promise<void> {
    if (this.#isStopping) throw new Error(`${name} is not started any more: everything is being stopped`);
    const log = logFile(this.settings.dir, name);
    const part = { name, start: (onSpawn: OnSpawn) => start(log, onSpawn), say: this.say };
    this.#parts.set(name, await supervise({ ...part, onSpawn: (pid) => this.#record(name, pid) }));
    // Asked to stop while this part was starting: it came too late for the others' stop.
    if (this.#isStopping) await this.#parts.get(name)?.stop();
  }

  /** Throws for a part that keeps ending by itself: which, what it said last, and where to look. */
  mustRun(): void {
    for (const [name, part] of this.#parts) {
      const { times, how, tail } = part.endings();
      if (times < ENDINGS_TOO_MANY) continue;
      throw new Error(
        `${name} could not be started: it ended by itself ${times} times, the last time with ${how}. It said:\n` +
          `${tail.replace(/^/gm, '    ')}\n` +
          `Its log is ${logPlace(this.settings.dir, name)}. ./rnd doctor says what this machine lacks.\n` +
          `${name}을(를) 시작하지 못했습니다. 위의 마지막 출력과 로그를 확인하고, ./rnd doctor로 실행 환경을 점검하십시오.`,
      );
    }
  }

  /** Stops everything in reverse order; can be called while parts are still starting. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const name of STOP_ORDER) {
      const part = this.#parts.get(name);
      if (part === undefined) continue;
      const began = performance.now();
      await part.stop();
      this.say(`· ${name} stopped ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
  }

  // Before the part is ready: a run that is killed while it starts leaves nothing that the next one doesn't know of.
  async #record(name: PartName, pid: number): Promise<void> {
    const mark = await markOf(pid).catch(() => undefined);
    if (mark === undefined) return;
    this.#run.pids[name] = mark;
    await this.#write();
  }

  #write(): Promise<void> {
    this.#writing = this.#writing.then(() => writeRunFile(this.settings.dir, this.#run));
    return this.#writing;
  }
}

/** Ends the processes that a killed run left behind, and only those: a number given to a stranger since is let be. */
export async function endLeftovers(dead: RunFile, say: Log): Promise<void> {
  for (const name of STOP_ORDER) {
    const mark = dead.pids[name];
    if (mark === undefined || !(await isSame(mark))) continue;
    say(`· ending ${name}, left behind by an earlier run (process ${mark.pid})`);
    // PostgreSQL waits for its clients after SIGTERM; SIGINT is its fast, clean shutdown.
    await endProcess(mark.pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM', 15_000);
  }
}
