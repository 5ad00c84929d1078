import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultName } from '../../sandbox/faults.js';
import type { Strike, Target } from '../plan/points.js';
import type { Executioner, Held, Planned, Reached, Struck } from './moments.js';

const GATHER_MS = 400;
/** Whoever has been held for so long is struck next, whoever else that hits. */
const LONG_MS = 4_000;
const PAUSE_MS = { least: 700, most: 2_500 } as const;
const POLL_MS = 50;

/**
 * Strikes where it is planned. A process that comes to a planned moment is held there; shortly after, what all that are
 * held at the time are waiting for is killed, once for all of them, and those that live go on.
 */
export class Strikes {
  readonly struck: Struck[] = [];
  readonly kills: Record<Target, number> = { worker: 0, postgres: 0, temporal: 0, portal: 0 };
  readonly #plans = new Map<string, Planned>();
  readonly #lastWorker = new Map<string, string>();
  /** Strikes at whose moment something else happened: their process died of another one, or couldn't be held any longer. */
  readonly #overtaken = new Set<Strike>();
  /** Workers that were killed and aren't back yet. */
  readonly #coming = new Set<string>();
  /** Tranches whose row was written while they were thought to be in its middle. */
  readonly #through = new Set<string>();
  #held: Held[] = [];
  #isOver = false;
  #lastAt = 0;

  constructor(private readonly executioner: Executioner) {}

  /** Plans a trial's strikes and faults for its tranches. */
  plan(no: number, keys: readonly string[], strikes: readonly Strike[], faults: readonly FaultName[]): void {
    // Each trial's strikes are its own: plans share theirs, and what is overtaken is known by which it is.
    const planned = { no, strikes: strikes.map((strike) => ({ ...strike })), faults: [...faults] };
    for (const key of keys) this.#plans.set(key, planned);
    this.#lastAt = Date.now();
  }

  /** When something was last planned or killed, or had come back, in ms since the epoch; 0 before. */
  get lastAt(): number {
    return this.#lastAt;
  }

  /** Whether everything that was planned has been struck. */
  get areOver(): boolean {
    return this.#held.length === 0 && this.left.length === 0;
  }

  /** The strikes that were planned and whose moment was never come to. */
  get left(): (Strike & { readonly no: number })[] {
    const plans = [...new Set(this.#plans.values())];
    return plans.flatMap(({ no, strikes }) =>
      strikes.filter((strike) => !this.#overtaken.has(strike)).map((strike) => ({ no, ...strike })),
    );
  }

  /** How many strikes came to nothing because something else happened at their moment, which never came again. */
  get overtaken(): number {
    const planned = [...new Set(this.#plans.values())].flatMap(({ strikes }) => strikes);
    return planned.filter((strike) => this.#overtaken.has(strike)).length;
  }

  /** Holds a process that has come to a planned moment until it may go on; gives back what the portal is to do wrong. */
  async reached(reached: Reached, gone: Promise<void>): Promise<FaultName | undefined> {
    const { moment, key, who } = reached;
    if (who !== 'portal') this.#lastWorker.set(key, who);
    if (moment === 'confirmedRow/after') this.#through.add(key);
    const plan = this.#plans.get(key);
    const strike = plan?.strikes.find(({ point }) => point === moment);
    if (plan && strike) await this.#hold(reached, plan, strike, gone);
    return moment === 'portal/asked' ? plan?.faults.shift() : undefined;
  }

  /** Strikes until it is told to end. */
  async run(): Promise<void> {
    while (!this.#isOver) {
      const next = this.#next();
      if (next) await this.#strike(next);
      else await sleep(POLL_MS);
    }
  }

  /** Ends the striking; whoever is still held goes on. */
  end(): void {
    this.#isOver = true;
    for (const { goOn } of this.#held) goOn();
  }

  /** Whose turn it is: first what kills nobody who is held for something else to die. */
  #next(): Held | undefined {
    const age = ({ since }: Held): number => Date.now() - since;
    const isReady = (held: Held): boolean =>
      age(held) >= GATHER_MS && (held.strike.target !== 'worker' || this.#coming.size === 0);
    const [oldest, ...others] = this.#held.filter(isReady);
    if (oldest === undefined || age(oldest) >= LONG_MS) return oldest;
    const isHost = (process: string): boolean =>
      this.#held.some((held) => held.who === process && held.process !== process);
    return [oldest, ...others].find(({ process }) => !isHost(process)) ?? oldest;
  }

  #hold(reached: Reached, plan: Planned, strike: Strike, gone: Promise<void>): Promise<void> {
    plan.strikes.splice(plan.strikes.indexOf(strike), 1);
    return new Promise((goOn) => {
      const process = this.#processOf(strike.target, reached);
      const held: Held = { ...reached, plan, strike, process, since: Date.now(), goOn };
      this.#held.push(held);
      void gone.then(() => {
        // It died of another strike before its own: whoever takes its work up comes to the moment again.
        if (!this.#held.includes(held)) return;
        this.#held = this.#held.filter((other) => other !== held);
        this.#overtaken.add(strike);
        plan.strikes.push(strike);
        goOn();
      });
    });
  }

  #processOf(target: Target, { who, key }: Reached): string {
    if (target !== 'worker') return target;
    return who === 'portal' ? (this.#lastWorker.get(key) ?? 'worker-1') : who;
  }

  async #strike({ process, strike: { target } }: Held): Promise<void> {
    const all = this.#held.filter((held) => held.process === process);
    this.#held = this.#held.filter((held) => held.process !== process);
    const began = Date.now();
    const missed = await this.#killed(process, all);
    this.kills[target] += 1;
    for (const { plan, strike } of missed) {
      this.#overtaken.add(strike);
      plan.strikes.push(strike);
    }
    this.#book(all.filter((held) => !missed.includes(held)));
    for (const { goOn } of all) goOn();
    const back = this.#back(process);
    // There is another worker meanwhile; of everything else there is one.
    if (target !== 'worker') await back;
    // For about as long as it was away the service works undisturbed: what is killed without a break is only ever starting.
    await sleep(Math.min(PAUSE_MS.most, Math.max(PAUSE_MS.least, Date.now() - began)));
  }

  /** Kills a process; first brings those into it who are to die in the middle of their row. Gives back who wasn't there. */
  async #killed(process: string, all: readonly Held[]): Promise<Held[]> {
    const inTheMiddle = all.filter(({ moment }) => moment.endsWith('/within'));
    if (inTheMiddle.length === 0) {
      await this.executioner.kill(process);
      return [];
    }
    for (const { key } of inTheMiddle) this.#through.delete(key);
    const postings = await this.executioner.holdPostings();
    for (const { goOn } of inTheMiddle) goOn();
    const isThrough = ({ key }: Held): boolean => this.#through.has(key);
    const areThere = await postings.areWaiting(() => inTheMiddle.filter((held) => !isThrough(held)).length);
    await this.executioner.kill(process);
    await postings.free();
    return areThere ? inTheMiddle.filter(isThrough) : inTheMiddle;
  }

  async #back(process: string): Promise<void> {
    this.#coming.add(process);
    await this.executioner.again(process);
    this.#coming.delete(process);
    this.#lastAt = Date.now();
  }

  #book(all: readonly Held[]): void {
    const at = Date.now();
    this.#lastAt = at;
    for (const { plan, strike } of all) this.struck.push({ no: plan.no, ...strike, at });
  }
}
