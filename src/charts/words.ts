import type { EventMeta, EventSource, Role, StateMeta } from './kernel/types.js';

/** A state's `meta`: its label in Korean and English, and the roles whose move it is. */
export function known(ko: string, en: string, ...awaits: readonly Role[]): StateMeta {
  return { label: { ko, en }, awaits };
}

/** An event's label in Korean and English, and where it may come from. */
export function event(ko: string, en: string, source: EventSource = 'public'): EventMeta {
  return { label: { ko, en }, source };
}
