import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { migrate } from '../ledger/migrate.js';

const DATABASE = 'rnd';
const SERVICE = 'rnd_service';

/**
 * Prepares our own PostgreSQL: the database, its migrations, and a login that may only do what the application may
 * (role rnd_app). Gives back that login's URL, and the migrations applied now.
 */
export async function prepareDatabase(
  ownerUrl: string,
  servicePassword: string,
): Promise<{ url: string; applied: string[] }> {
  await asOwner(ownerUrl, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${escapeIdentifier(DATABASE)}`);
  });
  const own = withPath(ownerUrl, DATABASE);
  const applied = await migrate(own.href);
  await asOwner(own.href, (client) => makeService(client, servicePassword));
  own.username = SERVICE;
  own.password = servicePassword;
  return { url: own.href, applied };
}

async function makeService(client: Client, password: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [SERVICE]);
  const verb = found.rowCount === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${SERVICE} login password ${escapeLiteral(password)}`);
  await client.query(`grant rnd_app to ${SERVICE}`);
  // Reading includes the migrations' own table: whether they are all there is part of being ready.
  await client.query(`grant select on all tables in schema public to ${SERVICE}`);
}

async function asOwner(url: string, use: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

function withPath(url: string, database: string): URL {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed;
}
