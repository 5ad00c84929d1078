import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir, fetchOnce, isExecutable, onPath } from './cache.js';
import type { Log } from './child.js';
import { runVisibly } from './run-visibly.js';
import { downloadBySdk, downloadedBySdk } from './sdk-download.js';

// The last tag that `go install` takes: later ones carry a replace directive.
const CLI_MODULE = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';

/**
 * The Temporal CLI with its development server: TEMPORAL_CLI_PATH, `temporal` on PATH, the cache, the SDK's own
 * download, `go install`, in this order. `say` is told what is being fetched.
 * Throws, with what to install, where none can be had.
 */
export async function findTemporal(say: Log): Promise<string> {
  const there = await presentTemporal();
  if (there !== undefined) return there;
  say('fetching the Temporal server');
  const downloaded = await downloadBySdk('local', join(cacheDir(), 'sdk'), say);
  if (downloaded !== undefined) return downloaded;
  const go = await onPath('go');
  if (go === undefined) throw new Error(WHAT_TO_INSTALL);
  await fetchOnce(join(cacheDir(), 'temporal'), say, (unfinished) => goInstall(go, unfinished, say));
  return join(cacheDir(), 'temporal/temporal');
}

/** The Temporal CLI where it needs no fetching; undefined where it would have to be fetched. */
export async function presentTemporal(): Promise<string | undefined> {
  const named = process.env['TEMPORAL_CLI_PATH'];
  if (named !== undefined && named !== '') {
    if (await isExecutable(named)) return named;
    throw new Error(
      `TEMPORAL_CLI_PATH is ${named}, which is no executable file. Correct it or unset it.\n` +
        'TEMPORAL_CLI_PATH가 실행 파일이 아닙니다. 고치거나 지우십시오.',
    );
  }
  const onItsPath = await onPath('temporal');
  if (onItsPath !== undefined) return onItsPath;
  const cached = join(cacheDir(), 'temporal/temporal');
  return (await isExecutable(cached)) ? cached : downloadedBySdk('local', join(cacheDir(), 'sdk'));
}

const WHAT_TO_INSTALL = [
  'There is no Temporal server on this machine, and it could not be downloaded. One of these helps:',
  '  - install the Temporal CLI and have `temporal` on PATH, or name it in TEMPORAL_CLI_PATH',
  '  - install Go 1.24 or later; the next start builds it (about four minutes, once)',
  '  - set TEMPORAL_ADDRESS to a Temporal server that runs already',
  'Temporal 서버가 없고 내려받지도 못했습니다. 다음 중 하나를 하십시오:',
  '  - Temporal CLI를 설치해 PATH에 두거나 TEMPORAL_CLI_PATH로 지정',
  '  - Go 1.24 이상 설치 (다음 시작 때 한 번만, 약 4분 동안 빌드)',
  '  - 실행 중인 Temporal 서버의 주소를 TEMPORAL_ADDRESS로 지정',
].join('\n');

// Go installs to a folder of its own first: an interrupted build leaves nothing that looks like a server.
async function goInstall(go: string, unfinished: string, say: Log): Promise<void> {
  say('building the Temporal server with Go; this takes about four minutes, once');
  const home = process.env['HOME'] ? {} : { GOPATH: `${unfinished}.go`, GOCACHE: `${unfinished}.go/cache` };
  const env = { ...process.env, ...home, GOBIN: join(unfinished, 'bin') };
  await runVisibly(go, ['install', CLI_MODULE], { env, say, what: 'building the Temporal server' });
  await rename(join(unfinished, 'bin/temporal'), join(unfinished, 'temporal'));
}
