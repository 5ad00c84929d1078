import type { EffectName } from '../src/charts/effects.js';
import type { LedgerActivities } from '../src/contract/messages.js';
import type { Ledger } from '../src/ledger/ledger.js';
import { callEffects } from './calls.js';
import { ledgerActivities } from './ledger.js';
import { moneyEffects } from './money.js';
import { noticeEffects } from './notices.js';
import { paymentEffects } from './payment.js';
import { tendingEffects } from './tending.js';
import type { PerformEffect } from './effect.js';

/** What the activities reach: PostgreSQL, and the accounting portal by its base URL. */
export interface ActivityDeps {
  readonly ledger: Ledger;
  readonly portalUrl: string;
}

type Effects = ReturnType<typeof noticeEffects> &
  ReturnType<typeof moneyEffects> &
  ReturnType<typeof paymentEffects> &
  ReturnType<typeof tendingEffects> &
  ReturnType<typeof callEffects>;

/** Every activity that the workflows call: the ledger lane's, and one for each effect, by the effect's name. */
export function createActivities({ ledger, portalUrl }: ActivityDeps): LedgerActivities & Effects {
  const effects = {
    ...noticeEffects(ledger),
    ...moneyEffects(ledger),
    ...paymentEffects(portalUrl),
    ...tendingEffects(ledger),
    ...callEffects(ledger),
  } satisfies Partial<Record<EffectName, PerformEffect>>;
  return { ...ledgerActivities(ledger), ...effects };
}
