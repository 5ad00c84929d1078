import { Command, CommanderError } from 'commander';
import { callCommands } from './commands-of-calls.js';
import { caseCommands } from './commands-of-cases.js';
import { clockCommands } from './commands-of-clocks.js';
import { fileCommands } from './commands-of-files.js';
import { moneyAndPeopleCommands } from './commands-of-money.js';
import { localCommands } from './commands-local.js';
import { contextOf } from './context.js';
import type { CommonOptions } from './context.js';
import { EXIT, Failure } from './failure.js';
import { explained } from './refusal.js';

/** Runs one command line and gives back its exit code; what goes wrong is said on stderr, or as JSON with --json. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const program = programOf(env);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return EXIT.ok;
  } catch (error) {
    // Commander has already said what it is that it can't follow.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (!(error instanceof Failure)) throw error;
    tell(error, args, env);
    return error.exitCode;
  }
}

function programOf(env: NodeJS.ProcessEnv): Command {
  const program = new Command('rnd')
    .description('R&D Tracks / 글로벌 협력형 연구개발사업 과제 운영')
    .exitOverride()
    .showHelpAfterError('rnd --help')
    .configureHelp({ sortSubcommands: false })
    .addHelpText('after', EXIT_CODES);
  const commands = [
    ...[...caseCommands(env), ...callCommands(env), ...fileCommands(env)],
    ...[...clockCommands(env), ...moneyAndPeopleCommands(env), ...localCommands(env)],
  ];
  for (const command of commands) program.addCommand(command);
  return program;
}

const EXIT_CODES = `
Exit codes / 종료 코드: 0 done / 정상, 1 refused or a check failed / 거부 또는 점검 실패, 2 usage / 사용법 오류, 3 unreachable / 연결 불가`;

function tell(failure: Failure, args: readonly string[], env: NodeJS.ProcessEnv): void {
  const { terminal } = contextOf(commonIn(args), env);
  if (terminal.isJson)
    terminal.note(JSON.stringify({ message: terminal.say(failure.words), ...failure.facts }));
  else terminal.note(explained(failure, terminal));
}

// A failure can come from before its command's options were parsed.
function commonIn(args: readonly string[]): CommonOptions {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const lang = args[at]?.split('=')[1] ?? args[at + 1];
  return { json: args.includes('--json'), ...(at >= 0 && lang ? { lang } : {}) };
}
