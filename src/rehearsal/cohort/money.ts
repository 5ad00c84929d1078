import type { Track } from '../../contract/names.js';
import type { Edition } from '../../program/types.js';
import type { Dice } from './dice.js';

/** Who pays how much of a project, in whole won as digits. */
export interface Funding {
  readonly government: string;
  readonly firmCash: string;
  readonly firmInKind: string;
  readonly partnerCost: string;
}

const UNIT = 10_000;

function rounded(amount: number): number {
  return Math.max(UNIT, Math.round(amount / UNIT) * UNIT);
}

/**
 * What a firm asks for: at most the edition's usual grant, shared by the larger the cohort is, because the year's budget
 * grows with no cohort. `isShort`: its own share is smaller than the law asks for.
 */
export function fundingOf(
  edition: Edition,
  track: Track,
  { dice, scale, key, isShort }: { dice: Dice; scale: number; key: string; isShort: boolean },
): Funding {
  const usual = Number(edition.tracks[track].defaultGrant) / Math.max(1, scale);
  const grant = rounded(usual * (0.7 + 0.3 * dice.draw('grant', key)));
  const partnerCost = rounded(grant * (0.08 + 0.12 * dice.draw('partner cost', key)));
  const government = grant - partnerCost;
  const share = isShort ? 0.22 : 0.36 + 0.14 * dice.draw('firm share', key);
  const firm = rounded(government * share);
  const firmCash = rounded(firm * (0.15 + 0.3 * dice.draw('cash', key)));
  const text = (amount: number): string => String(amount);
  return {
    ...{ government: text(government), firmCash: text(firmCash) },
    ...{ firmInKind: text(firm - firmCash), partnerCost: text(partnerCost) },
  };
}
