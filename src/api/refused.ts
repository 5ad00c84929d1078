import type { Block, Refusal } from '../charts/kernel/refusal.js';
import type { Evidence } from '../charts/kernel/types.js';
import type { FieldError } from '../contract/http/problem.js';
import type { refusals } from '../contract/refusals.js';

/** A code of the catalogue: one that it lacks doesn't compile. */
type Code = keyof typeof refusals;

/** A refusal as the inbox keeps it: code, guards and fields, in no language yet. */
export interface KeptRefusal {
  readonly code: string;
  readonly blockedBy: readonly Block[];
  readonly errors: readonly FieldError[];
}

/** Thrown where a request is refused; answered as problem+json by the catalogue's entry for `kept.code`. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly kept: KeptRefusal,
    /** The inbox row that holds the refusal, where it is recorded already. */
    readonly commandId?: string,
  ) {
    super(kept.code);
  }
}

/** A refusal at the door: `evidence` is what was looked at, `errors` the fields that can't be used. */
export function atTheDoor(
  code: Code,
  evidence: Evidence = {},
  errors: readonly FieldError[] = [],
): KeptRefusal {
  return { code, blockedBy: [{ code, evidence }], errors };
}

/** What the kernel says where no guard does: the facts are then what was sent, and the state that it came in. */
const GUARDLESS: readonly string[] = ['unknownEvent', 'caseIsClosed', 'notOfferedHere'];

/** A chart's refusal as the inbox keeps it. */
export function keptOf({ code, event: type, state, blockedBy }: Refusal): KeptRefusal {
  const blocks = GUARDLESS.includes(code) ? [{ code, evidence: { type, state } }] : blockedBy;
  return { code, blockedBy: blocks, errors: [] };
}

/** What zod found wrong, field by field; `path` is dotted. */
export function fieldErrors(
  issues: readonly { readonly path?: readonly PropertyKey[]; readonly message: string }[],
): FieldError[] {
  return issues.map(({ path = [], message }) => ({ path: path.map(String).join('.'), message }));
}
