import { firstLine } from './doctor-machine.js';
import type { Finding } from './finding.js';

/** The registries that packages come from, as npm and Go are set up here; needed only while something has to be fetched. */
export async function checkNetwork(isGoNeeded: boolean): Promise<Finding[]> {
  const [npm, go] = await Promise.all([
    firstLine('npm', 'config', 'get', 'registry', '--loglevel=error'),
    firstLine('go', 'env', 'GOPROXY'),
  ]);
  const goProxy = go?.split(/[,|]/)[0];
  return Promise.all([
    reach('npm registry', 'npm', npm, 'nothing'),
    reach('Go module proxy', 'Go', goProxy, isGoNeeded ? 'service' : 'nothing'),
  ]);
}

async function reach(
  name: string,
  /** The program that knows its address. */
  program: string,
  url: string | undefined,
  neededFor: Finding['neededFor'],
): Promise<Finding> {
  const isUrl = url !== undefined && url.startsWith('http');
  const isFound = isUrl && (await answers(url));
  const missing = isUrl
    ? `${url} doesn't answer`
    : `${program} names none: it is missing, or set up without one`;
  return {
    name,
    isFound,
    neededFor,
    detail: isFound ? `${url} answers` : missing,
    help: {
      ko: '새 패키지를 받을 때만 필요합니다. 네트워크와 프록시 설정을 확인하십시오.',
      en: 'Needed only to fetch something new. Check the network and the proxy settings.',
    },
  };
}

// Any answer will do: it is the way there that is asked about.
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5_000) });
    return true;
  } catch {
    return false;
  }
}
