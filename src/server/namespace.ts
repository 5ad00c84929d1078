import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../contract/search-attributes.js';

// gRPC's own numbers, and those of temporal.api.enums.v1.IndexedValueType.
const ALREADY_EXISTS = 6;
const INDEXED_TYPES = { KEYWORD: 2, INT: 3, DATETIME: 6 } as const;

const QUERY_OF_ALL = Object.keys(SEARCH_ATTRIBUTES)
  .map((name) => `${name} IS NULL`)
  .join(' AND ');

const ONE_DAY_S = 24 * 60 * 60;
const TIMEOUT_MS = 30_000;

/**
 * Makes the namespace and registers the search attributes that our workflows carry, both only where missing, and
 * waits until the server knows them. `retentionDays`: how long a closed workflow's history is kept by Temporal.
 */
export async function prepareNamespace(
  connection: Connection,
  namespace: string,
  retentionDays: number,
): Promise<void> {
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: (retentionDays * ONE_DAY_S) as never },
    });
  } catch (error) {
    if (!isGrpcServiceError(error) || error.code !== ALREADY_EXISTS) throw error;
  }
  await untilDone(`the namespace ${namespace}`, () => registerMissing(connection, namespace));
}

/** The same at an address (`host:port`). */
export async function prepareNamespaceAt(
  address: string,
  namespace: string,
  retentionDays: number,
): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await prepareNamespace(connection, namespace, retentionDays);
  } finally {
    await connection.close();
  }
}

// A namespace that was just made takes a moment to be known to every part of the server, and so does an attribute.
async function registerMissing(connection: Connection, namespace: string): Promise<boolean> {
  const known = (await connection.operatorService.listSearchAttributes({ namespace })).customAttributes ?? {};
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in known));
  if (missing.length === 0) {
    // Listed isn't usable yet: a query that names them all is.
    await connection.workflowService.countWorkflowExecutions({ namespace, query: QUERY_OF_ALL });
    return true;
  }
  const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, INDEXED_TYPES[type]]));
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  return false;
}

async function untilDone(what: string, attempt: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  let last: unknown;
  while (performance.now() < deadline) {
    try {
      if (await attempt()) return;
    } catch (error) {
      last = error;
    }
    await sleep(50);
  }
  throw new Error(`Temporal did not get ${what} ready in ${TIMEOUT_MS / 1000} s`, { cause: last });
}
