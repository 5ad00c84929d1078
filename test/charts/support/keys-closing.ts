import type { ProjectContextV2 } from '../../../src/charts/project-v2/context.js';
import { outstandingOf } from '../../../src/charts/recovery/context.js';
import type { RecoveryContext } from '../../../src/charts/recovery/context.js';
import type { SettlementContext } from '../../../src/charts/settlement/context.js';

type Facts = Readonly<Record<string, unknown>>;

/** What a settlement's next steps hang on: what was released and reported, and whether anything is disallowed or goes back. */
function settlement(facts: Facts): unknown {
  const { released, trancheState, costs, figures } = facts as unknown as SettlementContext;
  const asks = figures && [figures.disallowed !== '0', figures.toReturn !== '0'];
  return [released, trancheState, costs?.spent.government, asks];
}

// How much has come in by which transfer changes nothing: only whether any has, and whether any is left.
function recovery(facts: Facts): unknown {
  const { cause, receipts, plan } = facts as unknown as RecoveryContext;
  const left = outstandingOf(facts as unknown as RecoveryContext);
  return [cause, receipts.length > 0, left === '0', plan?.approvedBy.length];
}

/** What the facts of a settlement, a recovery or a sanction come to; undefined for any other subject's. */
export function closingSubject(facts: Facts): unknown {
  if ('stageEnd' in facts) return settlement(facts);
  if ('sources' in facts) return recovery(facts);
  return 'reconsideration' in facts ? [facts['kind']] : undefined;
}

/** Where a project of the second version can end, it matters what is open beside it, how it came there, and little else. */
export function ending(facts: Facts, path: string): unknown {
  if (!('settlements' in facts) || !/^(finalEvaluation|settling)/.test(path)) return undefined;
  const { settlements, recoveries, sanctions, evaluated, tranches, outcome } =
    facts as unknown as ProjectContextV2;
  return [
    ...[outcome, evaluated?.ground, evaluated?.outcome === 'stop'],
    tranches.some(({ released }) => released !== '0'),
    settlements.filter(({ state }) => state !== 'settled').length,
    recoveries.map(({ state }) => state === 'recovered'),
    sanctions.map(({ state }) => state === 'notified'),
  ];
}
