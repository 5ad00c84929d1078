import { z } from 'zod';
import { Refused, atTheDoor } from './refused.js';

const PATIENCE_MS = 10_000;

/** A draw as the accounting portal has it: its number there, whose tranche it is of (`reference`), and its Korean day. */
const drawSchema = z.object({
  ...{ no: z.number().int(), drawId: z.string(), reference: z.string(), institution: z.string() },
  ...{ amount: z.string(), drawnOn: z.string() },
});
export type PortalDraw = z.infer<typeof drawSchema>;

/** The portal's draws after its `since`-th, in their order. Throws Refused (`unavailable`) where it doesn't answer as it should. */
export async function drawsAfter(portalUrl: string | undefined, since: number): Promise<PortalDraw[]> {
  const away = new Refused(atTheDoor('unavailable', { part: 'portal' }));
  if (portalUrl === undefined) throw away;
  const asked = new URL(`/draws?since=${since}`, portalUrl);
  try {
    const answer = await fetch(asked, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return z.object({ draws: z.array(drawSchema) }).parse(await answer.json()).draws;
  } catch {
    throw away;
  }
}
