import type { SubjectInput } from '../src/contract/messages.js';
import { runSubject } from './subject.js';
import type { Ended } from './subject.js';

/** Carries one recovery (환수) of money from its notice to its last instalment. */
export function recovery(input: SubjectInput): Promise<Ended> {
  return runSubject(input);
}
