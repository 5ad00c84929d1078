import type { ClockName } from '../../program/types.js';
import { nextMark } from '../../rules/tending.js';
import type { Mark } from '../../rules/tending.js';
import type { Clocked, TendedClock } from './running.js';

/** Which clocks a chart runs, and when what they ask for is still to be done. */
export interface Duties {
  /**
   * In which states (dotted paths, with all that is within them) a clock's duty or right is open: only there it is
   * reminded of, overdue, extended, suspended, corrected or recounted.
   */
  readonly pending: Readonly<Partial<Record<ClockName, readonly string[]>>>;
  /** States in which nothing is said of a clock to anybody. */
  readonly silent?: Readonly<Partial<Record<ClockName, readonly string[]>>>;
  /** Clocks whose act is still taken late: they can be extended though they are over. */
  readonly late?: readonly ClockName[];
  /** A clock that starts when another runs out, and moves with it. */
  readonly follows?: Readonly<Partial<Record<ClockName, ClockName>>>;
}

/** A clock of a case by its name. */
export interface NamedClock {
  readonly clock: ClockName;
  readonly running: TendedClock;
}

function isAmong(states: readonly string[] | undefined, path: string): boolean {
  return (states ?? []).some((state) => path === state || path.startsWith(`${state}.`));
}

/** Whether a clock's duty is open in the state of this path. */
export function isOpenIn({ pending }: Duties, clock: ClockName, path: string): boolean {
  return isAmong(pending[clock], path);
}

/** The names of the clocks whose duty is open in the state of this path. */
export function openIn(duties: Duties, path: string): ClockName[] {
  const names = Object.keys(duties.pending) as ClockName[];
  return names.filter((clock) => isOpenIn(duties, clock, path));
}

/** The clocks that run in a state and whose duty is open there. */
export function pendingClocks(
  duties: Duties,
  { clocks }: Pick<Clocked, 'clocks'>,
  path: string,
): NamedClock[] {
  return openIn(duties, path).flatMap((clock) => {
    const running = clocks[clock];
    return running ? [{ clock, running }] : [];
  });
}

/** Something that is due to be said of a clock. */
export interface Due extends NamedClock {
  readonly mark: Mark;
}

/** The next thing that is due to be said of any pending clock, the earliest first; null where nothing is. */
export function nextDue(duties: Duties, context: Clocked, path: string): Due | null {
  const all = pendingClocks(duties, context, path)
    .filter(({ clock }) => !isAmong(duties.silent?.[clock], path))
    .flatMap(({ clock, running }): Due[] => {
      const mark = nextMark(context.terms, clock, running);
      return mark ? [{ clock, running, mark }] : [];
    });
  return all.sort((a, b) => a.mark.at.localeCompare(b.mark.at))[0] ?? null;
}
