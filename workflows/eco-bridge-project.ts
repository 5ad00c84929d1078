import type { SubjectInput } from '../src/contract/messages.js';
import { runSubject } from './subject.js';
import type { Ended } from './subject.js';

/** Carries one project of the Eco-Bridge track from application to closure. */
export function ecoBridgeProject(input: SubjectInput): Promise<Ended> {
  return runSubject(input);
}
