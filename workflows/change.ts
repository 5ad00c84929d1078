import type { SubjectInput } from '../src/contract/messages.js';
import { runSubject } from './subject.js';
import type { Ended } from './subject.js';

/** Carries one change of an agreement (협약변경) from its request to its decision. */
export function change(input: SubjectInput): Promise<Ended> {
  return runSubject(input);
}
