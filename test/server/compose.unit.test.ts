import { readFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.js';
import { projectRoot } from '../../src/project-root.js';

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  restart?: string;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  secrets?: string[];
}

const root = projectRoot(import.meta.dirname);
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { environment: string }>;
};
const services = Object.entries(compose.services);
const oneShots = ['temporal-schema', 'migrate', 'namespace'];

// The commands of ours, health checks included: node, its flags, and a file below dist.
const programs = services.flatMap(([name, { command = [], healthcheck }]) =>
  [...command, ...(healthcheck?.test ?? [])]
    .filter((word) => word.startsWith('dist/'))
    .map((file) => ({ name, file })),
);

describe('docker-compose.yml', () => {
  test('holds to the schema of the compose specification', () => {
    const folder = dirname(createRequire(import.meta.url).resolve('dclint/package.json'));
    const { $schema: _draft, ...schema } = JSON.parse(
      readFileSync(join(folder, 'schemas/compose.schema.json'), 'utf8'),
    ) as Record<string, unknown>;
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
    validate(compose);
    expect(validate.errors).toBeNull();
  });

  test.each(programs)('$name runs $file, which the build makes', ({ file }) => {
    const source = file.replace(/^dist\//, '').replace(/\.js$/, '.ts');
    expect(existsSync(join(root, source)), source).toBe(true);
  });

  test('worker and API run the very programs that ./rnd up starts', () => {
    const up = readFileSync(join(root, 'src/server/up.ts'), 'utf8');
    for (const name of ['worker', 'api']) {
      expect(compose.services[name]?.command?.at(-1)).toBe(`dist/src/${name}/main.js`);
      expect(up).toContain(`'${name}/main.js'`);
    }
  });

  test('worker and API get every setting they need', () => {
    for (const name of ['worker', 'api']) {
      const environment = Object.entries(compose.services[name]?.environment ?? {})
        .filter(([variable]) => !variable.endsWith('_FILE'))
        .map(([variable, value]) => [variable, value.replace(/\$\{\w+:-(.*)\}/, '$1')])
        .map(([variable, value]) => [variable, value?.startsWith('${') ? 'https://outside.example' : value]);
      expect(readConfig(Object.fromEntries(environment) as NodeJS.ProcessEnv).NODE_ENV).toBe('production');
    }
  });

  test('publishes nothing but the API and the Temporal UI, and those on loopback', () => {
    const published = services.filter(([, { ports = [] }]) => ports.length > 0);
    expect(published.map(([name]) => name).sort()).toEqual(['api', 'temporal-ui']);
    for (const [, { ports }] of published) expect(ports?.[0]).toMatch(/^127\.0\.0\.1:/);
  });

  test('whatever keeps running is restarted, and is waited for by its health or by its end', () => {
    for (const [name, { restart, healthcheck }] of services) {
      if (oneShots.includes(name)) expect(restart, name).toMatch(/^on-failure/);
      else expect(restart, name).toBe('unless-stopped');
      if (!oneShots.includes(name) && name !== 'temporal-ui') expect(healthcheck, name).toBeDefined();
    }
    for (const [, { depends_on: waits = {} }] of services) {
      for (const [name, { condition }] of Object.entries(waits)) {
        const expected = oneShots.includes(name) ? 'service_completed_successfully' : 'service_healthy';
        expect(condition, name).toBe(expected);
      }
    }
  });

  test('holds no secret: each comes from the environment of who starts it', () => {
    for (const { environment } of Object.values(compose.secrets)) expect(environment).toMatch(/^[A-Z_]+$/);
    for (const [, { environment = {} }] of services) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|PWD/.test(name)) expect(String(value)).toMatch(/^(\$\{|\/run\/secrets\/)/);
      }
    }
  });

  test('has no auto-setup, and images have a version', () => {
    expect(text).not.toContain('auto-setup');
    for (const [, { image }] of services) expect(image).toMatch(/:(\d|\$\{)/);
  });
});

describe('the Dockerfile', () => {
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');

  test('copies only what is there', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from = '']) =>
      from.split(' '),
    );
    expect(copied.length).toBeGreaterThan(5);
    for (const file of copied) expect(existsSync(join(root, file)), file).toBe(true);
  });

  test('leaves out of the build nothing that it copies', () => {
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').trim().split('\n');
    for (const folder of ['src', 'workflows', 'activities', 'rnd']) expect(ignored).not.toContain(folder);
  });

  test('starts the API unless told otherwise, as the compose file does', () => {
    const command = /^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]';
    expect(JSON.parse(command)).toEqual(compose.services['api']?.command);
  });
});
