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

/** A command as the event that the chart sees. */
export function eventOf({ id, type, data, by, receivedAt }: Command): ChartEvent {
  return { type, data, by, receivedAt, at: now(), commandId: id };
}

/** An event of the service's own, a reply or a passed deadline; `key` makes it one event however often it comes. */
export function ownEvent(
  type: string,
  data: Readonly<Record<string, unknown>>,
  receivedAt: string,
  key: string,
): ChartEvent {
  return { type, data, by: SYSTEM, receivedAt, at: now(), commandId: key };
}
