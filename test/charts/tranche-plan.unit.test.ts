import { describe, test } from 'vitest';
import { endsAs, isRefused, knows, leadsTo, notices, orders, stays } from './support/expected.js';
import { given, inState } from './support/given.js';
import { REJECTED, RESERVED, UNKNOWN } from './support/lives-tranche.js';
import { officer, system } from './support/moves.js';

const PROJECT = 'project/2026/structured/0001';
const TRANCHE = `${PROJECT}/tranche/1`;
const BUDGET = 'year/2026/all';
const FIRM = `company/company-0001/${PROJECT}`;
const PARTNER = `partner/partner-tno/${PROJECT}`;
const replans = (plan: Record<string, unknown>) => system('RESCHEDULE', plan);
const LESS = replans({ amount: '150000000' });
const bound = (...lines: readonly object[]) => orders('postCommit', { kind: 'commit', lines });
const unbound = (...lines: readonly object[]) => orders('postDecommit', { kind: 'decommit', lines });

describe('A change of the agreement', () => {
  const scheduled = given('tranche');

  test('lowers a tranche, and its partner’s part in proportion; the difference is bound no more', () => {
    scheduled.when(LESS).then(
      stays,
      knows({ amount: '150000000', partnerAmount: '15000000' }),
      unbound(
        { debit: BUDGET, credit: FIRM, amount: '45000000' },
        { debit: BUDGET, credit: PARTNER, amount: '5000000' },
      ),
      orders('postCommit'),
      orders('tellProject', {
        event: 'TRANCHE_CHANGED',
        data: {
          ...{ no: 1, state: 'scheduled', amount: '150000000', partnerAmount: '15000000' },
          ...{ released: '0', partnerReleased: '0', cashShare: '0' },
        },
      }),
    );
  });

  test('raises one, within a grant that it says, and binds the difference', () => {
    scheduled
      .when(replans({ amount: '300000000', grant: '1100000000', cashShareDue: '30000000' }))
      .then(
        knows({ amount: '300000000', grant: '1100000000', cashShareDue: '30000000' }),
        bound(
          { debit: FIRM, credit: BUDGET, amount: '90000000' },
          { debit: PARTNER, credit: BUDGET, amount: '10000000' },
        ),
        orders('postDecommit'),
      );
  });

  test('that only moves money between firm and partner binds the one and unbinds the other', () => {
    scheduled
      .when(replans({ amount: '200000000', partnerAmount: '50000000' }))
      .then(
        bound({ debit: PARTNER, credit: BUDGET, amount: '30000000' }),
        unbound({ debit: BUDGET, credit: FIRM, amount: '30000000' }),
      );
  });

  test('of the partner binds its part to the new one', () => {
    scheduled
      .when(replans({ amount: '200000000', partnerId: 'partner-csem' }))
      .then(
        knows({ partnerId: 'partner-csem' }),
        bound({ debit: `partner/partner-csem/${PROJECT}`, credit: BUDGET, amount: '20000000' }),
        unbound({ debit: BUDGET, credit: PARTNER, amount: '20000000' }),
      );
  });

  test('that changes no money posts none', () => {
    scheduled
      .when(replans({ amount: '200000000', cashShareDue: '1' }))
      .then(knows({ cashShareDue: '1' }), orders('postCommit'), orders('postDecommit'));
  });

  test('that leaves nothing of a tranche ends it, and all of it is bound no more', () => {
    for (const path of ['scheduled', 'claimable', 'claimed'])
      inState('tranche', path)
        .when(replans({ amount: '0' }))
        .then(
          endsAs('cancelled'),
          unbound(
            { debit: BUDGET, credit: FIRM, amount: '180000000' },
            { debit: BUDGET, credit: PARTNER, amount: '20000000' },
          ),
        );
  });

  test('is the project’s to tell', () => {
    scheduled.when(officer('RESCHEDULE', { amount: '1' })).then(isRefused('isSystem', { role: 'officer' }));
  });
});

describe('A tranche that has been opened', () => {
  test('and not claimed takes the new plan', () => {
    inState('tranche', 'claimable')
      .when(LESS)
      .then(stays, knows({ amount: '150000000' }));
    inState('tranche', 'claimable')
      .and(system('FREEZE'))
      .when(LESS)
      .then(stays, knows({ amount: '150000000' }));
  });

  test.each(['checking', 'claimed', 'firstApproved'])('and is %s is claimed anew', (path) => {
    inState('tranche', path)
      .when(LESS)
      .then(
        leadsTo('claimable'),
        knows({ amount: '150000000', claim: null, approval: null, firstApprover: [] }),
        notices('company-0001: claimVoided', 'company-0001: trancheClaimable'),
      );
  });

  test('and was rejected by the portal is claimed anew; what was held for it is given back', () => {
    inState('tranche', 'releasing')
      .and(REJECTED)
      .when(LESS)
      .then(
        leadsTo('claimable'),
        orders('freeFunds', { reservation: TRANCHE }),
        knows({ holds: 1, amount: '150000000', claim: null }),
      );
  });

  test.each([
    ['reserving', inState('tranche', 'reserving')],
    ['releasing', inState('tranche', 'reserving').and(RESERVED)],
    ['unconfirmed', inState('tranche', 'releasing').and(UNKNOWN)],
  ])('and is %s is what it was: the project hears so', (state, story) => {
    story.when(LESS).then(
      stays,
      knows({ amount: '200000000' }),
      orders('postDecommit'),
      orders('tellProject', {
        event: 'TRANCHE_CHANGED',
        data: {
          ...{ no: 1, state, amount: '200000000', partnerAmount: '20000000' },
          ...{ released: '0', partnerReleased: '0', cashShare: '20000000' },
        },
      }),
    );
  });
});
