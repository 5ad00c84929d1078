import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';
import type { WorkflowBundle } from '@temporalio/worker';

/** Where the build leaves the workflow bundle, and its hash beside it: in dist, next to the worker. */
const BUILT = join(dirname(fileURLToPath(import.meta.url)), '../../workflow-bundle.js');

/** The workflow code as one script; `buildId` is its SHA-256, by which histories name the code that ran them. */
export interface BuiltBundle extends WorkflowBundle {
  readonly buildId: string;
}

/** Bundles the workflows beside this module; takes seconds, so a running worker uses the built file instead. */
export async function bundleWorkflows(): Promise<BuiltBundle> {
  const here = dirname(fileURLToPath(import.meta.url));
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(here, `../../workflows/index.${extension}`),
    // Loaded once and frozen, instead of once for each workflow, which costs half a megabyte each. Only what remembers nothing:
    // charts and rules are pure, and the SDK keeps a workflow's state elsewhere.
    preloadModules: ['@temporalio/workflow', join(here, `../charts/registry.${extension}`)],
    // One module after the other: which exports webpack lists depends on which of two was read first.
    webpackConfigHook: (config) => ({ ...config, parallelism: 1 }),
    logger: new DefaultLogger('WARN'),
  });
  return { code, buildId: createHash('sha256').update(code).digest('hex') };
}

/** Where a worker finds the bundle that the build wrote. */
export const builtBundle = { codePath: BUILT } as const;

/** Writes the bundle for the workers, and keeps a copy under its hash: released code is never thrown away. */
export async function writeBundle(): Promise<BuiltBundle> {
  const bundle = await bundleWorkflows();
  const kept = join(dirname(BUILT), 'bundles', `${bundle.buildId}.js`);
  await mkdir(dirname(kept), { recursive: true });
  await Promise.all([writeFile(BUILT, bundle.code), writeFile(kept, bundle.code)]);
  return bundle;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { code, buildId } = await writeBundle();
  process.stdout.write(`workflow bundle ${Math.round(code.length / 1024)} KB, ${buildId}\n`);
}
