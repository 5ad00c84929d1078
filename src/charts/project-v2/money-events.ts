import { and } from 'xstate';
import { postDraw, postReverse, tellReversedShare } from './money-orders.js';

const correcting = [
  ...(['isFinance', 'isPostingOfProject', 'isCorrectable', 'isNotReversed', 'isAnotherPerson'] as const),
] as const;

/** What finance records of a project's money in every state: draws, and the reversal of what was posted wrongly. */
export const moneyThroughout = {
  RECORD_DRAW: {
    guard: and([
      'isFinance',
      'isNewDraw',
      'isInstitutionOfProject',
      'isWithinReleased',
      'isInstitutionNotFrozen',
    ]),
    actions: ['recordDraw', postDraw],
  },
  CORRECT_POSTING: [
    { guard: and([...correcting, 'isDrawReversed']), actions: ['recordReversal', 'dropDraw', postReverse] },
    { guard: and([...correcting]), actions: ['recordReversal', postReverse, tellReversedShare] },
  ],
} as const;
