import { until } from '../project/clocks.js';
import type { ArgsV2 } from './context.js';

const untilDue = until('roadmap-check');

/** The milliseconds until the roadmap is looked at half-way; Infinity once that was announced. */
export function untilRoadmapCheck(args: ArgsV2): number {
  return args.context.roadmapCheck?.announcedAt ? Infinity : untilDue(args);
}
