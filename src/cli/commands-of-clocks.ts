import { Option } from 'commander';
import type { Command } from 'commander';
import type { ClockOptions } from './commands/clock.js';
import type { ClockDecisionOptions, ClockListOptions } from './commands/clocks.js';
import type { HolidayOptions } from './commands/holidays.js';
import { act, callerCommand, collected, command, group, trackOption } from './options.js';
import type { CallerOptions, CommonOptions } from './options.js';

const CASE = 'case, such as project/2026-pocket/structured/0001';

/** The commands of clocks, calendars and days off. Their work is loaded when they are called. */
export function clockCommands(env: NodeJS.ProcessEnv): Command[] {
  const clocks = [explainCommand(env), listCommand(env), showCommand(env), ...decisions(env)];
  return [group('clock', 'deadlines / 기한', ...clocks), calendarCommand(env), holidayCommand(env)];
}

function explainCommand(env: NodeJS.ProcessEnv): Command {
  return command('explain', 'when a clock runs out, and why / 기한 계산 설명')
    .requiredOption('--clock <name>', 'such as objection')
    .requiredOption('--from <day>', 'a Korean day or an instant, such as 2026-08-31')
    .option('--edition <id>', 'edition / 사업 연도 판', '2026')
    .option('--length <length>', "another than the clock's own, such as 14d or 6mo / 다른 기간")
    .option('--until <day>', 'the day that a notice states / 통지서에 정한 날')
    .option('--forecast', 'count provisionally into years not yet gazetted / 예상 공휴일로 잠정 계산')
    .option('--add-holiday <day>', 'a day off added later, again for more / 추가 공휴일', collected)
    .action(
      act(env, async (context, options: ClockOptions & CommonOptions) =>
        (await import('./commands/clock.js')).clockExplain(context, options),
      ),
    );
}

function listCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('list', 'what is due, the earliest first / 기한 목록')
    .option('--mine', 'what is yours to see to / 내가 챙길 기한')
    .option('--overdue', 'only what is late / 지난 기한')
    .option('--due-before <instant>', 'due until then / 이 시각까지')
    .addOption(trackOption())
    .option('--edition <id>', 'edition / 사업 연도 판')
    .option('--cursor <cursor>', 'go on from here / 다음 쪽')
    .action(
      act(env, async (context, options: ClockListOptions) =>
        (await import('./commands/clocks.js')).clockList(context, options),
      ),
    );
}

function showCommand(env: NodeJS.ProcessEnv): Command {
  return callerCommand('show', "a case's clocks with their arithmetic / 건의 기한과 계산")
    .argument('<id>', CASE)
    .action(
      act(env, async (context, options: CallerOptions, id: string) =>
        (await import('./commands/clocks.js')).clockShow(context, options, id),
      ),
    );
}

type Decision = 'extend' | 'suspend' | 'resume' | 'correct';

function decision(env: NodeJS.ProcessEnv, what: Decision, description: string): Command {
  return callerCommand(what, description)
    .argument('<id>', CASE)
    .argument('<clock>', 'such as agreement')
    .option('--dry-run', 'say what would happen, and do nothing / 결과만 미리 보기')
    .option('--key <key>', 'idempotency key of an earlier try / 이전 요청의 키')
    .action(
      act(env, async (context, options: ClockDecisionOptions, id: string, clock: string) =>
        (await import('./commands/clocks.js')).clockDecide(context, options, { what, id, clock }),
      ),
    );
}

function decisions(env: NodeJS.ProcessEnv): Command[] {
  const ground = '--ground <text>';
  const why = 'why; it stands in the record / 사유';
  return [
    decision(env, 'extend', 'give it more time / 기한 연장')
      .option('--until <day>', 'the new last day / 새 기한일')
      .option('--length <length>', 'how much longer, such as 14d or 6mo / 연장 기간')
      .requiredOption(ground, why),
    decision(env, 'suspend', 'let it stand still / 기한 정지').requiredOption(ground, why),
    decision(env, 'resume', 'let what was left go on / 기한 재개'),
    decision(env, 'correct', 'correct the day it runs from / 기산일 정정')
      .requiredOption('--from <day>', 'the day from which it really runs / 실제 기산일')
      .requiredOption(ground, why),
  ];
}

function calendarCommand(env: NodeJS.ProcessEnv): Command {
  const make = callerCommand('make', 'a secret address for calendar programs / 일정 구독 주소 발급').action(
    act(env, async (context, options: CallerOptions) =>
      (await import('./commands/clocks.js')).calendarMake(context, options),
    ),
  );
  const list = callerCommand('list', 'your calendars / 구독 주소 목록').action(
    act(env, async (context, options: CallerOptions) =>
      (await import('./commands/clocks.js')).calendarList(context, options),
    ),
  );
  const close = callerCommand('close', 'close one for ever / 구독 주소 폐기')
    .argument('<id>')
    .action(
      act(env, async (context, options: CallerOptions, id: string) =>
        (await import('./commands/clocks.js')).calendarClose(context, options, id),
      ),
    );
  return group('calendar', 'what is yours to do, in your calendar / 일정 구독', make, list, close);
}

function holidayCommand(env: NodeJS.ProcessEnv): Command {
  const propose = callerCommand('propose', 'a day off that was declared / 휴일 추가 제안')
    .argument('<date>', 'such as 2026-12-24')
    .requiredOption('--name-ko <name>', 'its name in Korean / 이름')
    .requiredOption('--name-en <name>', 'its name in English / 영문 이름')
    .addOption(
      new Option('--kind <kind>', 'kind / 종류')
        .choices(['public', 'substitute', 'one-off'])
        .default('one-off'),
    )
    .requiredOption('--ground <text>', 'by what it was declared / 근거')
    .option('--key <key>', 'idempotency key of an earlier try / 이전 요청의 키')
    .action(
      act(env, async (context, options: HolidayOptions, date: string) =>
        (await import('./commands/holidays.js')).holidayPropose(context, options, date),
      ),
    );
  const list = callerCommand('list', 'days off that were added / 추가된 휴일 목록').action(
    act(env, async (context, options: CallerOptions) =>
      (await import('./commands/holidays.js')).holidayList(context, options),
    ),
  );
  return group('holiday', 'days off that were added / 추가 휴일', propose, ...holidayDecisions(env), list);
}

function holidayDecisions(env: NodeJS.ProcessEnv): Command[] {
  const approve = callerCommand('approve', 'by another administrator / 휴일 추가 승인')
    .argument('<id>')
    .action(
      act(env, async (context, options: CallerOptions, id: string) =>
        (await import('./commands/holidays.js')).holidayApprove(context, options, id),
      ),
    );
  const refuse = callerCommand('refuse', 'by another administrator / 휴일 추가 거절')
    .argument('<id>')
    .action(
      act(env, async (context, options: CallerOptions, id: string) =>
        (await import('./commands/holidays.js')).holidayRefuse(context, options, id),
      ),
    );
  return [approve, refuse];
}
