import type { Edition, Source } from './types.js';

/** What stands at a JSON pointer (RFC 6901) of a value, or undefined if nothing does. */
export function at(value: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1);
  return keys.reduce<unknown>((here, key) => {
    if (typeof here !== 'object' || here === null) return undefined;
    return (here as Readonly<Record<string, unknown>>)[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  }, value);
}

/** The pointers of every value in it that holds no other values. */
export function leavesOf(value: unknown, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

const covers = (above: string, pointer: string): boolean =>
  pointer === above || pointer.startsWith(`${above}/`);

/**
 * Where the value at a JSON pointer comes from: the source whose pointer above it is the most specific (domain.md's
 * seed, law, press, assumed). Undefined if no source covers it.
 */
export function sourceOf(edition: Pick<Edition, 'sources'>, pointer: string): Source | undefined {
  let best: { source: Source; length: number } | undefined;
  for (const source of ['seed', 'law', 'press', 'assumed'] as const) {
    for (const above of edition.sources[source]) {
      const better = best === undefined || above.length > best.length;
      if (covers(above, pointer) && better) best = { source, length: above.length };
    }
  }
  return best?.source;
}

/** Whether the value at a JSON pointer, or part of it, is our assumption: it is marked so wherever a person sees it. */
export function isAssumed(edition: Pick<Edition, 'sources'>, pointer: string): boolean {
  const within = edition.sources.assumed.some((marked) => covers(pointer, marked));
  return within || sourceOf(edition, pointer) === 'assumed';
}
