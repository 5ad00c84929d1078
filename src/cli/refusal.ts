import type { Explained, Problem } from '../contract/http/problem.js';
import type { Failure } from './failure.js';
import { Refused } from './http.js';
import type { Terminal } from './terminal.js';

/** A failure for its reader; a refusal with what blocks, who can clear it, and what to do next. */
export function explained(failure: Failure, terminal: Terminal): string {
  if (failure instanceof Refused && failure.problem.code !== undefined)
    return explainedProblem(failure.problem as Problem, terminal);
  return `✗ ${terminal.say(failure.words)}`;
}

/** A refusal, as an answer or as a command's outcome tells it. */
export function explainedRefusal(refusal: Explained, terminal: Terminal): string {
  return explainedProblem(refusal, terminal);
}

function explainedProblem(problem: Explained & Partial<Problem>, terminal: Terminal): string {
  const { titles, title, detail, code, status } = problem;
  const head = titles ? terminal.say(titles) : title;
  const lines = [`✗ ${head} (${code}, ${status})`];
  if (detail && detail !== head) lines.push(`  ${detail}`);
  for (const { path, message } of problem.errors ?? []) lines.push(`  · ${path || '/'}: ${message}`);
  for (const block of problem.blockedBy ?? []) lines.push(...blockLines(block, terminal));
  if (problem.command) lines.push(`  ${terminal.say({ ko: '기록', en: 'recorded as' })}: ${problem.command}`);
  return lines.join('\n');
}

function blockLines(
  { code, message, evidence, clearedBy, next }: Explained['blockedBy'][number],
  terminal: Terminal,
): string[] {
  const facts = Object.entries(evidence).map(([name, value]) => `${name} = ${value}`);
  return [
    `  ${terminal.say({ ko: '막는 조건', en: 'blocked by' })} ${code}: ${terminal.say(message)}`,
    ...(facts.length > 0 ? [`    ${terminal.say({ ko: '근거', en: 'seen' })}: ${facts.join(', ')}`] : []),
    ...(clearedBy.length > 0
      ? [
          `    ${terminal.say({ ko: '해결할 수 있는 사람', en: 'who can clear it' })}: ${clearedBy.join(', ')}`,
        ]
      : []),
    `    ${terminal.say({ ko: '다음에 할 일', en: 'what to do next' })}: ${terminal.say(next)}`,
  ];
}
