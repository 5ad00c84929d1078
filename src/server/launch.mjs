// The launcher behind ./rnd. Plain JavaScript without dependencies: it runs before anything is installed or built.
// What it says goes to stderr, so that the --json of a command stays clean.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { prepare } from './prepare.mjs';
import { check, test } from './suites.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const HELP = `R&D Tracks / 글로벌 협력형 연구개발사업 과제 운영

  ./rnd up              start everything here, and stop it with Ctrl-C     전체 시작 (Ctrl-C로 종료)
  ./rnd doctor          what this machine has and lacks                    실행 환경 점검
  ./rnd test [path…]    checks and every suite, or the suites named        검사와 전체 시험
  ./rnd check           types, lint, folder rules and format               타입·린트·폴더 규칙·서식 검사
  ./rnd bench           measure the speed                                  성능 측정
  ./rnd build           build only                                         빌드
  ./rnd up --help       ports and other options                            포트 등 선택 사항

Every other command talks to the running service / 그 밖의 명령은 실행 중인 서비스에 요청합니다:
`;

const OWN = { build: () => 0, check, test };

const OWN_CHECKS = new Set(['check', 'test']);

// Commands with a program of their own; every other command belongs to the CLI.
const PROGRAMS = { up: 'dist/src/server/main.js', bench: 'dist/src/bench/main.js' };

/** Refuses a Node.js that is older than package.json asks for. */
function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = /(\d+)\.(\d+)/.exec(engines.node).slice(1).map(Number);
  const actual = process.versions.node.split('.').map(Number);
  if (actual[0] > wanted[0] || (actual[0] === wanted[0] && actual[1] >= wanted[1])) return;
  throw new Error(
    `Node.js ${wanted.join('.')} or later is needed; this is ${process.versions.node}.\n` +
      `Node.js ${wanted.join('.')} 이상이 필요합니다. 현재 버전은 ${process.versions.node}입니다.`,
  );
}

/** Hands over to a built program as if node had been started with it. */
async function runProgram(file, args) {
  const path = join(root, file);
  process.argv = [process.argv[0], path, ...args];
  await import(pathToFileURL(path).href);
}

async function main([command, ...args]) {
  requireNode();
  if (command === undefined || command === 'help' || command === '--help' || command === '-h') {
    process.stdout.write(HELP);
    const cli = 'dist/src/cli/main.js';
    if (existsSync(join(root, cli)) && existsSync(join(root, 'node_modules')))
      await runProgram(cli, ['--help']);
    return;
  }
  await prepare(root, { isBuilt: command !== 'check' });
  const own = Object.hasOwn(OWN, command) ? OWN[command] : undefined;
  if (own !== undefined) process.exitCode = await own(root, args);
  else if (Object.hasOwn(PROGRAMS, command)) await runProgram(PROGRAMS[command], args);
  else await runProgram('dist/src/cli/main.js', [command, ...args]);
}

main(process.argv.slice(2)).catch((error) => {
  // What the launcher itself throws is written for its user; only a defect needs its stack.
  process.stderr.write(`${error.code === undefined ? error.message : error.stack}\n`);
  // A build that fails is a check that failed: who counts finds a count.
  if (OWN_CHECKS.has(process.argv[2])) process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = 1;
});
