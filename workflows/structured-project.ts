import type { SubjectInput } from '../src/contract/messages.js';
import { runSubject } from './subject.js';
import type { Ended } from './subject.js';

/** Carries one project of the structured track (사전기획·수요연계형) from application to closure. */
export function structuredProject(input: SubjectInput): Promise<Ended> {
  return runSubject(input);
}
