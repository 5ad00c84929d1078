import { Command, Option } from 'commander';
import { act, command, group } from './options.js';
import type { CommonOptions } from './options.js';
import type { ChartShowOptions } from './commands/chart.js';
import type { RehearseOptions } from './commands/rehearse.js';
import type { TrialsOptions } from './commands/trials.js';

/** The commands that need no running service. Their work is loaded when they are called: others start without it. */
export function localCommands(env: NodeJS.ProcessEnv): Command[] {
  return [
    ...[chartCommand(env), editionCommand(env), doctorCommand(env)],
    ...[rehearseCommand(env), trialsCommand(env), upCommand()],
  ];
}

function chartCommand(env: NodeJS.ProcessEnv): Command {
  const list = command('list', 'the statecharts / 상태도 목록').action(
    act(env, async (context) => (await import('./commands/chart.js')).chartList(context)),
  );
  const show = command('show', 'a statechart as a picture / 상태도 보기')
    .argument('[chart]', 'such as structuredProject.v1')
    .addOption(
      new Option('--format <format>').choices(['json', 'mermaid', 'svg', 'table']).default('mermaid'),
    )
    .option('--out <path>', 'a file, or with --all a folder / 출력 파일 또는 폴더')
    .option('--at <state>', 'mark this state as the current one / 현재 상태 표시')
    .option('--all', 'every chart in every format into --out / 전체 상태도 저장')
    .action(
      act(env, async (context, options: ChartShowOptions, chart?: string) =>
        (await import('./commands/chart.js')).chartShow(context, chart, options),
      ),
    );
  return group('chart', 'the statecharts / 상태도', list, show);
}

function editionCommand(env: NodeJS.ProcessEnv): Command {
  const check = command('check', 'check an edition, each error with its field / 사업 연도 판 점검')
    .argument('[file]', 'a JSON file; without it, the editions on board / JSON 파일')
    .action(
      act(env, async (context, _options: CommonOptions, file?: string) =>
        (await import('./commands/edition.js')).editionCheck(context, file),
      ),
    );
  return group('edition', "the program's numbers / 사업 연도 판", check);
}

function doctorCommand(env: NodeJS.ProcessEnv): Command {
  return command('doctor', 'what this machine has and lacks / 실행 환경 점검').action(
    act(env, async (context) => (await import('./commands/doctor.js')).doctor(context)),
  );
}

function rehearseCommand(env: NodeJS.ProcessEnv): Command {
  return command('rehearse', 'the whole program under skipped time / 사업 전 과정 예행연습')
    .option('--seed <number>', 'the same seed, the same outcome / 같은 값이면 같은 결과', '1')
    .option('--scale <times>', 'size of the cohort, 1 as announced / 규모, 1이 공고 규모', '1')
    .option('--edition <id>', 'edition / 사업 연도 판', '2026')
    .option('--out <folder>', 'where the report goes / 보고서 폴더')
    .action(
      act(env, async (context, options: RehearseOptions) =>
        (await import('./commands/rehearse.js')).rehearsal(context, options),
      ),
    );
}

function trialsCommand(env: NodeJS.ProcessEnv): Command {
  return command('trials', 'releases while everything is killed under them / 지급 장애 시험')
    .option('--count <number>', 'how many trials / 시험 건수', '1000')
    .option('--seed <number>', 'the same seed, the same trials / 같은 값이면 같은 시험', '1')
    .action(
      act(env, async (context, options: TrialsOptions) =>
        (await import('./commands/trials.js')).trials(context, options),
      ),
    );
}

// Its options are its own: `up --help` says them.
function upCommand(): Command {
  return new Command('up')
    .description('start everything here / 전체 시작')
    .helpOption(false)
    .allowUnknownOption()
    .argument('[options...]')
    .action(async (args: string[]) => process.exit(await (await import('../server/up.js')).up(args)));
}
