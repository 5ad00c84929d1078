import { whenSent } from '../payload.js';
import type { ChartEvent } from '../kernel/types.js';
import type { WonText } from '../../rules/won.js';
import type { Change, Particulars } from './life-context.js';

interface Proposing extends Partial<Change> {
  readonly outcome?: string;
  readonly grant?: WonText;
  readonly change?: Change;
}

/**
 * The change of agreement that an event asks for, imposes or tells of; a cut is one of all the money. Null where it is
 * about no change, or nothing is filled in yet.
 */
export function changeIn({ type, data }: ChartEvent): Change | null {
  const { kind, particulars, outcome, grant, change } = (data ?? {}) as Proposing;
  if (kind !== undefined && particulars !== undefined) return { kind, particulars };
  if (outcome === 'change') return change ?? null;
  if ((outcome === 'cut' || type === 'CUT_GRANT') && grant !== undefined)
    return { kind: 'total-money', particulars: { grant } };
  return null;
}

/** All of the government's money that an event would fix, in won; null where it fixes none. */
export function grantIn(event: ChartEvent): WonText | null {
  const change = changeIn(event);
  if (change) return change.kind === 'total-money' ? String(change.particulars['grant']) : null;
  const { grant } = (event.data ?? {}) as Proposing;
  return grant ?? null;
}

/** What a guard says of a change of one kind: yes to every other, and while nothing is filled in. */
export function ofKind<Args extends { readonly event: ChartEvent }>(
  kinds: readonly string[],
  says: (args: Args, particulars: Particulars) => boolean,
) {
  return (args: Args): boolean =>
    whenSent(args.event, () => {
      const change = changeIn(args.event);
      return change === null || !kinds.includes(change.kind) || says(args, change.particulars);
    });
}
