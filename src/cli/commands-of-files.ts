import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import { act, callerCommand, collected, group, trackOption } from './options.js';
import type { CallerOptions } from './options.js';
import type { DraftOptions, SubmitOptions } from './commands/draft.js';
import type { ExportOptions } from './commands/export.js';
import type { ImportOptions } from './commands/import.js';
import type { ReconcileOptions } from './commands/reconcile.js';

const KINDS = ['applications', 'proposals', 'companies', 'partners', 'standing'];
const REGISTERS = ['companies', 'partners', 'proposals'];

/** The commands for files and drafts. Their work is loaded when they are called. */
export function fileCommands(env: NodeJS.ProcessEnv): Command[] {
  return [importCommand(env), exportCommand(env), reconcileCommand(env), draftCommand(env)];
}

function column(to: Command): Command {
  return to.option(
    '--column <field:header>',
    "the file's own name of a column; may be repeated / 열 지정",
    collected,
  );
}

function importCommand(env: NodeJS.ProcessEnv): Command {
  const into = callerCommand('import', 'import a CSV or XLSX file / 파일 가져오기')
    .addArgument(new Argument('<kind>', 'what is in it / 종류').choices(KINDS))
    .argument('<file>', 'CSV (UTF-8, EUC-KR) or XLSX')
    .option('--dry-run', 'say what would happen, and write nothing / 시험 실행')
    .addOption(
      new Option('--mode <mode>', 'all rows or none, or the good ones / 전체 또는 오류 없는 행만')
        .choices(['all', 'valid'])
        .default('all'),
    )
    .option('--rows <rows>', 'only these rows, such as 2,5-9 / 일부 행만')
    .addOption(trackOption('track of all applications / 유형'))
    .option('--edition <id>', 'edition / 사업 연도 판');
  return column(into).action(
    act(env, async (context, options: ImportOptions, kind: string, file: string) =>
      (await import('./commands/import.js')).importFile(context, options, kind, file),
    ),
  );
}

function exportCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('export', 'a register as a file / 등록부 내보내기')
    .addArgument(new Argument('<register>', 'which one / 등록부').choices(REGISTERS))
    .addOption(new Option('--format <format>').choices(['csv', 'xlsx']).default('csv'))
    .option('--out <file>', 'where to write it / 저장할 파일')
    .option('--edition <id>', 'edition / 사업 연도 판')
    .action(
      act(env, async (context, options: ExportOptions, register: string) =>
        (await import('./commands/export.js')).exportRegister(context, options, register),
      ),
    );
}

function reconcileCommand(env: NodeJS.ProcessEnv): Command {
  const against = callerCommand('reconcile', "compare with IRIS's applications / IRIS 접수 목록과 대사")
    .argument('<file>', 'CSV (UTF-8, EUC-KR) or XLSX')
    .addOption(trackOption().makeOptionMandatory())
    .option('--edition <id>', 'edition / 사업 연도 판');
  return column(against).action(
    act(env, async (context, options: ReconcileOptions, file: string) =>
      (await import('./commands/reconcile.js')).reconcile(context, options, file),
    ),
  );
}

function draftCommand(env: NodeJS.ProcessEnv): Command {
  const drafts = [draftKeeping(env), draftChanging(env), ...draftOthers(env)];
  return group('draft', 'drafts of applications / 신청 초안', ...drafts);
}

function content(name: string, description: string): Command {
  return callerCommand(name, description)
    .addOption(trackOption().makeOptionMandatory())
    .option('--file <json>', 'as much of the application as there is / 신청 내용');
}

function draftKeeping(env: NodeJS.ProcessEnv): Command {
  return content('keep', 'keep a new draft / 초안 저장')
    .option('--edition <id>', 'edition / 사업 연도 판')
    .action(
      act(env, async (context, options: DraftOptions) =>
        (await import('./commands/draft.js')).draftKeep(context, options),
      ),
    );
}

function draftChanging(env: NodeJS.ProcessEnv): Command {
  return content('change', 'replace what a draft says / 초안 수정')
    .argument('<id>')
    .option('--version <n>', 'the version that it was read at / 열람한 판')
    .action(
      act(env, async (context, options: DraftOptions, id: string) =>
        (await import('./commands/draft.js')).draftChange(context, options, id),
      ),
    );
}

function draftOthers(env: NodeJS.ProcessEnv): Command[] {
  const list = callerCommand('list', "the company's drafts / 초안 목록").action(
    act(env, async (context, options: CallerOptions) =>
      (await import('./commands/draft.js')).draftList(context, options),
    ),
  );
  const show = callerCommand('show', 'a draft and what it lacks / 초안 조회')
    .argument('<id>')
    .action(
      act(env, async (context, options: CallerOptions, id: string) =>
        (await import('./commands/draft.js')).draftShow(context, options, id),
      ),
    );
  const drop = callerCommand('drop', 'throw a draft away / 초안 취소')
    .argument('<id>')
    .action(
      act(env, async (context, options: CallerOptions, id: string) =>
        (await import('./commands/draft.js')).draftDrop(context, options, id),
      ),
    );
  const submit = callerCommand('submit', 'send a draft as an application / 초안 제출')
    .argument('<id>')
    .option('--key <key>', 'idempotency key of an earlier try / 이전 요청의 키')
    .action(
      act(env, async (context, options: SubmitOptions, id: string) =>
        (await import('./commands/draft.js')).draftSubmit(context, options, id),
      ),
    );
  return [list, show, drop, submit];
}
