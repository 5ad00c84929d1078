import { summaryOf } from '../../trials/report/summary.js';
import { tryReleases } from '../../trials/trials.js';
import type { CommonOptions, Context } from '../context.js';
import { EXIT, Failure, usage } from '../failure.js';

/** Options of `rnd trials`, as they are typed. */
export interface TrialsOptions extends CommonOptions {
  readonly count: string;
  readonly seed: string;
}

// A year's budget has room for so many.
const MOST = 2_000;
const EXIT_INTERRUPTED = 130;

/**
 * `rnd trials`: releases of tranches while worker, PostgreSQL, Temporal and portal are killed, on servers of its own. Exit 1
 * where something doesn't hold at the end. It touches nothing of a running service.
 */
export async function trials({ terminal }: Context, options: TrialsOptions): Promise<void> {
  const wish = wishedBy(options);
  // Its servers end with the process, and its folder goes with them.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => process.exit(EXIT_INTERRUPTED));
  const began = performance.now();
  const say = (line: string): void =>
    terminal.note(`${String(Math.round((performance.now() - began) / 1_000)).padStart(4)} s  ${line}`);
  const report = await tryReleases(wish, say);
  terminal.answer(report, () => summaryOf(report, terminal.language));
  const failed = report.checks.filter(({ holds }) => !holds);
  if (failed.length === 0) return;
  throw new Failure(
    EXIT.failed,
    {
      ko: '장애 시험에서 지켜지지 않은 점검 항목이 있습니다.',
      en: 'The trials found something that does not hold.',
    },
    { failed },
  );
}

function wishedBy({ count, seed }: TrialsOptions) {
  if (!/^\d{1,9}$/.test(seed))
    throw usage({ ko: '--seed 는 0 이상의 정수입니다.', en: '--seed is a whole number, 0 or more.' });
  const trialCount = /^\d{1,4}$/.test(count) ? Number(count) : 0;
  if (trialCount < 1 || trialCount > MOST)
    throw usage({
      ko: `--count 는 1 이상 ${MOST} 이하의 정수입니다.`,
      en: `--count is a whole number from 1 to ${MOST}.`,
    });
  return { count: trialCount, seed: Number(seed) };
}
