import { explainedRefusal, rolesIn } from '../refusal.js';
import { koreanTime, table, won } from '../text.js';
import type { Terminal } from '../terminal.js';
import type { DemoReport, Entry } from './record.js';

/** One thing that happened, as a line: when, which project, who, what, and what it led to; a refusal with its explanation. */
export function lineOf(entry: Entry, terminal: Terminal): string {
  const { say } = terminal;
  const time = koreanTime(entry.at).slice(11, 19);
  const head = `${time}  ${shortId(entry.case)}`;
  const state = `${say(entry.stateLabel)} (${entry.state})`;
  if (!entry.who || !entry.label) return `${head}  ${say({ ko: '자동', en: 'by itself' })} → ${state}`;
  const sent = entry.said ? ` ${entry.said}` : '';
  const did = `${entry.who.person} (${rolesIn([entry.who.role], terminal)}): ${say(entry.label)} [${entry.event}${sent}]`;
  if (!entry.refusal) return `${head}  ${did} → ${state}`;
  return `${head}  ${did}\n${explainedRefusal(entry.refusal, terminal).replaceAll(/^/gm, '          ')}`;
}

/** The end of the demonstration: each project's final state and money, the sums, the time, and what differed. */
export function summaryOf({ projects, sums, differences, tookMs }: DemoReport, terminal: Terminal): string {
  const { say } = terminal;
  const heads = [
    say({ ko: '과제', en: 'project' }),
    say({ ko: '최종 상태', en: 'ended as' }),
    say({ ko: '단계별 지급', en: 'tranches' }),
    say({ ko: '지급액(원)', en: 'released (KRW)' }),
  ];
  const rows = projects.map(({ id, state, stateLabel, tranches, released }) => [
    id,
    `${say(stateLabel)} (${state})`,
    tranches.map((tranche) => say(tranche.stateLabel)).join(' · ') || '—',
    won(released),
  ]);
  const money = say({
    ko: `약정 ${won(sums.committed)}원 · 지급 ${won(sums.released)}원 · 반환 ${won(sums.returned)}원`,
    en: `committed KRW ${won(sums.committed)} · released KRW ${won(sums.released)} · returned KRW ${won(sums.returned)}`,
  });
  const seconds = (tookMs / 1000).toFixed(1);
  return [
    '',
    table(heads, rows),
    '',
    money,
    say({ ko: `걸린 시간 ${seconds}초`, en: `took ${seconds} s` }),
    ...(differences.length === 0
      ? [
          say({
            ko: '✓ 모든 결과가 상태도가 약속한 대로입니다.',
            en: '✓ Everything came out as the charts promise.',
          }),
        ]
      : [
          say({ ko: '✗ 상태도의 약속과 다른 점:', en: '✗ This differs from what the charts promise:' }),
          ...differences.map((one) => `  · ${one}`),
        ]),
  ].join('\n');
}

// Without what all cases have in common.
function shortId(id: string): string {
  return id.replace(/^project\/[^/]+\//, '');
}
