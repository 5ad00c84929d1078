import type { ClosingFacts } from '../../../src/charts/project-v2/closing-context.js';
import { outstandingOf } from '../../../src/charts/recovery/context.js';
import type { RecoveryContext } from '../../../src/charts/recovery/context.js';
import type { SettlementContext } from '../../../src/charts/settlement/context.js';

type Facts = Readonly<Record<string, unknown>>;

const MOST = 2;

/** What a settlement's next steps hang on: what was released, reported and disallowed. */
function settlement(facts: Facts): unknown {
  const { released, trancheState, costs, figures } = facts as unknown as SettlementContext;
  return [released, trancheState, costs?.spent.government, figures?.disallowed, figures?.toReturn];
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

/** What is open beside a project matters where it can end: how many settlements, and of the others whether any are. */
export function stillOpen(facts: Facts, path: string): unknown {
  if (!/^(finalEvaluation|settling)/.test(path)) return null;
  const { settlements = [], recoveries = [], sanctions = [] } = facts as unknown as Partial<ClosingFacts>;
  const open = recoveries.filter(({ state }) => state !== 'recovered');
  return [
    settlements.filter(({ state }) => state !== 'settled').length,
    Math.min(MOST, open.length),
    sanctions
      .filter(({ state }) => state === 'notified')
      .map(({ kind }) => kind)
      .sort(),
  ];
}
