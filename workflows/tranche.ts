import type { SubjectInput } from '../src/contract/messages.js';
import { runSubject } from './subject.js';
import type { Ended } from './subject.js';

/** Carries one tranche of a project from its schedule to its release, cancellation or refusal. */
export function tranche(input: SubjectInput): Promise<Ended> {
  return runSubject(input);
}
