import { execFile } from 'node:child_process';
import type { Block } from './pages.js';
import { root } from './pages.js';

/** What a page's blocks printed, by their number; `ended` is the shell's exit code, 0 where all did as the page says. */
export interface Read {
  readonly ended: number;
  readonly outputs: readonly string[];
}

const MARK = '@@ block';

/**
 * Runs the blocks of a page one after the other in one shell, as somebody who copies them into a terminal; what one sets the
 * next one has. Ends at the first that fails, or that doesn't although the page says that it is refused.
 */
export function read(blocks: readonly Block[], env: NodeJS.ProcessEnv): Promise<Read> {
  const script = ['set -euo pipefail', 'exec 2>&1', ...blocks.map(step)].join('\n');
  return new Promise((resolve) => {
    const options = { env, cwd: root, maxBuffer: 64e6 };
    execFile('bash', ['-c', script], options, (error, stdout) => {
      const ended = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ ended, outputs: stdout.split(new RegExp(`^${MARK}\\n`, 'm')).slice(1) });
    });
  });
}

/** What went otherwise than a page says, as lines for whoever mends it; empty where nothing did. */
export function differences(blocks: readonly Block[], { ended, outputs }: Read): string[] {
  const told = (index: number, what: string): string =>
    `${blocks[index]?.place}: ${what}\n${blocks[index]?.code}\n---\n${outputs[index]?.slice(-2_000)}`;
  const last = outputs.length - 1;
  const failed =
    ended === 0 ? [] : [told(last, blocks[last]?.isRefused ? 'was not refused' : `ended with ${ended}`)];
  const silent = outputs.flatMap((output, index) => {
    const { prints } = blocks[index] ?? {};
    return prints === undefined || prints.test(output) ? [] : [told(index, `did not print ${prints.source}`)];
  });
  return [...failed, ...silent];
}

// A refusal is exit code 1; 2 is a command line that can't be followed, and 3 nobody there.
function step({ code, isRefused }: Block): string {
  const mark = `printf '\\n${MARK}\\n'`;
  return isRefused ? `${mark}\ncode=0\n(\n${code}\n) || code=$?\n[ "$code" = 1 ]` : `${mark}\n${code}`;
}
