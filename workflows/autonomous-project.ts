import type { SubjectInput } from '../src/contract/messages.js';
import { runSubject } from './subject.js';
import type { Ended } from './subject.js';

/** Carries one project of the autonomous track (자유공모형) from application to closure. */
export function autonomousProject(input: SubjectInput): Promise<Ended> {
  return runSubject(input);
}
