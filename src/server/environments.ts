import { join } from 'node:path';
import type { Ports, UpSettings } from './settings.js';

/** The namespace of Temporal, unless TEMPORAL_NAMESPACE names another. */
export const NAMESPACE = 'rnd-tracks';

const AUDIENCE = 'rnd-tracks';

/** The ports that `up` has to listen on itself: those of servers that the environment doesn't name. */
export function portsNeeded(ports: Ports, env: NodeJS.ProcessEnv): Partial<Ports> {
  const { api, postgres, temporal, temporalUi, issuer, rcms } = ports;
  return {
    api,
    ...(env['DATABASE_URL'] ? {} : { postgres }),
    ...(env['TEMPORAL_ADDRESS'] ? {} : { temporal, temporalUi }),
    ...(env['ISSUER_URL'] ? {} : { issuer }),
    ...(env['RCMS_URL'] ? {} : { rcms }),
  };
}

/** The environments of the two sandboxes. */
export function sandboxEnvironments({ ports, dir }: UpSettings, env: NodeJS.ProcessEnv) {
  const issuer = {
    ISSUER_PORT: String(ports.issuer),
    ISSUER_KEY_FILE: join(dir, 'issuer-key.json'),
    TOKEN_AUDIENCE: env['TOKEN_AUDIENCE'] || AUDIENCE,
  };
  const rcms = { RCMS_PORT: String(ports.rcms), RCMS_FILE: join(dir, 'rcms/payments.jsonl') };
  return { issuer: { ...env, ...issuer }, rcms: { ...env, ...rcms } };
}

/** What API and worker get beside the addresses of PostgreSQL and Temporal; what is set already is kept. */
export function serviceEnvironment({ ports, dir }: UpSettings, env: NodeJS.ProcessEnv) {
  return {
    ...env,
    API_HOST: env['API_HOST'] || '127.0.0.1',
    API_PORT: String(ports.api),
    ISSUER_URL: env['ISSUER_URL'] || `http://127.0.0.1:${ports.issuer}`,
    TOKEN_AUDIENCE: env['TOKEN_AUDIENCE'] || AUDIENCE,
    RCMS_URL: env['RCMS_URL'] || `http://127.0.0.1:${ports.rcms}`,
    DOCUMENT_DIR: env['DOCUMENT_DIR'] || join(dir, 'documents'),
    NODE_ENV: env['NODE_ENV'] || 'development',
  };
}
