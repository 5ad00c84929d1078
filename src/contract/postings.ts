import type { Posting, PostingLine } from './messages.js';

/** How the first charts order a posting: with one line, in the order itself. */
type Ordered = Posting | (Omit<Posting, 'lines'> & PostingLine);

/** A posting as the ledger takes it, from what a chart ordered: with its lines, or with the one that it says itself. */
export function postingOf(params: Readonly<Record<string, unknown>>): Posting {
  const ordered = params as unknown as Ordered;
  if ('lines' in ordered) return ordered;
  if (ordered.reverses !== undefined) return { kind: 'reverse', lines: [], reverses: ordered.reverses };
  const { kind, debit, credit, amount, reservation } = ordered;
  const lines = [{ debit, credit, amount }];
  return reservation === undefined ? { kind, lines } : { kind, lines, reservation };
}
