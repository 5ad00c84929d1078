import { isExecutable, onPath } from './cache.js';

const USUAL_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The Chromium on this machine (CHROMIUM_PATH, then the usual names on PATH); throws, with what to install. */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (await isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which is no executable file. Correct it or unset it.`);
  }
  const found = await onPath(...USUAL_NAMES);
  if (found !== undefined) return found;
  throw new Error(
    'There is no Chromium on PATH. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}
