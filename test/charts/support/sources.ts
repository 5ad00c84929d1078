import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../../src/project-root.js';

/** The folder of the project. */
export const ROOT = projectRoot(dirname(fileURLToPath(import.meta.url)));

/** SHA-256 (hex) of a text. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What is no law in a chart: the words that people read, which may be mended. */
const WORDS = [
  'src/charts/words.ts',
  'src/charts/effects.ts',
  'src/charts/project/events.ts',
  'src/charts/tranche/events.ts',
  'src/charts/call/events.ts',
  'src/charts/objection/events.ts',
  'src/charts/change/events.ts',
  'src/charts/settlement/events.ts',
  'src/charts/recovery/events.ts',
  'src/charts/sanction/events.ts',
  'src/charts/clockwork/events.ts',
];

const IMPORT = /^(?:import|export) (?!type\b)[^;]*? from '(\.[^']+)\.js';/gm;

/** The files that a chart's file is made of, itself first: what it imports at run time, and what that imports. */
export function filesOf(file: string): string[] {
  const found = new Set([file]);
  for (const each of found) {
    for (const [, specifier] of textOf(each).matchAll(IMPORT)) {
      const imported = normalize(join(dirname(each), `${specifier}.ts`));
      if (!WORDS.includes(imported)) found.add(imported);
    }
  }
  return [...found];
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Words, strings and templates, comments and space, and everything else one character at a time. */
const TOKENS =
  /[\w$]+|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*|\s+|[\s\S]/g;

const IS_NOTHING = /^(\s|\/\*|\/\/)/;
const CLOSES = new Set([')', ']', '}']);

/** A source as it matters, one token a line: without comments, formatting and a state's label. */
export function essence(source: string): string {
  const tokens = [...source.matchAll(TOKENS)]
    .map(([token]) => token)
    .filter((token) => !IS_NOTHING.test(token));
  const isTrailing = (index: number): boolean => tokens[index] === ',' && CLOSES.has(tokens[index + 1] ?? '');
  const isLabel = (index: number): boolean =>
    [2, 4].some((back) => tokens[index - back] === 'known' && tokens[index - back + 1] === '(');
  return tokens.filter((_, index) => !isTrailing(index) && !isLabel(index)).join('\n');
}

/** SHA-256 of each file that a chart is made of, as it matters. */
export function sourcesOf(file: string): Record<string, string> {
  return Object.fromEntries(filesOf(file).map((each) => [each, sha256(essence(textOf(each)))]));
}
