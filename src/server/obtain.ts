import { findTemporal } from './find-temporal.js';
import { findTestServer } from './find-test-server.js';

// A program: fetches or builds the Temporal servers that this machine lacks. What can't be had is said again, and fails, where it is used.
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const results = await Promise.allSettled([findTemporal(say), findTestServer(say)]);
for (const result of results) {
  if (result.status === 'rejected') say(String(result.reason));
}
