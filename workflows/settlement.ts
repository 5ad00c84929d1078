import type { SubjectInput } from '../src/contract/messages.js';
import { runSubject } from './subject.js';
import type { Ended } from './subject.js';

/** Carries the settlement (정산) of one stage from the firm's cost report to the day on which nothing is left to return. */
export function settlement(input: SubjectInput): Promise<Ended> {
  return runSubject(input);
}
