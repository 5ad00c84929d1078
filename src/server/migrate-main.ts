import { requiredText, textOf, withPassword } from '../config.js';
import { prepareDatabase } from './database.js';

// Production's one-shot: makes or updates our tables as the owner of the databases, and the login of worker and API.
const owner = requiredText(process.env, 'OWNER_DATABASE_URL');
const ownerPassword = textOf(process.env, 'OWNER_DATABASE_PASSWORD');
const { applied } = await prepareDatabase(
  ownerPassword === undefined ? owner : withPassword(owner, ownerPassword),
  requiredText(process.env, 'DATABASE_PASSWORD'),
);
process.stdout.write(`${applied.length === 0 ? 'nothing to migrate' : `applied ${applied.join(', ')}`}\n`);
