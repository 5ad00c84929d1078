import { Option } from 'commander';
import type { Command } from 'commander';
import { BESIDE_PLURALS } from '../contract/names.js';
import { act, callerCommand, command, group, trackOption } from './options.js';
import type { CallerOptions } from './options.js';
import type { ActOptions } from './commands/act.js';
import type { ApplyOptions } from './commands/apply.js';
import type { ListOptions } from './commands/list.js';
import type { DemoOptions } from './demo/options.js';

const KINDS = ['projects', 'tranches', ...Object.values(BESIDE_PLURALS)];

/** The commands that talk to the running service. Their work is loaded when they are called. */
export function caseCommands(env: NodeJS.ProcessEnv): Command[] {
  return [
    demoCommand(env),
    tokenCommand(env),
    applyCommand(env),
    actCommand(env),
    showCommand(env),
    listCommand(env),
    timelineCommand(env),
    documentsCommand(env),
  ];
}

function demoCommand(env: NodeJS.ProcessEnv): Command {
  return command('demo', 'five projects from application to closure / 다섯 과제의 전 과정 시연')
    .option('--api <url>', 'address of the API (RND_API) / API 주소')
    .option('--issuer <url>', 'address of the sign-in (RND_ISSUER) / 로그인 주소')
    .option('--edition <id>', 'edition with short durations / 축소 시간판', '2026-pocket')
    .action(
      act(env, async (context, options: DemoOptions) =>
        (await import('./commands/demo.js')).demo(context, options),
      ),
    );
}

function tokenCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('token', 'a token of the development sign-in / 개발용 토큰').action(
    act(env, async (context, options: CallerOptions) =>
      (await import('./commands/token.js')).token(context, options),
    ),
  );
}

function applyCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('apply', 'hand in an application / 신청')
    .addOption(trackOption().makeOptionMandatory())
    .option(
      '--file <json>',
      'the application; what it lacks is filled with a sample / 신청서 (빠진 항목은 예시로 채움)',
    )
    .option('--title <title>', 'title of the project / 과제명')
    .option('--edition <id>', 'edition / 사업 연도 판')
    .option('--key <key>', 'idempotency key of an earlier try / 이전 요청의 키')
    .action(
      act(env, async (context, options: ApplyOptions) =>
        (await import('./commands/apply.js')).apply(context, options),
      ),
    );
}

function actCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('act', 'decide, submit, sign: send an event to a case / 과제에 행위 요청')
    .argument('<id>', 'case, such as project/2026-pocket/structured/0001')
    .argument('<event>', 'such as WITHDRAW; `show` lists them')
    .argument('[data...]', 'key=text or key:=json')
    .option('--data <json>', 'the data as JSON, or @file')
    .option('--dry-run', 'say what would happen, and do nothing / 처리하지 않고 결과만 미리 보기')
    .option('--key <key>', 'idempotency key of an earlier try / 이전 요청의 키')
    .action(
      act(env, async (context, options: ActOptions, id: string, type: string, pairs: string[]) =>
        (await import('./commands/act.js')).act(context, options, id, type, pairs),
      ),
    );
}

function showCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('show', 'state, whose move, deadlines, what you may do / 과제 상태')
    .argument('<id>', 'case, such as project/2026-pocket/structured/0001')
    .action(
      act(env, async (context, options: CallerOptions, id: string) =>
        (await import('./commands/show.js')).show(context, options, id),
      ),
    );
}

function listCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('list', 'projects that you may see, or what belongs to them / 과제 목록')
    .addOption(new Option('--kind <kind>', 'what to list / 종류').choices(KINDS).default('projects'))
    .addOption(trackOption())
    .option('--state <state>', 'a state with everything inside it / 상태')
    .option('--company <id>', 'company / 기업')
    .option('--partner <id>', 'partner / 협력기관')
    .option('--edition <id>', 'edition / 사업 연도 판')
    .option('--awaiting <role>', 'the role whose move it is / 처리할 역할')
    .option('--due-before <instant>', 'with a deadline until then / 기한')
    .addOption(new Option('--open', 'only open ones / 진행 중').conflicts('closed'))
    .option('--closed', 'only closed ones / 종결')
    .option('--limit <n>', 'how many a page / 쪽 크기')
    .option('--cursor <cursor>', 'go on from here / 다음 쪽')
    .action(
      act(env, async (context, options: ListOptions) =>
        (await import('./commands/list.js')).list(context, options),
      ),
    );
}

function timelineCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('timeline', 'everything that happened to a case / 과제 이력')
    .argument('<id>', 'case, such as project/2026-pocket/structured/0001')
    .action(
      act(env, async (context, options: CallerOptions, id: string) =>
        (await import('./commands/timeline.js')).timeline(context, options, id),
      ),
    );
}

function documentsCommand(env: NodeJS.ProcessEnv): Command {
  const put = callerCommand('put', 'store a file under its SHA-256 / 문서 저장')
    .argument('<file>')
    .action(
      act(env, async (context, options: CallerOptions, file: string) =>
        (await import('./commands/documents.js')).documentPut(context, options, file),
      ),
    );
  return group('documents', 'documents / 문서', put);
}
