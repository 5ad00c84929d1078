import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.js';

/** Where this checkout is. */
export const root = projectRoot(import.meta.dirname);

/** The pages with commands, in the order in which a reader comes by them. */
export const PAGES = [
  'README.md',
  'docs/quick-start.md',
  'docs/ko/quick-start.md',
  'docs/api.md',
  'docs/calls.md',
  'docs/money.md',
  'docs/clocks.md',
  'docs/rehearsal.md',
  'docs/trials.md',
  'docs/operations.md',
  'docs/audit.md',
  'docs/development.md',
  'docs/performance.md',
] as const;

/** A block of commands, as a reader copies it. */
export interface Block {
  /** Page and line, such as `docs/api.md:17`. */
  readonly place: string;
  readonly language: string;
  readonly code: string;
  /** The page says that it is refused: it has to fail. */
  readonly isRefused: boolean;
  /** What its output has to match. */
  readonly prints?: RegExp;
  /** How many rows a query has to find. */
  readonly rows?: number;
}

/** The text of a page of this project. */
export function textOf(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

/** Every page of the documentation, with those that have no commands. */
export function allPages(): string[] {
  const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  const pages = below.filter((name) => name.endsWith('.md')).map((name) => join('docs', name));
  return ['README.md', 'ARCHITECTURE.md', ...pages.sort()];
}

/** The fenced blocks of a page in these languages; what is expected of one stands behind its language. */
export function blocksOf(page: string, ...languages: readonly string[]): Block[] {
  const text = textOf(page);
  const found = text.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm);
  return [...found]
    .filter(([, language]) => languages.includes(language ?? ''))
    .map(({ 1: language = '', 2: expected = '', 3: code = '', index }) => {
      const prints = /prints="([^"]*)"/.exec(expected)?.[1];
      const rows = /rows=(\d+)/.exec(expected)?.[1];
      return {
        place: `${page}:${text.slice(0, index).split('\n').length + 1}`,
        ...{ language, code: code.trim(), isRefused: /\brefused\b/.test(expected) },
        ...(prints === undefined ? {} : { prints: new RegExp(prints) }),
        ...(rows === undefined ? {} : { rows: Number(rows) }),
      };
    });
}
