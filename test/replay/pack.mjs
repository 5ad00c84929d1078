import { gzipSync } from 'node:zlib';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/** The file that one run of a case is kept in, by the case's id and the run's number from 1. */
export const fileOf = (workflowId, run) =>
  `${workflowId.replace(/^project\//, '').replaceAll('/', '-')}.run-${run}.json.gz`;

/** A history as it is kept: one line of JSON, and no time of packing, so that the same history is the same file. */
export const packed = (history) => gzipSync(JSON.stringify(JSON.parse(historyToJSON(history))), { level: 9 });
