// Lines for the person who waits, on stderr.
import { spawn } from 'node:child_process';

const SAY_AGAIN_MS = 10_000;
const TAIL_LINES = 40;

/** Says one line. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs a program to its end, saying that it runs and how long it took; throws with the end of its output and `help`. */
export async function runSaying(what, [command, ...args], cwd, help) {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  say(`… ${what}`);
  const ticking = setInterval(() => say(`… ${what} ${seconds()}`), SAY_AGAIN_MS);
  const { code, output } = await run(command, args, cwd);
  clearInterval(ticking);
  if (code !== 0) {
    const tail = output.trim().split('\n').slice(-TAIL_LINES).join('\n');
    throw new Error([`✗ ${what} (${seconds()})`, tail, help].filter((line) => line !== '').join('\n'));
  }
  say(`✓ ${what} ${seconds()}`);
}

/** Runs a program and gives back its exit code and everything it printed. */
export function run(command, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
