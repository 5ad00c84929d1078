import type { SubjectInput } from '../src/contract/messages.js';
import { runSubject } from './subject.js';
import type { Ended } from './subject.js';

/** Carries one project of the MIT ILP track (예비연구형) from application to closure. */
export function mitIlpProject(input: SubjectInput): Promise<Ended> {
  return runSubject(input);
}
