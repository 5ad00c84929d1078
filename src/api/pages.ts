import { Refused, atTheDoor } from './refused.js';
import { isStorable } from './text.js';

/** A page of what was read with one more than its limit: `next` is the cursor of the following page, or null. */
export function pageOf<Item>(
  read: readonly Item[],
  limit: number,
  keyOf: (item: Item) => string,
): { readonly items: Item[]; readonly next: string | null } {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  const isMore = read.length > limit && last !== undefined;
  return { items, next: isMore ? Buffer.from(keyOf(last)).toString('base64url') : null };
}

/** What a cursor stands for; throws Refused (`malformedBody`) for one that we never gave. */
export function cursorOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  if (key === '' || !isStorable(key) || Buffer.from(key).toString('base64url') !== cursor)
    throw new Refused(
      atTheDoor('malformedBody', {}, [
        { path: 'cursor', message: '이 서비스가 발급한 커서가 아닙니다 / not a cursor of ours' },
      ]),
    );
  return key;
}
