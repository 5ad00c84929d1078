import { Connection } from '@temporalio/client';
import { requiredText } from '../config.js';
import { NAMESPACE } from './environments.js';
import { prepareNamespace } from './namespace.js';

const RETENTION_DAYS = 30;

// Production's one-shot: registers the namespace and its search attributes.
const connection = await Connection.connect({ address: requiredText(process.env, 'TEMPORAL_ADDRESS') });
const namespace = process.env['TEMPORAL_NAMESPACE'] || NAMESPACE;
await prepareNamespace(connection, namespace, RETENTION_DAYS);
await connection.close();
process.stdout.write(`namespace ${namespace} is ready\n`);
