import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
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
  const body = JSON.stringify(reached);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(new URL('/reached', director), { agent, method: 'POST', headers });
    sent.once('response', resolve).once('error', reject).end(body);
  });
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  if (answer.statusCode !== 200) throw new Error(`the director answered ${answer.statusCode}: ${text}`);
  return faultNameSchema.optional().parse((JSON.parse(text) as { readonly fault?: unknown }).fault);
}
