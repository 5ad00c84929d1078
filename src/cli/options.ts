import { Command, Option } from 'commander';
import { TRACKS } from '../contract/names.js';
import { contextOf } from './context.js';
import type { CallerOptions, CommonOptions, Context } from './context.js';

/** A command with the options that all have: --json and --lang. */
export function command(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .exitOverride()
    .option('--json', 'print JSON / JSON으로 출력')
    .addOption(new Option('--lang <language>', 'language / 언어').choices(['ko', 'en']));
}

/** A command that talks to the service as somebody. */
export function callerCommand(name: string, description: string): Command {
  return command(name, description)
    .option('--as <who>', 'role or person of the development sign-in / 개발용 로그인의 역할 또는 사람')
    .option('--token <token>', 'token of the caller (RND_TOKEN) / 호출자 토큰')
    .option('--on-behalf-of <person>', 'whom a delegation lets you act for / 대리할 부재자')
    .option('--api <url>', 'address of the API (RND_API) / API 주소')
    .option('--issuer <url>', 'address of the sign-in (RND_ISSUER) / 로그인 주소');
}

/** A command that only has others below it. */
export function group(name: string, description: string, ...commands: readonly Command[]): Command {
  const parent = new Command(name).description(description).exitOverride();
  for (const child of commands) parent.addCommand(child);
  return parent;
}

/** `--track`: one of the program's tracks. */
export function trackOption(description = 'track / 유형'): Option {
  return new Option('--track <track>', description).choices(TRACKS);
}

/** Collects a repeatable argument. */
export function collected(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** Runs a command's work with its context; commander passes the arguments, then the options, then itself. */
export function act<Options extends CommonOptions>(
  env: NodeJS.ProcessEnv,
  work: (context: Context, options: Options, ...args: never[]) => Promise<void>,
): (...args: unknown[]) => Promise<void> {
  return (...all) => {
    const options = all.at(-2) as Options;
    return work(contextOf(options, env), options, ...(all.slice(0, -2) as never[]));
  };
}

export type { CallerOptions, CommonOptions };
