import { parseArgs } from 'node:util';
import { UsageError } from '../server/settings.js';

/** How much is measured. `calls` are those of one side in one round; every second round begins with the other side. */
export interface Sizes {
  readonly rounds: number;
  readonly callsOneByOne: number;
  readonly callsAtOnce: number;
  /** How many requests are under way at once where they aren't sent one by one. */
  readonly concurrency: number;
  /** Cached workflows of each kind, of which the first tenth is not counted. */
  readonly cached: number;
  readonly histories: number;
  readonly projectsOnAPage: number;
  readonly pageReads: number;
  /** Applications that arrive in the last minute before a close, from so many senders at once. */
  readonly applications: number;
  readonly senders: number;
}

export const FULL: Sizes = {
  ...{ rounds: 7, callsOneByOne: 30, callsAtOnce: 96, concurrency: 32 },
  ...{ cached: 500, histories: 200, projectsOnAPage: 1_000, pageReads: 40 },
  ...{ applications: 3_000, senders: 64 },
};

/** Enough to see that everything is measured, too little to believe the figures. */
export const QUICK: Sizes = {
  ...{ rounds: 1, callsOneByOne: 2, callsAtOnce: 4, concurrency: 2 },
  ...{ cached: 10, histories: 4, projectsOnAPage: 10, pageReads: 2 },
  ...{ applications: 8, senders: 4 },
};

/** What the command line asks for. */
export interface BenchOptions {
  readonly sizes: Sizes;
  readonly isQuick: boolean;
  readonly isJson: boolean;
  /** Only the load of the last minute before a close is measured. */
  readonly isLastMinuteOnly: boolean;
}

/** What `./rnd bench --help` prints. */
export const BENCH_HELP = `./rnd bench: measures the speed and prints ratios / 속도를 측정하고 비율을 출력합니다

  --quick   a few calls of everything, to see that it works       전체를 조금씩만 측정
  --last-minute   only applications that arrive at once           마감 직전 신청 부하만 측정
  --json    the figures as JSON on stdout, progress on stderr     결과를 JSON으로 출력

It starts servers of its own on free ports, in a folder of its own, and leaves nothing behind.
빈 포트와 임시 폴더에 자체 서버를 시작하며, 끝나면 아무것도 남기지 않습니다.
`;

/** Reads the command line; undefined when help is wanted. Throws UsageError. */
export function readOptions(args: readonly string[]): BenchOptions | undefined {
  const flag = { type: 'boolean' as const, default: false };
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { quick: flag, json: flag, help: flag, 'last-minute': flag },
    });
    if (values.help) return undefined;
    return {
      ...{ sizes: values.quick ? QUICK : FULL, isQuick: values.quick, isJson: values.json },
      isLastMinuteOnly: values['last-minute'],
    };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${BENCH_HELP}`);
  }
}
