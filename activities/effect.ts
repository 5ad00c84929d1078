import type { EffectOrder, Reply } from '../src/contract/messages.js';

/** Performs one order, once however often it is asked with the order's key; what it throws is tried again. */
export type PerformEffect = (order: EffectOrder) => Promise<Reply>;
