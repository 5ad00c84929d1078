import { requiredText } from '../config.js';
import { NAMESPACE } from './environments.js';
import { prepareNamespaceAt } from './namespace.js';

const RETENTION_DAYS = 30;

// Production's one-shot: registers the namespace and its search attributes.
const namespace = process.env['TEMPORAL_NAMESPACE'] || NAMESPACE;
await prepareNamespaceAt(requiredText(process.env, 'TEMPORAL_ADDRESS'), namespace, RETENTION_DAYS);
process.stdout.write(`namespace ${namespace} is ready\n`);
