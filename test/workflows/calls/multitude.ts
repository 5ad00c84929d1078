import { randomUUID } from 'node:crypto';
import type { LedgerRow, SubjectIdentity } from '../../../src/contract/messages.js';
import { markDelivered } from '../../../src/ledger/inbox.js';
import type { StoredCommand } from '../../../src/ledger/inbox.js';
import type { Ledger } from '../../../src/ledger/ledger.js';
import { receiveMany } from '../../../src/ledger/receive-many.js';
import { rowOf } from '../../ledger/books.js';
import { applicationOf } from './applications.js';

/** Where the projects of these books come by what a call tells them. */
const COMES_TO: Readonly<Record<string, string>> = {
  SELECTED_BY_CALL: 'roadmap.drafting',
  PUT_ON_RESERVE: 'reserved',
  REJECTED_BY_CALL: 'notSelected',
};

/** Receives a number of applications, each of a firm of its own, at the time at which the database has them. */
export async function receiveThousands(ledger: Ledger, number: number): Promise<StoredCommand[]> {
  const all = Array.from({ length: number }, (_, index) => `firm-${index}`);
  const found: StoredCommand[] = [];
  for (let from = 0; from < number; from += 1_000) {
    const wishes = all.slice(from, from + 1_000).map((firm) => {
      const { receivedAt: _ours, ...wish } = applicationOf('structured', firm, '');
      return { ...wish, key: randomUUID(), bodySha256: '0'.repeat(64) };
    });
    const received = await receiveMany(ledger, wishes, { leaseMs: 600_000 });
    for (const one of received) if (one.outcome === 'stored') found.push(one.stored);
  }
  return found;
}

/** Books that these applications were evaluated, as their workflows would have: what a call goes by is in the books. */
export async function bookEvaluated(
  ledger: Ledger,
  callId: string,
  applications: readonly StoredCommand[],
): Promise<void> {
  const rows = applications.map(({ subjectId, command }, index) => {
    const { title, money, partnerId, proposalId } = command.data;
    const number = Number(subjectId.split('/').at(-1));
    const evaluation = { score: (10_000 - index) / 100, criteria: {}, opinion: {} };
    const facts = {
      ...{ callId, number, title, requested: money, partnerId, proposalId: `${String(proposalId)}-${index}` },
      ...{ preferences: [], grant: null, agreement: null, evaluation },
    };
    const event = { ...command, type: 'SUBMIT', at: command.receivedAt, commandId: command.id };
    return rowOf(subjectId, 1, {
      identity: identityOf(subjectId, command.by.org),
      event,
      to: 'deliberation',
      facts,
    });
  });
  await append(ledger, rows);
  await markDelivered(
    ledger,
    applications.map(({ command }) => command.id),
  );
}

/** Books what everybody was told by their call, as their workflows would have; gives back to how many. */
export async function bookTold(ledger: Ledger, callId: string): Promise<number> {
  const { rows: told } = await ledger.pool.query<{
    id: string;
    subject: string;
    type: string;
    company: string;
  }>(
    `select c.id, c.subject_id as subject, c.type, s.company_id as company from command_inbox c
      join subject s on s.id = c.subject_id where c.state = 'received' and c.data ->> 'callId' = $1 and s.seq = 1`,
    [callId],
  );
  const rows = told.map(({ id, subject, type, company }) => {
    const event = { ...rowOf(subject, 2).event, type, commandId: id, data: { callId } };
    const to = COMES_TO[type] ?? type;
    const facts = { callId, number: Number(subject.split('/').at(-1)) };
    return rowOf(subject, 2, {
      identity: identityOf(subject, company),
      event,
      from: 'deliberation',
      to,
      facts,
    });
  });
  await append(ledger, rows);
  await markDelivered(
    ledger,
    told.map(({ id }) => id),
  );
  return told.length;
}

function identityOf(id: string, companyId: string): SubjectIdentity {
  return { ...rowOf(id, 1).identity, chartId: 'structuredProject.v2', companyId };
}

async function append(ledger: Ledger, rows: readonly LedgerRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1_000)
    await ledger.pool.query('select append_row(r) from jsonb_array_elements($1::jsonb) r', [
      JSON.stringify(rows.slice(from, from + 1_000)),
    ]);
}
