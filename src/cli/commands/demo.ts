import { addressesOf } from '../connection.js';
import type { Context } from '../context.js';
import type { DemoOptions } from '../demo/options.js';
import { summaryOf } from '../demo/lines.js';
import { liveProgress, plainProgress } from '../demo/progress.js';
import { runDemo } from '../demo/run.js';
import { SCRIPTS } from '../demo/scripts.js';
import { EXIT, Failure } from '../failure.js';

/** `rnd demo`: five projects from application to closure, and how it went; exit 1 where anything differs from the charts. */
export async function demo({ terminal, env }: Context, options: DemoOptions): Promise<void> {
  const addresses = await addressesOf(options, env);
  const isLive = process.stdout.isTTY && !terminal.isJson;
  const progress = isLive ? liveProgress(terminal, SCRIPTS) : plainProgress(terminal);
  const report = await runDemo({
    addresses,
    edition: options.edition,
    language: terminal.language,
    tell: progress.tell,
    over: progress.over,
  });
  await progress.done();
  terminal.answer(report, (value) => summaryOf(value, terminal));
  if (report.differences.length === 0) return;
  throw new Failure(
    EXIT.failed,
    { ko: '시연 결과가 상태도와 다릅니다.', en: 'The demonstration differs from what the charts promise.' },
    { differences: report.differences },
  );
}
