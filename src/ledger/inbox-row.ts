import type { Actor, Evidence } from '../charts/kernel/types.js';
import type { Command } from '../contract/messages.js';
import type { CommandState } from './tables.js';

/** How a command goes to its subject: as its beginning, as a decision that is answered, or as an announcement. */
export type CommandKind = 'start' | 'decide' | 'announce';

/** A command as the inbox holds it. */
export interface StoredCommand {
  readonly command: Command;
  readonly kind: CommandKind;
  readonly subjectId: string;
  readonly expectedSeq: number | null;
  readonly state: CommandState;
  readonly answer: Readonly<Record<string, unknown>> | null;
  readonly attempts: number;
  readonly answeredAt: string | null;
}

/** A row of the inbox as PostgreSQL gives it. */
export interface InboxRow {
  id: string;
  kind: CommandKind;
  subject_id: string;
  type: string;
  data: Record<string, unknown>;
  books: Evidence | null;
  actor: Actor;
  expected_seq: number | null;
  received_at: string;
  state: CommandState;
  attempts: number;
  answer: Record<string, unknown> | null;
  answered_at: string | null;
  body_sha256: string;
}

/** The columns of an `InboxRow`. */
export const COLUMNS =
  'id, kind, subject_id, type, data, books, actor, expected_seq, received_at, state, attempts, answer, answered_at, body_sha256';

/** A row as the command that it is. */
export function storedOf(row: InboxRow): StoredCommand {
  const { id, type, data, actor: by, received_at: receivedAt, kind, state, answer, attempts } = row;
  const command: Command = { id, type, data, by, receivedAt, ...(row.books && { books: row.books }) };
  return {
    ...{ command, kind, subjectId: row.subject_id, expectedSeq: row.expected_seq },
    ...{ state, answer, attempts, answeredAt: row.answered_at },
  };
}
