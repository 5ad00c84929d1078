// A lock between processes: a file with the holder's id, given up by holders that are gone.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.mjs';

const ASK_AGAIN_MS = 200;

/** Runs `work` while holding the lock; waits for a living holder, and says so once. */
export async function withLock(file, work) {
  let isSaid = false;
  while (!take(file)) {
    const holder = Number.parseInt(readOrEmpty(file), 10);
    if (isLauncher(holder)) {
      if (!isSaid) say(`… waiting for another ./rnd, process ${holder} / 다른 ./rnd(${holder})를 기다립니다`);
      isSaid = true;
      await sleep(ASK_AGAIN_MS);
    } else {
      // Written in two steps by its holder: an empty file gets a moment to be filled.
      await sleep(ASK_AGAIN_MS);
      if (Number.parseInt(readOrEmpty(file), 10) === holder || readOrEmpty(file) === '')
        rmSync(file, { force: true });
    }
  }
  const free = () => rmSync(file, { force: true });
  process.once('exit', free);
  try {
    return await work();
  } finally {
    process.removeListener('exit', free);
    free();
  }
}

function take(file) {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

// A number that was given to another program since doesn't hold our lock.
function isLauncher(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return commandLineOf(pid).includes('launch.mjs');
  } catch {
    return false;
  }
}

function commandLineOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  }
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
