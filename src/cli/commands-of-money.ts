import { Option } from 'commander';
import type { Command } from 'commander';
import type { DrawsOptions, MoneyOptions } from './commands/money.js';
import type { DelegateOptions, DelegationsOptions, DeskOptions, RevokeOptions } from './commands/people.js';
import { act, callerCommand, group, trackOption } from './options.js';
import type { CallerOptions } from './options.js';

/** The commands of the books, and of people: absences, desks, roles. Their work is loaded when they are called. */
export function moneyAndPeopleCommands(env: NodeJS.ProcessEnv): Command[] {
  return [moneyCommand(env), delegationCommand(env), deskCommand(env), roleCommand(env)];
}

function narrowed(name: string, description: string): Command {
  return callerCommand(name, description)
    .option('--edition <id>', 'edition / 사업 연도 판')
    .option('--company <id>', 'company / 기업')
    .option('--project <id>', 'project / 과제')
    .addOption(new Option('--format <format>', 'as a file / 파일 형식').choices(['csv', 'xlsx']))
    .option('--out <file>', 'where to write it / 저장할 파일');
}

function moneyCommand(env: NodeJS.ProcessEnv): Command {
  const balance = narrowed('trial-balance', 'every account with its two sides / 시산표').action(
    act(env, async (context, options: MoneyOptions) =>
      (await import('./commands/money.js')).moneyTrialBalance(context, options),
    ),
  );
  const statement = narrowed('statement', 'committed, released, drawn, returned / 집행 현황')
    .addOption(
      new Option('--by <group>', 'grouped by / 기준')
        .choices(['company', 'track', 'year', 'project'])
        .default('company'),
    )
    .addOption(trackOption())
    .option('--year <year>', 'Korean calendar year / 연도')
    .option('--lines', 'line by line, as CSV / 기장 내역')
    .action(
      act(env, async (context, options: MoneyOptions) =>
        (await import('./commands/money.js')).moneyStatement(context, options),
      ),
    );
  const draws = callerCommand('draws', "bring the portal's draws into the books / 포털 인출 내역 수집")
    .option('--since <n>', "after the portal's n-th draw / 이 번호 다음부터")
    .action(
      act(env, async (context, options: DrawsOptions) =>
        (await import('./commands/money.js')).moneyDraws(context, options),
      ),
    );
  return group('money', 'the books / 자금', balance, statement, draws);
}

function delegationCommand(env: NodeJS.ProcessEnv): Command {
  const make = callerCommand('make', 'let somebody act for a person who is away / 위임 등록')
    .option('--of <person>', 'who is away; you, if left out / 부재자')
    .requiredOption('--to <person>', 'who stands in / 대리인')
    .requiredOption('--role <role>', 'in which role / 역할')
    .option('--org <id>', 'their organisation; yours, if left out / 소속 기관')
    .requiredOption('--from <day>', 'first day / 시작일')
    .requiredOption('--until <day>', 'last day / 종료일')
    .requiredOption('--ground <text>', 'why / 사유')
    .option('--key <key>', 'idempotency key of an earlier try / 이전 요청의 키')
    .action(
      act(env, async (context, options: DelegateOptions) =>
        (await import('./commands/people.js')).delegationMake(context, options),
      ),
    );
  const list = callerCommand('list', 'who stands in for whom / 위임 목록')
    .option('--person <person>', 'on either side / 관련자')
    .option('--on <day>', 'in force on this day / 효력이 있는 날')
    .action(
      act(env, async (context, options: DelegationsOptions) =>
        (await import('./commands/people.js')).delegationList(context, options),
      ),
    );
  const end = callerCommand('end', 'before its last day / 위임 해지')
    .argument('<id>')
    .action(
      act(env, async (context, options: CallerOptions, id: string) =>
        (await import('./commands/people.js')).delegationEnd(context, options, id),
      ),
    );
  return group('delegation', 'absences / 위임', make, list, end);
}

function deskCommand(env: NodeJS.ProcessEnv): Command {
  const set = callerCommand('set', 'whose desk a track is / 담당 창구 지정')
    .addOption(trackOption().makeOptionMandatory())
    .option('--edition <id>', 'edition / 사업 연도 판')
    .requiredOption('--officer <person>', 'who sits there / 담당자')
    .requiredOption('--deputy <person>', 'who stands in / 대리인')
    .requiredOption('--head <person>', 'whom what is late goes to at last / 부서장')
    .action(
      act(env, async (context, options: DeskOptions) =>
        (await import('./commands/people.js')).deskSet(context, options),
      ),
    );
  const list = callerCommand('list', 'all desks / 담당 창구 목록').action(
    act(env, async (context, options: CallerOptions) =>
      (await import('./commands/people.js')).deskList(context, options),
    ),
  );
  return group('desk', 'whose desk a track is / 담당 창구', set, list);
}

function roleCommand(env: NodeJS.ProcessEnv): Command {
  const revoke = callerCommand('revoke', "take a person's role away / 역할 권한 해지")
    .argument('<person>')
    .argument('<role>')
    .requiredOption('--ground <text>', 'why / 사유')
    .action(
      act(env, async (context, options: RevokeOptions, person: string, role: string) =>
        (await import('./commands/people.js')).roleRevoke(context, options, person, role),
      ),
    );
  const list = callerCommand('revocations', 'roles that were taken away / 해지된 역할 목록').action(
    act(env, async (context, options: CallerOptions) =>
      (await import('./commands/people.js')).roleRevocations(context, options),
    ),
  );
  return group('role', 'roles / 역할', revoke, list);
}
