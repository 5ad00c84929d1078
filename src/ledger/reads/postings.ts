import type { PostingKind } from '../../contract/messages.js';
import type { Ledger } from '../ledger.js';

/** A posting with who made it, and the posting that reversed it, if one did. */
export interface PostingRead {
  readonly id: bigint;
  readonly kind: PostingKind;
  readonly projectId: string;
  readonly subjectId: string;
  readonly seq: number;
  readonly madeBy: string;
  readonly amount: bigint;
  readonly reversedBy: bigint | null;
}

/** A posting by its number, or undefined. */
export async function postingBy(ledger: Ledger, id: bigint): Promise<PostingRead | undefined> {
  const { rows } = await ledger.pool.query<PostingRead>(
    `select p.id, p.kind, coalesce(s.parent_id, s.id) as "projectId", l.subject_id as "subjectId", l.seq, l.person as "madeBy",
        (select sum(amount)::bigint from posting_line where posting = p.id) as amount,
        (select r.id from posting r where r.reverses = p.id) as "reversedBy"
      from posting p join ledger_row l on l.position = p.position join subject s on s.id = l.subject_id where p.id = $1`,
    [id.toString()],
  );
  return rows[0];
}
