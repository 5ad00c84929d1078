import type { SubjectInput } from '../src/contract/messages.js';
import { runSubject } from './subject.js';
import type { Ended } from './subject.js';

/** Carries one competition of a track (공고) from its plan to the end of its reserve list. */
export function call(input: SubjectInput): Promise<Ended> {
  return runSubject(input);
}
