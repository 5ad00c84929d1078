import type { Actor, Role } from '../charts/kernel/types.js';
import { Refused, atTheDoor } from './refused.js';

/** Throws Refused (`wrongRole`) unless this person has one of these roles. */
export function mustBe({ role }: Actor, ...roles: readonly Role[]): void {
  if (!roles.includes(role)) throw new Refused(atTheDoor('wrongRole', { role }));
}
