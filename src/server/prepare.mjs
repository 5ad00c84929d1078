// Installs and builds what is missing or out of date, once however many ./rnd run at the same time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runSaying } from './say.mjs';
import { withLock } from './lock.mjs';

const SOURCES = [
  'src',
  'workflows',
  'activities',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];
const BUILT = ['src', 'workflows', 'activities'];

/** Where the stamps are: what was installed, and what was built. */
export const stampFiles = (root) => ({
  installed: join(root, 'node_modules/.rnd-stamp'),
  built: join(root, 'dist/.rnd-stamp'),
});

/** The SHA-256 over the names and contents of everything that these paths hold. */
export function hashOf(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(join(root, path))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** What has to be done before a command can run: any of `install`, `build`. */
export function needs(root, { isBuilt }) {
  const stamps = stampFiles(root);
  const isInstalled = readOrEmpty(stamps.installed) === hashOf(root, ['package-lock.json']);
  const isCurrent = !isBuilt || readOrEmpty(stamps.built) === hashOf(root, SOURCES);
  return [...(isInstalled ? [] : ['install']), ...(isCurrent ? [] : ['build'])];
}

/** Makes the checkout ready to run; says nothing when there is nothing to do. Throws when npm or the compiler fails. */
export async function prepare(root, wanted) {
  if (needs(root, wanted).length === 0) return;
  mkdirSync(join(root, '.rnd'), { recursive: true });
  await withLock(join(root, '.rnd/launch.lock'), async () => {
    // Asked again: another ./rnd may have done it while we waited.
    if (needs(root, wanted).includes('install')) await install(root);
    if (needs(root, wanted).includes('build')) await build(root);
  });
}

async function install(root) {
  const stamp = stampFiles(root).installed;
  if (!isAlreadyInstalled(root)) {
    const command = ['npm', 'ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit'];
    await runSaying('installing packages / 패키지 설치', command, root, HELP_WITH_NPM);
  }
  writeFileSync(stamp, hashOf(root, ['package-lock.json']));
}

/** Whether npm has put exactly these versions here before; then it isn't made to do it again. */
export function isAlreadyInstalled(root) {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  // One that is no longer wanted counts, too: a copy of its own beside a package would be found before the shared one.
  const isOver = Object.keys(there).some((path) => !Object.hasOwn(wanted, path));
  const isThere = Object.entries(wanted).every(
    ([path, { version, optional, peer }]) =>
      path === '' || there[path]?.version === version || (there[path] === undefined && (optional || peer)),
  );
  return isThere && !isOver;
}

async function build(root) {
  const stamp = stampFiles(root).built;
  const hash = hashOf(root, SOURCES);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  await runSaying('building / 빌드', [process.execPath, tsc, '-p', 'tsconfig.build.json'], root, '');
  dropStale(root);
  const bundle = join(root, 'dist/src/worker/bundle.js');
  await runSaying('bundling the workflows / 워크플로 묶기', [process.execPath, bundle], root, '');
  writeFileSync(stamp, hash);
}

// The compiler leaves what it once wrote; a file whose source is gone must not be found by anybody.
function dropStale(root) {
  for (const folder of BUILT) {
    for (const file of filesBelow(join(root, 'dist', folder))) {
      const source = join(root, relative(join(root, 'dist'), file)).replace(/\.map$/, '');
      const isKept = existsSync(source) || existsSync(source.replace(/\.js$/, '.ts'));
      if (!isKept) rmSync(file);
    }
  }
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function readOrEmpty(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

const HELP_WITH_NPM = `npm could not install the packages. Is the npm registry reachable from here (npm ping), and is there room on the disk?
npm이 패키지를 설치하지 못했습니다. npm 저장소에 연결되는지(npm ping), 디스크 여유가 있는지 확인하십시오.`;
