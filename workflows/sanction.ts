import type { SubjectInput } from '../src/contract/messages.js';
import { runSubject } from './subject.js';
import type { Ended } from './subject.js';

/** Carries one sanction (제재처분) from its prior notice to the decision. */
export function sanction(input: SubjectInput): Promise<Ended> {
  return runSubject(input);
}
