import { UsageError } from '../server/settings.js';
import { bench } from './bench.js';
import { benchLastMinute } from './last-minute.js';
import { describeMachine } from './machine.js';
import type { Machine } from './machine.js';
import { BENCH_HELP, readOptions } from './options.js';
import type { BenchOptions } from './options.js';
import { lastMinuteLines, machineLine, reportOf } from './report.js';
import { startService } from './service.js';
import type { Service } from './service.js';

const INTERRUPTED = 130;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const out = (text: string): void => void process.stdout.write(`${text}\n`);

/** `./rnd bench`; gives back the exit code: 0 measured, 1 failed, 2 wrong command line, 130 interrupted. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    out(BENCH_HELP);
    return 0;
  }
  const interrupted = untilInterrupted();
  const machine = await describeMachine();
  const service = await startService(say);
  try {
    const measured = measure(options, service, machine);
    // Interrupted, nobody waits for how the measurement ends.
    measured.catch(() => undefined);
    return await Promise.race([measured, interrupted]);
  } finally {
    say('stopping what was started / 시작한 서버를 종료하는 중');
    await service.stop();
  }
}

async function measure(
  { sizes, isJson, isQuick, isLastMinuteOnly }: BenchOptions,
  service: Service,
  machine: Machine,
): Promise<number> {
  if (isLastMinuteOnly) {
    const lastMinute = await benchLastMinute(service, sizes);
    const told = [machineLine(machine), '', ...lastMinuteLines(lastMinute)].join('\n');
    out(isJson ? JSON.stringify({ isQuick, sizes, machine, lastMinute }, null, 2) : told);
    return 0;
  }
  const results = { machine, ...(await bench(service, sizes, say)) };
  out(isJson ? JSON.stringify({ isQuick, sizes, ...results }, null, 2) : reportOf(results, sizes));
  return 0;
}

function untilInterrupted(): Promise<number> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve(INTERRUPTED));
  });
}

function failed(error: unknown): number {
  if (error instanceof UsageError) {
    say(error.message);
    return 2;
  }
  say(`✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 1;
}

// Everything that was started has ended by now, so nothing is lost by not waiting for idle handles.
process.exit(await main(process.argv.slice(2)).catch(failed));
