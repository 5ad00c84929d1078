import { fileURLToPath } from 'node:url';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';
import type { WorkflowBundle } from '@temporalio/worker';

/** The bare workflow as one script; takes a few seconds. */
export function bundleBare(): Promise<WorkflowBundle> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL(`bare-workflow.${extension}`, import.meta.url)),
    logger: new DefaultLogger('WARN'),
  });
}
