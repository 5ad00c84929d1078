import { join } from 'node:path';
import { quietly } from '../../rehearsal/engine/quietly.js';
import { rehearse, writeReport } from '../../rehearsal/rehearse.js';
import { summaryOf } from '../../rehearsal/report/summary.js';
import { editionIds } from '../../program/load.js';
import type { CommonOptions, Context } from '../context.js';
import { EXIT, Failure, usage } from '../failure.js';

/** Options of `rnd rehearse`, as they are typed. */
export interface RehearseOptions extends CommonOptions {
  readonly seed: string;
  readonly scale: string;
  readonly edition: string;
  readonly out?: string;
}

const MOST_SCALE = 10;

/**
 * `rnd rehearse`: the whole program of an edition on servers of its own under skipped time, with a report. Exit 1 where
 * something doesn't hold at the end. It touches nothing of a running service.
 */
export async function rehearsal({ terminal }: Context, options: RehearseOptions): Promise<void> {
  const wished = wishedBy(options);
  const out =
    options.out ?? join('.rnd', 'rehearsals', `${wished.edition}-seed-${wished.seed}-x${wished.scale}`);
  // Its servers end with the process, and its folder goes with them.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => process.exit(EXIT_INTERRUPTED));
  const report = await quietly(() => rehearse(wished, (line) => terminal.note(line)));
  const files = await writeReport(report, out);
  const { outcomes: _outcomes, ...shown } = report;
  terminal.answer({ ...shown, files }, () => summaryOf(report, files, terminal.language));
  const failed = report.checks.filter(({ holds }) => !holds);
  if (failed.length === 0) return;
  throw new Failure(
    EXIT.failed,
    {
      ko: '예행연습에서 지켜지지 않은 점검 항목이 있습니다.',
      en: 'The rehearsal found something that does not hold.',
    },
    { failed },
  );
}

const EXIT_INTERRUPTED = 130;

function wishedBy({ seed, scale, edition }: RehearseOptions) {
  if (!/^\d{1,9}$/.test(seed))
    throw usage({ ko: '--seed 는 0 이상의 정수입니다.', en: '--seed is a whole number, 0 or more.' });
  const times = Number(scale);
  if (!(times > 0 && times <= MOST_SCALE))
    throw usage({
      ko: `--scale 은 0보다 크고 ${MOST_SCALE} 이하인 수입니다.`,
      en: `--scale is a number above 0, up to ${MOST_SCALE}.`,
    });
  if (!editionIds().includes(edition))
    throw usage({
      ko: `사업 연도 판 ${edition} 은(는) 없습니다. 있는 판: ${editionIds().join(', ')}`,
      en: `There is no edition ${edition}. There are: ${editionIds().join(', ')}`,
    });
  return { seed: Number(seed), scale: times, edition };
}
