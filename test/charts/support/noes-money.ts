import { inState } from './given.js';
import { finance, told } from './moves.js';
import type { No } from './noes-competing.js';
import { POSTINGS } from './samples-tranche.js';

const released = inState('structuredProject', 'research.underWay').and(told(1, 'released'));
const draw = {
  ...{ drawId: 'draw-1', tranche: 1, institution: 'company-0001' },
  ...{ amount: '1000', drawnOn: '2026-07-01' },
};
const draws = (more: object = {}) => finance('RECORD_DRAW', { ...draw, ...more });
const corrects = (books: object) =>
  finance('CORRECT_POSTING', { posting: '7', ground: '금액 착오' }).booked({ ...POSTINGS['7'], ...books });

/** Those of a project's draws and of the correction of its postings. */
export const MONEY_NOES: Readonly<Record<string, No>> = {
  isNewDraw: [released.and(draws()), draws(), { drawId: 'draw-1' }],
  isInstitutionOfProject: [
    released,
    draws({ institution: 'company-0002' }),
    { institutions: 'company-0001, partner-tno' },
  ],
  isWithinReleased: [
    released.and(draws()),
    draws({ drawId: 'draw-2', amount: '200000000' }),
    { released: '200000000', drawn: '1000', undrawn: '199999000' },
  ],
  isPostingOfProject: [released, corrects({ posting: '9' }), { posting: '7' }],
  isCorrectable: [released, corrects({ kind: 'release' }), { kind: 'release', correctable: 'draw, share' }],
  isNotReversed: [released, corrects({ reversed: 'yes' }), { posting: '7' }],
  isAnotherPerson: [released, corrects({ madeBy: 'person-finance-1' }), { madeBy: 'person-finance-1' }],
};
