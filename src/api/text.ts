import type { Api } from './deps.js';
import { Refused, atTheDoor } from './refused.js';

/** PostgreSQL can keep neither U+0000 nor half a surrogate pair: text with one of them can't be stored as it came. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Whether every text in a JSON value, names of fields included, can be stored; without recursion, for it may be deep. */
export function isStorable(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string' && UNSTORABLE.test(next)) return false;
    if (typeof next !== 'object' || next === null) continue;
    for (const [name, inside] of Object.entries(next)) left.push(name, inside);
  }
  return true;
}

/** Refuses addresses with U+0000 in them, before anything is asked of PostgreSQL with it. */
export function refuseUnstorableAddresses(api: Api): void {
  api.addHook('preValidation', async (request) => {
    if (!request.url.includes('%00')) return;
    throw new Refused(
      atTheDoor('malformedBody', {}, [
        { path: '', message: '주소에 U+0000 문자가 있습니다 / U+0000 in the address' },
      ]),
    );
  });
}
