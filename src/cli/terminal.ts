import type { Bilingual } from '../charts/kernel/types.js';

export type Language = 'ko' | 'en';

/** Where a command says what it has to say: answers on stdout, everything else on stderr, so that --json stays clean. */
export interface Terminal {
  readonly language: Language;
  readonly isJson: boolean;
  /** The words in the reader's language. */
  say(words: Bilingual): string;
  out(text: string): void;
  note(text: string): void;
  /** The command's answer: as JSON where asked for, else as the text that `render` makes of it. */
  answer<T>(value: T, render: (value: T) => string): void;
}

/** The language of --lang, else of the locale: LC_ALL before LC_MESSAGES before LANG; English where they say nothing. */
export function languageOf(option: string | undefined, env: NodeJS.ProcessEnv): Language {
  if (option === 'ko' || option === 'en') return option;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.startsWith('ko') ? 'ko' : 'en';
}

/** A terminal over the process's own streams, or over others in a test. */
export function terminalOn(
  options: { readonly language: Language; readonly isJson: boolean },
  streams: Pick<NodeJS.Process, 'stdout' | 'stderr'> = process,
): Terminal {
  const { language, isJson } = options;
  const out = (text: string): void => void streams.stdout.write(`${text}\n`);
  return {
    language,
    isJson,
    say: (words) => words[language],
    out,
    note: (text) => void streams.stderr.write(`${text}\n`),
    answer: (value, render) => out(isJson ? JSON.stringify(value, null, 2) : render(value)),
  };
}
