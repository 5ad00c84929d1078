import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/project-root.js';
import { temporaryFolder } from '../support/folder.js';

const root = projectRoot(import.meta.dirname);
const RULES = '.dependency-cruiser.cjs';
// Composition roots may import whatever they compose.
const COMPOSE = ['cli', 'worker', 'server', 'bench', 'rehearsal', 'trials'];

interface Rules {
  forbidden: { name: string }[];
}

async function offences(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await copyFile(join(root, RULES), join(folder, RULES));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const run = promisify(execFile)(process.execPath, [cruise, '--config', RULES, 'src'], { cwd: folder });
  return run.then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  );
}

describe('the folder rules', () => {
  test('name every folder of src that is no composition root', async () => {
    const { forbidden } = createRequire(import.meta.url)(join(root, RULES)) as Rules;
    const entries = await readdir(join(root, 'src'), { withFileTypes: true });
    const folders = entries.filter((each) => each.isDirectory() && !COMPOSE.includes(each.name));
    const ruled = forbidden.map(({ name }) => name);
    expect(ruled).toEqual(expect.arrayContaining(folders.map(({ name }) => `src/${name}`)));
  });

  test('fail a rule that reads a file, and a type taken from where it may not be', async () => {
    const said = await offences({
      'src/rules/money.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
      'src/charts/one.v1.ts': "import type { Row } from '../ledger/tables.js';\nexport type One = Row;",
      'src/ledger/tables.ts': 'export interface Row { readonly seq: number }',
    });
    expect(said).toContain('src/rules: src/rules/money.ts → fs');
    expect(said).toContain('src/charts: src/charts/one.v1.ts → src/ledger/tables.ts');
  }, 30_000);

  test('keep the tools that make the edition out of everything that runs, and bind them to nothing', async () => {
    const said = await offences({
      'src/program/tools/make.ts':
        "import { readFileSync } from 'node:fs';\nexport const make = readFileSync;",
      'src/program/load.ts': "import { make } from './tools/make.js';\nexport const load = make;",
    });
    expect(said).toContain('no-tools-in-the-product: src/program/load.ts');
    expect(said).not.toContain('→ fs');
  }, 30_000);

  test('let through what the table allows', async () => {
    const files = {
      'src/charts/one.v1.ts': "import { sum } from '../rules/money.js';\nexport const one = sum;",
      'src/rules/money.ts': 'export const sum = 1;',
    };
    expect(await offences(files)).toBe('');
  }, 30_000);
});
