import { z } from 'zod';

/** What happens to an order before anything is paid. */
const BEFORE = ['failBefore', 'reject', 'hang', 'queue'] as const;
/** What happens to the answer once the money has gone out. */
const AFTER = ['failAfter', 'dropAnswers', 'answerLate', 'answerTwice'] as const;

type FaultBefore = (typeof BEFORE)[number];
type FaultAfter = (typeof AFTER)[number];

/** Whatever may happen to one order. */
export const FAULT_NAMES = [...BEFORE, ...AFTER] as const;

export type FaultName = (typeof FAULT_NAMES)[number];

/** The name of a fault as it crosses a process. */
export const faultNameSchema = z.enum(FAULT_NAMES);

const times = z.int().min(0).max(1_000_000);
const milliseconds = z.int().min(0).max(3_600_000);

/**
 * What goes wrong on purpose. A number counts down with the orders that meet it: `failBefore` (500, nothing paid), `reject` (422,
 * nothing paid), `hang` (no answer, nothing paid), `queue` (202, paid `queueMs` later, so behind orders that came after it),
 * `failAfter` (paid, 500), `dropAnswers` (paid, connection cut), `answerLate` (paid, answered `lateMs` later), `answerTwice` (paid,
 * and the answer repeated on the same connection). `delayMs` holds up every order. `ofKey` names what the orders of one key meet, in turn.
 */
export const rcmsFaults = z.strictObject({
  ...{ failBefore: times.optional(), reject: times.optional(), hang: times.optional() },
  ...{ queue: times.optional(), failAfter: times.optional(), dropAnswers: times.optional() },
  ...{ answerLate: times.optional(), answerTwice: times.optional() },
  ...{ delayMs: milliseconds.optional(), lateMs: milliseconds.optional(), queueMs: milliseconds.optional() },
  ofKey: z.record(z.string(), z.array(faultNameSchema)).optional(),
});
export type RcmsFaults = {
  -readonly [Name in keyof z.infer<typeof rcmsFaults>]: Exclude<z.infer<typeof rcmsFaults>[Name], undefined>;
};

/** Longer than any caller waits. */
export const LATE_MS = 15_000;
export const QUEUE_MS = 1_000;

/** The fault that an order meets before it is paid, which is then used up. */
export function faultBefore(faults: RcmsFaults, key: string): FaultBefore | undefined {
  return met(faults, key, BEFORE);
}

/** The fault that the answer to a paid order meets, which is then used up. */
export function faultAfter(faults: RcmsFaults, key: string): FaultAfter | undefined {
  return met(faults, key, AFTER);
}

function met<Name extends FaultName>(
  faults: RcmsFaults,
  key: string,
  names: readonly Name[],
): Name | undefined {
  const own = faults.ofKey?.[key];
  const next = names.find((name) => name === own?.[0]);
  if (next !== undefined) {
    own?.shift();
    return next;
  }
  const struck = names.find((name) => (faults[name] ?? 0) > 0);
  if (struck !== undefined) faults[struck] = (faults[struck] ?? 0) - 1;
  return struck;
}
