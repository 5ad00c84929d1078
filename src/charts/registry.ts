import { autonomousProjectV1 } from './autonomous-project.v1.js';
import { autonomousProjectV2 } from './autonomous-project.v2.js';
import { callV1 } from './call.v1.js';
import { changeV1 } from './change.v1.js';
import { ecoBridgeProjectV1 } from './eco-bridge-project.v1.js';
import { ecoBridgeProjectV2 } from './eco-bridge-project.v2.js';
import type { Chart } from './kernel/types.js';
import { mitIlpProjectV1 } from './mit-ilp-project.v1.js';
import { mitIlpProjectV2 } from './mit-ilp-project.v2.js';
import { objectionV1 } from './objection.v1.js';
import { recoveryV1 } from './recovery.v1.js';
import { sanctionV1 } from './sanction.v1.js';
import { settlementV1 } from './settlement.v1.js';
import { structuredProjectV1 } from './structured-project.v1.js';
import { structuredProjectV2 } from './structured-project.v2.js';
import { trancheV1 } from './tranche.v1.js';
import { trancheV2 } from './tranche.v2.js';

/** The released charts; those of one subject in the order of their versions. */
export const charts: readonly Chart[] = [
  mitIlpProjectV1,
  structuredProjectV1,
  autonomousProjectV1,
  ecoBridgeProjectV1,
  trancheV1,
  callV1,
  mitIlpProjectV2,
  structuredProjectV2,
  autonomousProjectV2,
  ecoBridgeProjectV2,
  trancheV2,
  objectionV1,
  changeV1,
  settlementV1,
  recoveryV1,
  sanctionV1,
];

/** Charts by id; throws a plain Error where two have the same. */
export function registered(all: readonly Chart[]): ReadonlyMap<string, Chart> {
  const byId = new Map<string, Chart>();
  for (const chart of all) {
    if (byId.has(chart.id)) throw new Error(`two charts are called ${chart.id}`);
    byId.set(chart.id, chart);
  }
  return byId;
}

const byId = registered(charts);

/** The chart of an id, such as `tranche.v1`; throws a plain Error where there is none. */
export function chartOf(id: string): Chart {
  const chart = byId.get(id);
  if (!chart) throw new Error(`no chart ${id}; there are ${[...byId.keys()].join(', ')}`);
  return chart;
}

/** The chart that new subjects of a kind follow; throws a plain Error where there is none. */
export function latestOf(subject: string): Chart {
  const chart = charts.findLast((one) => one.subject === subject);
  if (!chart) throw new Error(`no chart for ${subject}`);
  return chart;
}
