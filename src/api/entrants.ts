import { sharesOf } from '../charts/project/clinical-stages.js';
import type { EntrantFacts } from '../ledger/entrants.js';
import type { Terms } from '../program/types.js';
import { trancheAmounts } from '../rules/money.js';
import { preferencePoints } from '../rules/ranking.js';
import type { Entrant } from '../rules/ranking.js';
import { won, wonText } from '../rules/won.js';
import type { WonText } from '../rules/won.js';

/**
 * A project as its competition ranks it. Its grant is what was promised to it before, otherwise what it asks for, at most
 * the edition's amount for the track; the committee names another by exception.
 */
export function entrantOf(facts: EntrantFacts, terms: Terms): Entrant {
  const { projectId: id, number, companyId, proposalId, evaluation, preferences, standing } = facts;
  const { entryStage, targetStage } = facts;
  const grant = (facts.grant as WonText | null) ?? usualGrant(facts, terms);
  const staged = { subjectId: id, terms, entryStage, targetStage, clinicalStage: entryStage, tranches: [] };
  const [firstTranche = '0'] = trancheAmounts(grant, sharesOf(staged));
  return {
    ...{ id, number, companyId, proposalId, grant, firstTranche },
    score: Math.round((evaluation?.score ?? 0) * 100),
    criteria: evaluation?.criteria ?? {},
    preferencePoints: preferencePoints(preferences, terms),
    isPromised: standing === 'promised',
    isAgreed: standing === 'agreed',
  };
}

function usualGrant({ requested }: EntrantFacts, { settings, money }: Terms): WonText {
  const asked = won(requested['government'] as WonText) + won(requested['partnerCost'] as WonText);
  const limits = [asked, won(settings.defaultGrant), won(money.companyCeiling)];
  return wonText(limits.reduce((least, each) => (each < least ? each : least)));
}
