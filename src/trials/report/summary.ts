import { POINTS, TARGETS } from '../plan/points.js';
import type { Language } from '../../cli/terminal.js';
import type { Check } from './checks.js';
import type { TrialsReport } from './report.js';

const WIDTH = 22;

/** The report as text for people, in one language. */
export function summaryOf(report: TrialsReport, language: Language): string {
  return (language === 'ko' ? korean(report) : english(report)).join('\n');
}

function english(report: TrialsReport): string[] {
  const { count, seed, seconds, released, payments, releasedWon } = report;
  return [
    `${count} trials with seed ${seed} in ${seconds.all} s (${seconds.preparing} s of it to make them ready)`,
    `killed: ${killsOf(report)}; struck at their moments: ${struckInAll(report)}`,
    `released ${released} tranches, ${releasedWon} won; payments in the portal's own file: ${payments}`,
    ...['', ...table(report), ''],
    ...report.checks.map((check) => line(check, check.says.en)),
  ];
}

function korean(report: TrialsReport): string[] {
  const { count, seed, seconds, released, payments, releasedWon } = report;
  return [
    `시험 ${count}건, 시드 ${seed}, ${seconds.all}초 소요 (준비 ${seconds.preparing}초 포함)`,
    `강제 종료: ${killsOf(report)}; 계획한 시점에 장애를 겪은 횟수: ${struckInAll(report)}`,
    `지급 ${released}건, ${releasedWon}원; 정산시스템 파일의 지급 기록: ${payments}건`,
    ...['', ...table(report), ''],
    ...report.checks.map((check) => line(check, check.says.ko)),
  ];
}

function line({ holds, found }: Check, said: string): string {
  return `${holds ? '✓' : '✗'} ${said}${holds ? '' : `\n    ${found.join('\n    ')}`}`;
}

function killsOf({ kills }: TrialsReport): string {
  return TARGETS.map((target) => `${target} ${kills[target]}`).join(', ');
}

function struckInAll({ struck }: TrialsReport): number {
  return POINTS.reduce(
    (sum, point) => sum + TARGETS.reduce((all, target) => all + struck[point][target], 0),
    0,
  );
}

function table({ struck }: TrialsReport): string[] {
  const row = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(WIDTH) + cells.map((cell) => String(cell).padStart(10)).join('');
  return [
    row('', TARGETS),
    ...POINTS.map((point) =>
      row(
        point,
        TARGETS.map((target) => struck[point][target]),
      ),
    ),
  ];
}
