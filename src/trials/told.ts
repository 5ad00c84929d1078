import { Agent } from 'node:http';
import { exchange, jsonOf } from '../rehearsal/engine/exchange.js';
import { faultNameSchema } from '../sandbox/faults.js';
import type { FaultName } from '../sandbox/faults.js';

// One connection for each moment under way: what is held up by the director holds up nothing else.
const agent = new Agent({ keepAlive: true });

/**
 * Tells the director that a tranche has come to a moment, and waits until it may go on; whoever is to die there is
 * killed meanwhile. Gives back what the portal is to do wrong, if anything. Throws where the director isn't there.
 */
export async function told(
  director: string,
  reached: { readonly moment: string; readonly key: string; readonly who: string },
): Promise<FaultName | undefined> {
  const { status, text } = await exchange(
    new URL('/reached', director),
    { agent, method: 'POST' },
    jsonOf(reached),
  );
  if (status !== 200) throw new Error(`the director answered ${status}: ${text}`);
  return faultNameSchema.optional().parse((JSON.parse(text) as { readonly fault?: unknown }).fault);
}
