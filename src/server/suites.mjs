// `./rnd check` and `./rnd test`: every check and every suite, with one true count at the end.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run, say } from './say.mjs';

const CHECKS = [
  { name: 'types', bin: 'typescript/bin/tsc', args: ['--noEmit', '--incremental', 'false', '-p', '.'] },
  { name: 'lint', bin: 'oxlint/bin/oxlint', args: ['--type-aware', '--deny-warnings'] },
  {
    name: 'folder rules',
    bin: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', 'src', 'workflows', 'activities'],
  },
  { name: 'format', bin: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
];

/** Types, lint, folder rules and format; gives back 1 when one of them fails. */
export async function check(root) {
  return finish(await runChecks(root));
}

/** Checks and all suites, or only the suites that `filters` name; gives back 1 when anything fails. */
export async function test(root, filters) {
  if (filters.length > 0) return finish([await runTier(root, undefined, filters)]);
  const servers = obtainServers(root);
  const counts = [await runChecks(root), [await runTier(root, 'unit', [])]].flat();
  await servers;
  counts.push(await runTier(root, 'int', []));
  return finish(counts);
}

async function runChecks(root) {
  const counts = [];
  for (const { name, bin, args } of CHECKS) {
    const began = performance.now();
    const { code, output } = await run(process.execPath, [join(root, 'node_modules', bin), ...args], root);
    say(`${code === 0 ? '✓' : '✗'} ${name} ${((performance.now() - began) / 1000).toFixed(1)} s`);
    if (code !== 0) say(output.trim());
    counts.push(
      code === 0 ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [name] },
    );
  }
  return counts;
}

// What the int suites need and the machine lacks is fetched or built while the checks and unit suites run.
function obtainServers(root) {
  return inherit(root, [join(root, 'dist/src/server/obtain.js')]);
}

async function runTier(root, tier, filters) {
  const folder = join(root, '.rnd/test');
  const report = join(folder, `${tier ?? 'chosen'}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const project = tier === undefined ? [] : ['--project', tier];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await inherit(root, [vitest, 'run', ...project, ...reporters, ...filters]);
  return { ...countsOf(report, code), failures: failuresOf(report, root) };
}

/** Each test of a suite's report that failed, and each file that could not be loaded, with the first line of why. */
export function failuresOf(report, root) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return [`${report} was not written`];
  }
  return result.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const said = ({ title, why }) => `${relative(root, name)}: ${title}: ${firstLine(why)}`;
    const failed = assertionResults.filter((each) => each.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [said({ title: 'not loaded', why: message })];
    return failed.map(({ fullName, failureMessages }) => said({ title: fullName, why: failureMessages[0] }));
  });
}

function firstLine(text = '') {
  return text.split('\n', 1)[0].slice(0, 300);
}

/**
 * The counts of a suite's report. A file that could not be loaded, a test that was skipped and a run that ended badly
 * without naming a test are failures: nothing that wasn't shown to pass counts as passed.
 */
export function countsOf(report, exitCode) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const unloaded = result.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  ).length;
  const failed = result.numFailedTests + result.numPendingTests + result.numTodoTests + unloaded;
  return { passed: result.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

// Last of all, so that the end of a long log says what to mend.
function finish(counts) {
  for (const failure of counts.flatMap(({ failures }) => failures)) process.stdout.write(`✗ ${failure}\n`);
  const sum = (key) => counts.reduce((total, each) => total + each[key], 0);
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 ? 0 : 1;
}

function inherit(root, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
