import { fileURLToPath } from 'node:url';
import { startChild } from './child.js';
import type { Child, ChildOptions } from './child.js';

/** A worker drains its activities first; then the rest has to be quick. */
const GRACE_MS = 20_000;

/** What one of our own programs is started with; `graceMs` is a worker's where left out. */
type OwnOptions = Pick<ChildOptions, 'env' | 'cwd' | 'log' | 'onSpawn'> & { readonly graceMs?: number };

/** Starts one of our own programs (a path below dist/src); it ends by itself should this process be killed. */
export function startOwnProgram(program: string, options: OwnOptions): Promise<Child> {
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  return startChild({
    command: process.execPath,
    args: ['--enable-source-maps', '--import', here('./with-parent.js'), here(`../${program}`)],
    stopSignal: 'SIGTERM',
    graceMs: GRACE_MS,
    ...options,
    isNode: true,
  });
}
