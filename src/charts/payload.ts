import type { ChartEvent } from './kernel/types.js';

type Sent = Readonly<Record<string, unknown>>;

/**
 * What a guard on the payload says: yes while nothing is filled in yet (`event.data` absent: the chart is only asked what
 * it would offer), otherwise what `says` says of the data.
 */
export function whenSent<Data = Sent>(event: ChartEvent, says: (data: Data) => boolean): boolean {
  return event.data === undefined || says(event.data as Data);
}

/** The payload of an event that is being applied; its shape was held by the contract's schema at the door. */
export function dataOf<Data = Sent>(event: ChartEvent): Data {
  return (event.data ?? {}) as Data;
}
