// Records the histories of every closed case of a running service under a name of their own (README.md here).
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { fileOf, packed } from './pack.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Where `./rnd up` wrote that it runs, unless TEMPORAL_ADDRESS names a server. */
async function address() {
  if (process.env.TEMPORAL_ADDRESS) return process.env.TEMPORAL_ADDRESS;
  const run = process.env.RND_DIR ?? join(here, '../../.rnd');
  return JSON.parse(await readFile(join(run, 'run.json'), 'utf8')).temporal;
}

/** The closed runs of a namespace, each case's in the order in which they ran. */
async function closedRuns(client) {
  const runs = [];
  for await (const run of client.workflow.list({ query: 'ExecutionStatus != "Running"' })) runs.push(run);
  return runs.sort((a, b) => a.workflowId.localeCompare(b.workflowId) || a.startTime - b.startTime);
}

const [label] = process.argv.slice(2);
if (!/^[a-z0-9-]+$/.test(label ?? ''))
  throw new Error('name the recording: node test/replay/record.mjs charts-v1');
const folder = join(here, 'histories', label);
// Recorded histories are added to, never written over.
await mkdir(folder);

const connection = await Connection.connect({ address: await address() });
const namespace = process.env.TEMPORAL_NAMESPACE ?? 'rnd-tracks';
const client = new Client({ connection, namespace });
const counted = new Map();
for (const { workflowId, runId } of await closedRuns(client)) {
  const run = (counted.get(workflowId) ?? 0) + 1;
  counted.set(workflowId, run);
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const [name, bytes] = [fileOf(workflowId, run), packed(history)];
  await writeFile(join(folder, name), bytes);
  process.stdout.write(`${name}  ${history.events.length} events, ${bytes.length} bytes\n`);
}
await connection.close();
