import type { Bilingual } from '../../charts/kernel/types.js';
import { TRACKS } from '../../contract/names.js';
import type { Track } from '../../contract/names.js';
import { refusals } from '../../contract/refusals.js';
import { dayOf } from '../../rules/calendar.js';
import type { Step } from './figures.js';
import { bar, both, section, table } from './html-parts.js';
import type { Report } from './report.js';
import { STYLE } from './style.js';
import { LINE_WORDS, STEP_WORDS, TRACK_WORDS } from './words.js';

/** A report as one page that asks nothing of the network. */
export function htmlOf(report: Report): string {
  const { edition, seed, scale } = report;
  const title = `${edition.title.ko} 예행연습 / Rehearsal`;
  return [
    '<!doctype html><html lang="ko"><head><meta charset="utf-8">',
    `<meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${title}</h1>`,
    `<p>${edition.title.en} · seed ${seed} · ×${scale} · ${dayOf(report.began)} – ${dayOf(report.ended)}</p>`,
    `<p class="note">모든 기업과 사람은 가상이며 이름에 그렇게 적혀 있습니다. / Every firm and person is invented, and says so.</p>`,
    ...[announcement, checks, funnel, states, calendar, money, waiting, refused, intake, traffic, cost].map(
      (part) => part(report),
    ),
    `<footer>${edition.id} ${edition.hash.slice(0, 12)} · outcome ${report.digest}</footer>`,
    '</main></body></html>',
  ].join('\n');
}

const HEADS = TRACKS.map((track) => both(TRACK_WORDS[track]));

function perTrack(numbers: Readonly<Record<Track, number | string>>): string[] {
  return TRACKS.map((track) => grouped(numbers[track]));
}

function grouped(value: number | string): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

function inAll(numbers: Readonly<Record<Track, number>>): string {
  return grouped(TRACKS.reduce((sum, track) => sum + numbers[track], 0));
}

function announcement(report: Report): string {
  const rows = report.announcement.map(({ what, announced, cameOut, agrees }) => [
    ...[both(what), wonIn(announced), wonIn(cameOut), agrees ? '✓' : '✗'],
  ]);
  return section(
    '공고와의 비교 / Beside the announcement',
    table(['', '공고 / announced', '결과 / came out', ''], rows),
  );
}

/** Long numbers in groups of three, whatever stands before them. */
function wonIn(text: string): string {
  return text.replace(/\d{4,}/, grouped);
}

function checks(report: Report): string {
  const rows = report.checks.map(({ what, holds, found }) => [both(what), found, holds ? '✓' : '✗']);
  const left = report.stillOpen.map(({ id, state, since }) => [id, state, since]);
  const open = left.length === 0 ? '' : table(['진행 중 / still open', '', ''], left);
  return section('점검 / Checks', table(['', '', ''], rows) + open);
}

function funnel(report: Report): string {
  const most = TRACKS.reduce((sum, track) => sum + report.funnel.applied[track], 0);
  const rows = (Object.keys(STEP_WORDS) as Step[]).map((step) => {
    const numbers = report.funnel[step];
    const sum = TRACKS.reduce((all, track) => all + numbers[track], 0);
    return [both(STEP_WORDS[step]), ...perTrack(numbers), grouped(sum), bar(sum / Math.max(1, most))];
  });
  return section('단계별 현황 / Funnel', table(['', ...HEADS, '합계 / all', ''], rows));
}

function states(report: Report): string {
  const rows = Object.entries(report.states).map(([state, numbers]) => [
    state,
    ...perTrack(numbers),
    inAll(numbers),
  ]);
  return section('최종 상태 / Final states', table(['', ...HEADS, '합계 / all'], rows));
}

function calendar(report: Report): string {
  const rows = report.calendar.map(({ name, track, first, median, last, count }) => [
    ...[both(wordsOf(name)), both(TRACK_WORDS[track]), first, median, last, grouped(count)],
  ]);
  return section(
    '일정 / Calendar',
    table(['', '', '처음 / first', '중간 / median', '마지막 / last', '건 / count'], rows),
  );
}

function wordsOf(name: string): Bilingual {
  return LINE_WORDS[name] ?? { ko: name, en: name };
}

function money(report: Report): string {
  const rows = report.money.map(({ year, budget, released, returned, releasedInAll }) => {
    const back = TRACKS.reduce((sum, track) => sum + BigInt(returned[track]), 0n);
    const share = budget === null ? 0 : Number(releasedInAll) / Number(budget);
    return [
      year,
      ...perTrack(released),
      grouped(releasedInAll),
      grouped(String(back)),
      grouped(budget ?? '–'),
      bar(share),
    ];
  });
  const { largestCompany, companyCeiling } = report.ceilings;
  const note = `<p>기업당 최대 / largest company: ${grouped(largestCompany)} ≤ ${grouped(companyCeiling)}</p>`;
  const heads = ['지급 (원) / released', ...HEADS, '합계 / all', '반납 / returned', '예산 / budget', ''];
  return section('연도·유형별 지급 / Money by year and track', table(heads, rows) + note);
}

function waiting(report: Report): string {
  const rows = report.waiting.map(({ name, count, median, ninety, longest }) => [
    ...[both(wordsOf(name)), grouped(count), String(median), String(ninety), String(longest)],
  ]);
  return section(
    '소요일 / Waiting times, in days',
    table(['', '건 / count', '중앙값 / median', '90%', '최장 / longest'], rows),
  );
}

function refused(report: Report): string {
  const rows = report.refusals.map(({ type, code, count }) => {
    const words = Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals] : undefined;
    return [type, code, words ? both(words.title) : '', grouped(count)];
  });
  return section('거부 사유 / Refusals by reason', table(['', '', '', '건 / count'], rows));
}

function intake(report: Report): string {
  const rows = report.waves.map(({ track, what, applications, ms }) => [
    ...[both(TRACK_WORDS[track]), what, grouped(applications), (ms / 1_000).toFixed(1)],
    (applications / (ms / 1_000)).toFixed(0),
  ]);
  return section('접수 / Intake', table(['', '', '건 / count', '초 / seconds', '건/초 / a second'], rows));
}

function traffic(report: Report): string {
  const rows = report.traffic.kinds
    .slice(0, 30)
    .map(({ what, count, refused: no, p50, p95, longest }) => [
      ...[what, grouped(count), grouped(no), String(p50), String(p95), String(longest)],
    ]);
  const heads = ['', '요청 / requests', '거부 / refused', 'p50 ms', 'p95 ms', '최장 / longest ms'];
  return section('요청 / Requests over HTTP', table(heads, rows));
}

function cost(report: Report): string {
  const { seconds, memoryMb, cores, node, rounds, passes } = report.cost;
  const { rows, commands, cases, passedDeadlines, tended, escalated, ignored } = report.counts;
  return section(
    '소요 자원 / What it took',
    table(
      ['', ''],
      [
        ['시간 / time', `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`],
        ['최대 메모리 / most memory', memoryMb === null ? '–' : `${grouped(memoryMb)} MB`],
        ['환경 / machine', `${cores} cores, Node ${node}`],
        ['회차 / rounds', grouped(rounds)],
        ['건너뛴 시점 / instants passed to', grouped(passes)],
        ['요청 / requests', grouped(report.traffic.requests)],
        ['명령 / commands', grouped(commands)],
        ['사건 / cases', grouped(cases)],
        ['원장 행 / ledger rows', grouped(rows)],
        ['지난 기한 기록 / deadlines recorded', grouped(passedDeadlines)],
        ['기한 알림 / what was said of clocks', grouped(tended)],
        ['대리인·상급자에게 보고된 기한 / clocks escalated', grouped(escalated)],
        ['적용되지 않은 알림 / announcements not taken', grouped(ignored)],
      ],
    ),
  );
}
