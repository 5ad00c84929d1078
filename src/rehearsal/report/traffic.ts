import type { Delivered } from '../play/courier.js';

/** How long requests of one kind took, in milliseconds, and how many there were. */
export interface Latency {
  readonly what: string;
  readonly count: number;
  readonly refused: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

/** What went over HTTP: in all, and by kind, the most frequent first. */
export interface Traffic {
  readonly requests: number;
  readonly kinds: readonly Latency[];
}

const HTTP_REFUSED = 400;

/** What went over HTTP. */
export function trafficOf(delivered: readonly Delivered[]): Traffic {
  const kinds = new Map<string, Delivered[]>();
  for (const one of delivered) {
    const name = kindOf(one.what);
    kinds.set(name, [...(kinds.get(name) ?? []), one]);
  }
  const latencies = [...kinds].map(([what, all]) => latencyOf(what, all));
  return { requests: delivered.length, kinds: latencies.toSorted((a, b) => b.count - a.count) };
}

/** A request's name, or its address without what tells one case from another. */
function kindOf(what: string): string {
  return what.replace(/\?.*$/, '').replaceAll(/\/(\d+|[0-9a-f]{8,}[0-9a-f-]*)(?=\/|$)/g, '/…');
}

function latencyOf(what: string, all: readonly Delivered[]): Latency {
  const took = all.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (part: number): number => Math.round(took[Math.floor((took.length - 1) * part)] ?? 0);
  const refused = all.filter(({ status }) => status >= HTTP_REFUSED).length;
  return { what, count: all.length, refused, p50: at(0.5), p95: at(0.95), longest: at(1) };
}
