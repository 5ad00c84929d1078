/** The task queue of the bare side, and the Update that its workflows take. */
export const BARE = { taskQueue: 'bench-bare', update: 'approve' } as const;

/** The types of the bare side's workflows: one that does nothing else, one that asks of Temporal what a decision does. */
export type BareType = 'bare' | 'equipped';

/** The channels by which a worker's threads are asked for their heap, in bytes. */
export const HEAP_ASKED = 'bench-heap-asked';
export const HEAP_TOLD = 'bench-heap-told';

/** The id of a workflow of the bare side, counted from 0. */
export function bareId(type: BareType, index: number): string {
  return `bench/${type}/${index + 1}`;
}
