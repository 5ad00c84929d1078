import { Option } from 'commander';
import type { Command } from 'commander';
import type { AssignOptions } from './commands/call-assign.js';
import type { RankOptions } from './commands/call-rank.js';
import type { CallListOptions, EntrantsOptions, PlanOptions } from './commands/calls.js';
import type { BulkOptions } from './commands/bulk.js';
import { act, callerCommand, group, trackOption } from './options.js';
import type { CallerOptions } from './options.js';

const CALL_ID = 'such as call/2026/structured/selection';

/** The commands of calls, and many actions at once. Their work is loaded when they are called. */
export function callCommands(env: NodeJS.ProcessEnv): Command[] {
  const calls = [
    ...[planCommand(env), listCommand(env), entrantsCommand(env), preCheckCommand(env)],
    ...[assignCommand(env), rankCommand(env), placesCommand(env)],
  ];
  return [group('call', 'calls / 공고', ...calls), bulkCommand(env)];
}

function planCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('plan', "plan a call; the edition's numbers where nothing is said / 공고 계획")
    .addOption(trackOption().makeOptionMandatory())
    .addOption(
      new Option('--competition <name>', 'what is competed for / 경쟁 절차')
        .choices(['selection', 'roadmap'])
        .default('selection'),
    )
    .option('--edition <id>', 'edition / 사업 연도 판')
    .option('--opens <instant>', 'with an offset, such as 2026-04-06T09:00:00+09:00 / 접수 시작')
    .option('--closes <instant>', 'the same / 접수 마감')
    .option('--capacity <n>', 'how many are selected / 선정 규모')
    .option('--budget <won>', "won of the first year, or 'none' / 1차 연도 예산(원)")
    .option('--key <key>', 'idempotency key of an earlier try / 이전 요청의 키')
    .action(
      act(env, async (context, options: PlanOptions) =>
        (await import('./commands/calls.js')).callPlan(context, options),
      ),
    );
}

function listCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('list', 'which calls there are / 공고 목록')
    .option('--edition <id>', 'edition / 사업 연도 판')
    .action(
      act(env, async (context, options: CallListOptions) =>
        (await import('./commands/calls.js')).callList(context, options),
      ),
    );
}

function entrantsCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('applications', 'how its applications stand / 공고의 신청 과제')
    .argument('<id>', CALL_ID)
    .option('--state <state>', 'a state with everything inside it / 상태')
    .option('--cursor <cursor>', 'go on from here / 다음 쪽')
    .action(
      act(env, async (context, options: EntrantsOptions, id: string) =>
        (await import('./commands/calls.js')).callEntrants(context, options, id),
      ),
    );
}

function preCheckCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('pre-check', 'what the pre-check finds wrong / 사전검토 결과')
    .argument('<id>', CALL_ID)
    .option('--cursor <cursor>', 'go on from here / 다음 쪽')
    .action(
      act(env, async (context, options: EntrantsOptions, id: string) =>
        (await import('./commands/calls.js')).callPreCheck(context, options, id),
      ),
    );
}

function assignCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('assign', 'assign panels to all that have none / 평가단 배정')
    .argument('<id>', CALL_ID)
    .option('--panel-size <n>', 'members of each panel / 평가단 인원')
    .option('--dry-run', 'only show it / 배정하지 않고 보기만 함')
    .option('--key <key>', 'idempotency key of an earlier try / 이전 요청의 키')
    .action(
      act(env, async (context, options: AssignOptions, id: string) =>
        (await import('./commands/call-assign.js')).callAssign(context, options, id),
      ),
    );
}

function rankCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('rank', 'make the ranked list / 순위명부 작성')
    .argument('<id>', CALL_ID)
    .option('--data <json>', '{"exceptions": […], "basedOn"?: …} as JSON, or @file / 예외 의결')
    .option('--dry-run', 'only show it / 저장하지 않고 보기만 함')
    .action(
      act(env, async (context, options: RankOptions, id: string) =>
        (await import('./commands/call-rank.js')).callRank(context, options, id),
      ),
    );
}

function placesCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('places', 'how its places stand now / 선정·예비 현황')
    .argument('<id>', CALL_ID)
    .action(
      act(env, async (context, options: CallerOptions, id: string) =>
        (await import('./commands/call-rank.js')).callPlaces(context, options, id),
      ),
    );
}

function bulkCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('bulk', 'many actions at once from a file / 일괄 처리')
    .argument('<file>', 'JSON: {"items": [{"case": …, "type": …, "data": …}]}')
    .option('--key <key>', 'idempotency key of an earlier try / 이전 요청의 키')
    .action(
      act(env, async (context, options: BulkOptions, file: string) =>
        (await import('./commands/bulk.js')).bulk(context, options, file),
      ),
    );
}
