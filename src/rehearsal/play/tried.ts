import type { Day } from '../../rules/calendar.js';
import { after } from './days.js';
import type { Move } from './moves/move.js';

/** What was refused as a case stood is tried again some days later, and not for ever. */
const AGAIN_DAYS = 7;
const MOST_TRIES = 6;

interface Trial {
  readonly seq: number;
  readonly tries: number;
  readonly again: Day;
}

/** What was tried and refused, by case and by who tried what; forgotten as soon as the case has moved on. */
export class Tried {
  readonly #cases = new Map<string, Map<string, Trial>>();

  /** Notes that a move was refused on a day. */
  refused(move: Move, today: Day): void {
    const trials = this.#cases.get(move.about.id) ?? new Map<string, Trial>();
    const { seq } = move.about;
    trials.set(nameOf(move), { seq, tries: this.of(move) + 1, again: after(today, AGAIN_DAYS) });
    this.#cases.set(move.about.id, trials);
  }

  /** How often this very move was refused, as its case stands. */
  of(move: Move): number {
    return this.#trial(move)?.tries ?? 0;
  }

  /** How often anything was refused, as the case stands. */
  about({ id, seq }: Move['about']): number {
    const trials = [...(this.#cases.get(id)?.values() ?? [])].filter((trial) => trial.seq === seq);
    return Math.max(0, ...trials.map(({ tries }) => tries));
  }

  /** The day from which a move is to be made: its own, or when it is to be tried again; undefined for never. */
  dayOf(move: Move): Day | undefined {
    const trial = this.#trial(move);
    if (!trial) return move.on;
    return trial.tries < MOST_TRIES ? trial.again : undefined;
  }

  #trial(move: Move): Trial | undefined {
    const trial = this.#cases.get(move.about.id)?.get(nameOf(move));
    return trial?.seq === move.about.seq ? trial : undefined;
  }
}

function nameOf({ type, who }: Move): string {
  return `${type} ${who.person}`;
}
