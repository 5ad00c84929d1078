import { expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/ledger.js';
import { temporaryDatabase } from '../support/servers.js';

test.each(['only by its pool', 'by Kysely too'])(
  'books that were used %s are closed at once, so that nothing holds their process',
  async (how) => {
    const database = await temporaryDatabase();
    const ledger = openLedger(database.url);
    await ledger.pool.query('select 1');
    if (how === 'by Kysely too') await ledger.db.selectFrom('subject').select('id').execute();
    await ledger.close();
    expect({ isEnded: ledger.pool.ended, open: ledger.pool.totalCount }).toEqual({ isEnded: true, open: 0 });
    await database.drop();
  },
);
