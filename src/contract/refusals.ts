import type { Refusal } from '../charts/kernel/refusal.js';
import type { Bilingual, Evidence } from '../charts/kernel/types.js';
import { bookRefusals } from './refusals-books.js';
import { callRefusals } from './refusals-call.js';
import { changeRefusals } from './refusals-change.js';
import { clockRefusals } from './refusals-clocks.js';
import { decisionRefusals } from './refusals-decisions.js';
import { doorRefusals } from './refusals-door.js';
import type { Clearer, RefusalEntry } from './refusals-entry.js';
import { gateRefusals } from './refusals-gates.js';
import { intakeRefusals } from './refusals-intake.js';
import { lifeRefusals } from './refusals-life.js';
import { listRefusals } from './refusals-lists.js';
import { moneyRefusals } from './refusals-money.js';
import { objectionRefusals } from './refusals-objection.js';
import { panelRefusals } from './refusals-panel.js';
import { peopleRefusals } from './refusals-people.js';
import { preCheckRefusals } from './refusals-pre-check.js';
import { releaseRefusals } from './refusals-release.js';
import { routingRefusals } from './refusals-routing.js';
import { recoveryRefusals } from './refusals-recovery.js';
import { sanctionRefusals } from './refusals-sanction.js';
import { settlementRefusals } from './refusals-settlement.js';
import { selectionRefusals } from './refusals-selection.js';
import { staffRefusals } from './refusals-staff.js';
import { windowRefusals } from './refusals-windows.js';

export type { RefusalEntry } from './refusals-entry.js';

/**
 * Every no that the service can say, by code: the guard that said it, or what the kernel and the API say themselves.
 * The only place of these words; API, CLI and console take them from here.
 */
export const refusals = {
  ...doorRefusals,
  ...peopleRefusals,
  ...windowRefusals,
  ...clockRefusals,
  ...decisionRefusals,
  ...lifeRefusals,
  ...changeRefusals,
  ...moneyRefusals,
  ...releaseRefusals,
  ...bookRefusals,
  ...gateRefusals,
  ...panelRefusals,
  ...selectionRefusals,
  ...callRefusals,
  ...intakeRefusals,
  ...preCheckRefusals,
  ...listRefusals,
  ...objectionRefusals,
  ...recoveryRefusals,
  ...sanctionRefusals,
  ...settlementRefusals,
  ...routingRefusals,
  ...staffRefusals,
};

/** The code of a refusal. */
export type RefusalCode = keyof typeof refusals;

/** A refusal in words: what is wrong, and for every guard that said no what it saw, who can clear it and what to do. */
export interface ExplainedRefusal {
  readonly code: string;
  readonly status: number;
  readonly title: Bilingual;
  readonly blockedBy: readonly {
    readonly code: string;
    readonly message: Bilingual;
    readonly evidence: Evidence;
    readonly clearedBy: readonly Clearer[];
    readonly next: Bilingual;
  }[];
}

/** The catalogue's entry of a code; throws a plain Error where there is none. */
export function entryOf(code: string): RefusalEntry {
  if (!Object.hasOwn(refusals, code)) throw new Error(`no refusal ${code} in the catalogue`);
  return refusals[code as RefusalCode];
}

/** Puts a chart's refusal into words, in both languages. */
export function explain({ code, blockedBy }: Pick<Refusal, 'code' | 'blockedBy'>): ExplainedRefusal {
  const { status, title } = entryOf(code);
  const blocks = blockedBy.map(({ code: guard, evidence }) => {
    const { title: message, clearedBy, next } = entryOf(guard);
    return { code: guard, message, evidence, clearedBy, next };
  });
  return { code, status, title, blockedBy: blocks };
}
