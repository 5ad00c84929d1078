/** The task queue, the workflow type and the Update of the bare side. */
export const BARE = { taskQueue: 'bench-bare', workflow: 'bare', update: 'approve' } as const;

/** The channels by which a worker's threads are asked for their heap, in bytes. */
export const HEAP_ASKED = 'bench-heap-asked';
export const HEAP_TOLD = 'bench-heap-told';

/** The id of a bare workflow, counted from 0. */
export function bareId(index: number): string {
  return `bench/bare/${index + 1}`;
}
