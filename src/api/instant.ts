import type { Shared } from './deps.js';

/** The instant that it is, by the simulated clock where there is one. */
export async function instant({ clock }: Pick<Shared, 'clock'>): Promise<string> {
  return clock ? clock() : new Date().toISOString();
}
