import type { History } from './runs.js';

export declare function fileOf(workflowId: string, run: number): string;
export declare function packed(history: History): Uint8Array;
