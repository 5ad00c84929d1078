import type { Bilingual } from '../../charts/kernel/types.js';
import type { Edition } from '../../program/types.js';
import type { Dice } from './dice.js';
import { topic } from './names.js';

/** A partner's technology proposal, as its partner wrote it. */
export interface Proposal {
  readonly id: string;
  readonly partnerId: string;
  readonly title: Bilingual;
  readonly sector: string;
  readonly isOpen: boolean;
}

/** One in this many was closed again by its partner before firms could answer it. */
const CLOSED_EVERY = 60;

/** The partners' proposals of an edition: as many as it says, for any size of cohort. */
export function proposalsOf(edition: Edition, dice: Dice): Proposal[] {
  const partners = edition.partners.filter(({ id }) => !id.includes('mit-ilp'));
  return Array.from({ length: edition.tracks.structured.proposals ?? 0 }, (_, index) => {
    const id = `proposal-${String(index + 1).padStart(4, '0')}`;
    const sector = dice.pick(edition.sectors.emerging, 'sector', id).code;
    const { ko, en } = topic(dice, sector, id);
    return {
      ...{ id, sector, partnerId: dice.pick(partners, 'partner', id).id },
      title: { ko: `${ko} 공동개발 제안`, en: `Proposal: joint development of a ${en}` },
      isOpen: (index + 1) % CLOSED_EVERY !== 0,
    };
  });
}
