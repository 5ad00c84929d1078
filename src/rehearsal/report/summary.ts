import type { Report } from './report.js';

const COLUMN = 34;

/** A report as a terminal shows it: the announcement's numbers beside what came out, the checks, the cost, the files. */
export function summaryOf(
  report: Report,
  files: Readonly<Record<string, string>>,
  language: 'ko' | 'en',
): string {
  const { announcement, checks, cost, stillOpen, digest, traffic } = report;
  const said = { ko: ['공고', '결과'], en: ['announced', 'came out'] }[language];
  const minutes = `${Math.floor(cost.seconds / 60)} min ${cost.seconds % 60} s`;
  return [
    `${' '.repeat(COLUMN + 2)}${said.map((word) => padded(word, 16)).join('')}`,
    ...announcement.map(({ what, announced, cameOut, agrees }) =>
      [agrees ? '✓ ' : '✗ ', padded(what[language], COLUMN), padded(announced, 16), cameOut].join(''),
    ),
    '',
    ...checks.map(
      ({ what, holds, found }) => `${holds ? '✓' : '✗'} ${padded(what[language], COLUMN)}${found}`,
    ),
    ...stillOpen.slice(0, 20).map(({ id, state, since }) => `    ${id}  ${state}  ${since}`),
    '',
    `${minutes}, ${cost.memoryMb ?? '–'} MB, ${cost.cores} cores; ${traffic.requests} requests`,
    `outcome ${digest}`,
    ...Object.values(files),
  ].join('\n');
}

/** Text filled up to a width; a Hangul letter is two columns wide. */
function padded(text: string, width: number): string {
  const columns = [...text].reduce(
    (sum, letter) => sum + (/[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7AF]/.test(letter) ? 2 : 1),
    0,
  );
  return text + ' '.repeat(Math.max(1, width - columns));
}
