import { Listr } from 'listr2';
import type { Terminal } from '../terminal.js';
import { lineOf } from './lines.js';
import type { Entry } from './record.js';
import type { Script } from './script.js';

/** Shows a demonstration while it goes on. */
export interface Progress {
  tell(entry: Entry): void;
  over(script: Script, difference: string | null): void;
  /** Waits until everything shown is on the screen. */
  done(): Promise<void>;
}

/** Plain lines as things happen: on stdout, or on stderr where stdout is for JSON. */
export function plainProgress(terminal: Terminal): Progress {
  const line = (text: string): void => (terminal.isJson ? terminal.note(text) : terminal.out(text));
  return {
    tell: (entry) => line(lineOf(entry, terminal)),
    over: ({ name }, difference) => line(difference === null ? `✓ ${name}` : `✗ ${name}: ${difference}`),
    done: async () => undefined,
  };
}

/** A terminal that redraws itself: a line for each project with what happened last; the whole record follows at the end. */
export function liveProgress(terminal: Terminal, scripts: readonly Script[]): Progress {
  const shows = new Map(scripts.map(({ name }) => [name, theatre()]));
  const lines: string[] = [];
  const list = new Listr(
    scripts.map(({ name }) => ({
      title: name,
      task: (_: unknown, task: { output: string }) =>
        shows.get(name)?.watched((line) => {
          task.output = line;
        }),
      rendererOptions: { outputBar: 1 },
    })),
    { concurrent: true, exitOnError: false },
  );
  const shown = list.run().catch(() => undefined);
  return {
    tell: (entry) => {
      const line = lineOf(entry, terminal);
      lines.push(line);
      shows.get(entry.script)?.say(line.split('\n')[0] ?? '');
    },
    over: ({ name }, difference) => shows.get(name)?.end(difference),
    done: async () => {
      await shown;
      for (const line of lines) terminal.out(line);
    },
  };
}

function theatre() {
  let end: (difference: string | null) => void = () => undefined;
  let say: (line: string) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (difference) => (difference === null ? resolve() : reject(new Error(difference)));
  });
  ended.catch(() => undefined);
  return {
    say: (line: string) => say(line),
    end: (difference: string | null) => end(difference),
    watched: (listener: (line: string) => void) => {
      say = listener;
      return ended;
    },
  };
}
