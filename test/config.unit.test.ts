import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';
import { temporaryFolder } from './support/folder.js';

const complete = {
  DATABASE_URL: 'postgres://rnd:secret-word@127.0.0.1:5432/rnd',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  ISSUER_URL: 'http://127.0.0.1:7404',
  RCMS_URL: 'http://127.0.0.1:7405',
  DOCUMENT_DIR: '/documents',
};

function messageOf(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message;
  }
}

describe('the settings', () => {
  test('what is not set has the default that its help names', () => {
    const config = readConfig(complete);
    expect(config).toMatchObject({ API_PORT: 7400, API_HOST: '127.0.0.1', TEMPORAL_NAMESPACE: 'rnd-tracks' });
    expect(config.EDITIONS).toEqual(['2026', '2026-pocket']);
  });

  test('every setting that is missing is named at once, with how to set it, in both languages', () => {
    const message = messageOf({});
    for (const name of Object.keys(complete)) expect(message).toContain(`${name} is missing. Set it to`);
    expect(message).toContain('PostgreSQL 주소');
  });

  test('a value that is not valid is named, and never shown', () => {
    const message = messageOf({
      ...complete,
      DATABASE_URL: 'mysql://rnd:secret-word@h/rnd',
      API_PORT: '70000',
    });
    expect(message).toContain('DATABASE_URL is not valid');
    expect(message).toContain('API_PORT is not valid');
    expect(message).not.toContain('secret-word');
  });

  test('an empty variable counts as not set', () => {
    expect(messageOf({ ...complete, RCMS_URL: '' })).toContain('RCMS_URL is missing');
  });

  test('a secret may come from a file, and goes into the database URL', async () => {
    const file = join(await temporaryFolder(), 'password');
    await writeFile(file, 'p@ss/word\n');
    const { DATABASE_URL } = readConfig({
      ...complete,
      DATABASE_URL: 'postgres://rnd_service@db:5432/rnd',
      DATABASE_PASSWORD_FILE: file,
    });
    expect(decodeURIComponent(new URL(DATABASE_URL).password)).toBe('p@ss/word');
  });

  test('a secret file that is not there is named', () => {
    expect(messageOf({ ...complete, DATABASE_PASSWORD_FILE: '/nowhere/password' })).toContain(
      'DATABASE_PASSWORD_FILE: the file /nowhere/password',
    );
  });
});
