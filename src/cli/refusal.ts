import type { Role } from '../charts/kernel/types.js';
import type { Explained, Problem } from '../contract/http/problem.js';
import { factWords, roleWords } from '../contract/words.js';
import type { Failure } from './failure.js';
import { Refused } from './http.js';
import { koreanTime } from './text.js';
import type { Terminal } from './terminal.js';

type Block = Explained['blockedBy'][number];

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** A failure for its reader; a refusal with what blocks, who can clear it, and what to do next. */
export function explained(failure: Failure, terminal: Terminal): string {
  if (failure instanceof Refused && failure.problem.code !== undefined)
    return explainedRefusal(failure.problem as Problem, terminal);
  return `✗ ${terminal.say(failure.words)}`;
}

/** A refusal, as an answer or as a command's outcome tells it; what a single reason would only repeat is said once. */
export function explainedRefusal(problem: Explained & Partial<Problem>, terminal: Terminal): string {
  const { titles, title, detail, code, status, blockedBy, errors = [], command } = problem;
  const head = titles ? terminal.say(titles) : title;
  const [only, ...more] = blockedBy;
  const isItself = only?.code === code && more.length === 0;
  return [
    `✗ ${head} (${code}, ${status})`,
    ...(detail && detail !== head ? [`  ${detail}`] : []),
    ...errors.map(({ path, message }) => `  · ${path || '/'}: ${message}`),
    ...(isItself
      ? seenLines(only, terminal, '  ')
      : blockedBy.flatMap((block) => blockLines(block, terminal))),
    ...(command ? [`  ${terminal.say({ ko: '기록', en: 'recorded as' })}: ${command}`] : []),
  ].join('\n');
}

/** People's roles in the reader's words. */
export function rolesIn(roles: readonly string[], { say }: Terminal): string {
  return roles.map((role) => (role in roleWords ? say(roleWords[role as Role]) : role)).join(', ');
}

function blockLines(block: Block, terminal: Terminal): string[] {
  const { say } = terminal;
  return [
    `  ${say({ ko: '막는 조건', en: 'blocked by' })} ${block.code}: ${say(block.message)}`,
    ...seenLines(block, terminal, '    '),
    `    ${say({ ko: '다음에 할 일', en: 'what to do next' })}: ${say(block.next)}`,
  ];
}

function seenLines({ evidence, clearedBy }: Block, terminal: Terminal, indent: string): string[] {
  const { say } = terminal;
  const facts = Object.entries(evidence).map(
    ([name, value]) =>
      `${say(factWords[name] ?? { ko: name, en: name })} = ${valueIn(name, value, terminal)}`,
  );
  const clearers = rolesIn(clearedBy, terminal);
  return [
    ...(facts.length > 0 ? [`${indent}${say({ ko: '근거', en: 'seen' })}: ${facts.join(', ')}`] : []),
    ...(clearers
      ? [`${indent}${say({ ko: '해결할 수 있는 사람', en: 'who can clear it' })}: ${clearers}`]
      : []),
  ];
}

function valueIn(name: string, value: string, terminal: Terminal): string {
  if (name === 'role') return rolesIn([value], terminal);
  return INSTANT.test(value) ? koreanTime(value) : value;
}
