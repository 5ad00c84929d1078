import { SYSTEM } from '../src/charts/kernel/types.js';
import type { ChartEvent } from '../src/charts/kernel/types.js';
import type { Command } from '../src/contract/messages.js';

/** The workflow's own time, which the SDK makes the same in every replay. */
export function now(): string {
  return new Date().toISOString();
}

/** Milliseconds from the workflow's own time to an ISO instant; 0 when it has passed. */
export function msUntil(instant: string): number {
  return Math.max(0, Date.parse(instant) - Date.now());
}

/** A command as the event that the chart sees, applied now. */
export function eventOf({ id, type, data, by, receivedAt, books }: Command): ChartEvent {
  const event = { type, data, by, receivedAt, at: now(), commandId: id };
  return books === undefined ? event : { ...event, books };
}

/** A command of the service's own, a reply or a passed deadline; `id` makes it one however often it comes. */
export function ownCommand(
  id: string,
  type: string,
  receivedAt: string,
  data: Command['data'] = {},
): Command {
  return { id, type, data, by: SYSTEM, receivedAt };
}
