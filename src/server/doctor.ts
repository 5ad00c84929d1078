import type { Finding } from './finding.js';
import { checkNetwork } from './doctor-network.js';
import { checkDisk, checkNode, checkNpm, checkPorts } from './doctor-machine.js';
import {
  checkChromium,
  checkCurl,
  checkGo,
  checkJava,
  checkPostgres,
  checkTemporal,
  checkTestServer,
} from './doctor-programs.js';

export type { Finding } from './finding.js';
export { describeFinding } from './finding.js';

/**
 * Looks at everything the service and its tests need on this machine: what is there, what is missing, and what to do.
 * Starts nothing and changes nothing.
 */
export async function doctor(env: NodeJS.ProcessEnv = process.env): Promise<Finding[]> {
  const [temporal, testServer] = await Promise.all([checkTemporal(env), checkTestServer()]);
  const findings = await Promise.all([
    checkNode(),
    checkNpm(),
    checkPostgres(env),
    // Go only builds a Temporal that is missing, Java and Maven only fetch a test server that is.
    checkGo(!temporal.isFound),
    checkJava(!testServer.isFound),
    checkChromium(),
    checkCurl(),
    checkPorts(env),
    checkDisk(env, !temporal.isFound),
    checkNetwork(!temporal.isFound),
  ]);
  const all = [...findings.slice(0, 3), temporal, testServer, ...findings.slice(3)].flat();
  // Where there is Go, the next start brings a missing Temporal by itself.
  const canBuild = all.some(({ name, isFound }) => name === 'Go' && isFound);
  return all.map((each) => (each.name === 'Temporal' && canBuild ? { ...each, neededFor: 'nothing' } : each));
}

/** Whether the service can run here: nothing is missing that it needs. What only the tests need doesn't count. */
export function isFit(findings: readonly Finding[]): boolean {
  return findings.every(({ isFound, neededFor }) => isFound || neededFor !== 'service');
}
