import type { Script } from './script.js';
import { autonomous } from './scripts/autonomous.js';
import { ecoBridge } from './scripts/eco-bridge.js';
import { mitIlp } from './scripts/mit-ilp.js';
import { expiring, structured } from './scripts/structured.js';

/** The projects of the demonstration: one of each track, and one whose roadmap window runs out. */
export const SCRIPTS: readonly Script[] = [mitIlp, structured, autonomous, ecoBridge, expiring];
