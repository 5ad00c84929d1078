import type { Shared } from './deps.js';
import { Refused, atTheDoor } from './refused.js';

/** The edition that is asked for, or the default one. Throws Refused (`unknownEdition`) for one that isn't served. */
export function servedEdition({ editions }: Pick<Shared, 'editions'>, wished: string | undefined): string {
  const edition = wished ?? editions[0];
  if (edition !== undefined && editions.includes(edition)) return edition;
  throw new Refused(atTheDoor('unknownEdition', { edition: String(wished).slice(0, 40) }));
}
