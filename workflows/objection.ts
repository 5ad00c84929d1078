import type { SubjectInput } from '../src/contract/messages.js';
import { runSubject } from './subject.js';
import type { Ended } from './subject.js';

/** Carries one objection (이의신청) of a project from its receipt to the board's decision. */
export function objection(input: SubjectInput): Promise<Ended> {
  return runSubject(input);
}
