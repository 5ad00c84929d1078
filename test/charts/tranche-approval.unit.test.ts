import { describe, test } from 'vitest';
import {
  endsAs,
  isNotOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  waitsFor,
} from './support/expected.js';
import { given, inState } from './support/given.js';
import { SHA256, opened } from './support/lives.js';
import { applicant, approver, finance, officer, system } from './support/moves.js';

const FIRST = approver('APPROVE_FIRST');
const SECOND = finance('APPROVE_SECOND');

/** A tranche that was claimed by this person, with these sums in the ledger. */
function claimedBy(who: object, sums = { companySum: '0', yearSum: '0' }) {
  return given('tranche').and(
    opened,
    officer('CONFIRM_CASH_SHARE', { amount: '20000000' }),
    applicant('CLAIM', { documentSha256s: [SHA256] }).by(who),
    system('CLAIM_CHECKED', sums),
  );
}

describe('The first approval, for the program', () => {
  const claimed = inState('tranche', 'claimed');

  test('is the approver’s', () => {
    claimed.when(FIRST).then(leadsTo('firstApproved'), knows({ firstApprover: ['person-approver-1'] }));
    claimed.when(finance('APPROVE_FIRST')).then(isRefused('isApprover', { role: 'finance' }));
  });

  test('is never that of whoever asked for the money', () => {
    claimedBy({ person: 'person-77' })
      .when(FIRST.by({ person: 'person-77' }))
      .then(isRefused('isNotClaimant', { claimant: 'person-77' }));
  });

  test('nor of somebody who acts for them, or for whom they acted', () => {
    claimedBy({ person: 'person-77' })
      .when(FIRST.by({ person: 'person-5', onBehalfOf: 'person-77' }))
      .then(isRefused('isNotClaimant', { claimant: 'person-77' }));
    claimedBy({ person: 'person-77', onBehalfOf: 'person-78' })
      .when(FIRST.by({ person: 'person-78' }))
      .then(isRefused('isNotClaimant', { claimant: 'person-77, person-78' }));
  });

  test('keeps within the company’s ceiling, to the won', () => {
    claimedBy({}, { companySum: '1300000000', yearSum: '0' }).when(FIRST).then(leadsTo('firstApproved'));
    claimedBy({}, { companySum: '1300000001', yearSum: '0' })
      .when(FIRST)
      .then(
        isRefused('isWithinCompanyCeiling', {
          already: '1300000001',
          adding: '200000000',
          cap: '1500000000',
        }),
      );
  });

  test('and within the year’s budget, to the won', () => {
    claimedBy({}, { companySum: '0', yearSum: '43200000000' }).when(FIRST).then(leadsTo('firstApproved'));
    claimedBy({}, { companySum: '0', yearSum: '43200000001' })
      .when(FIRST)
      .then(
        isRefused('isWithinYearBudget', {
          ...{ already: '43200000001', adding: '200000000' },
          ...{ cap: '43400000000', year: '2026' },
        }),
      );
  });

  test('names both where neither has room', () => {
    claimedBy({}, { companySum: '1500000000', yearSum: '43400000000' })
      .when(FIRST)
      .then(isRefused('isWithinCompanyCeiling', undefined, 'isWithinYearBudget'));
  });

  test('comes before the second', () => {
    claimed.when(SECOND).then(isNotOffered);
  });
});

describe('The second approval, for finance', () => {
  const approvedBy = (who: object) => inState('tranche', 'claimed').and(FIRST.by(who));
  const seen = (firstApprover: string) => ({ firstApprover, claimant: 'person-applicant-1' });

  test('is finance’s, and orders the funds', () => {
    approvedBy({})
      .when(SECOND)
      .then(
        leadsTo('reserving'),
        knows({ firstApprover: ['person-approver-1'], secondApprover: ['person-finance-1'] }),
        orders('reserveFunds', {
          ...{ reservation: 'project/2026/structured/0001/tranche/1', amount: '200000000' },
          ...{ companyCeiling: '1500000000', yearBudget: '43400000000', year: '2026' },
        }),
        waitsFor({}),
      );
    approvedBy({})
      .when(approver('APPROVE_SECOND').by({ person: 'person-approver-2' }))
      .then(isRefused('isFinance', { role: 'approver' }));
  });

  test('is never that of whoever approved first', () => {
    approvedBy({ person: 'person-9' })
      .when(SECOND.by({ person: 'person-9' }))
      .then(isRefused('isSecondPerson', seen('person-9')));
  });

  test('nor of whoever claimed', () => {
    approvedBy({})
      .when(SECOND.by({ person: 'person-applicant-1' }))
      .then(isRefused('isSecondPerson', seen('person-approver-1')));
  });

  test.each([
    [
      'the first approver covers an absence, and the absent one approves second',
      { person: 'a', onBehalfOf: 'b' },
      { person: 'b' },
    ],
    ['the second acts for the first approver', { person: 'a' }, { person: 'b', onBehalfOf: 'a' }],
    ['one person acts for two', { person: 'a', onBehalfOf: 'b' }, { person: 'a', onBehalfOf: 'c' }],
    ['two act for one', { person: 'a', onBehalfOf: 'c' }, { person: 'b', onBehalfOf: 'c' }],
  ])('a delegation makes no second person: %s', (_, first, second) => {
    const people = 'onBehalfOf' in first ? `${first.person}, ${first.onBehalfOf}` : first.person;
    approvedBy(first)
      .when(SECOND.by(second))
      .then(isRefused('isSecondPerson', seen(people)));
  });

  test('four people on two desks are four eyes', () => {
    approvedBy({ person: 'a', onBehalfOf: 'b' })
      .when(SECOND.by({ person: 'c', onBehalfOf: 'd' }))
      .then(leadsTo('reserving'), knows({ firstApprover: ['a', 'b'], secondApprover: ['c', 'd'] }));
  });
});

describe('The budget of the year', () => {
  const claimable = inState('tranche', 'claimable').and(
    officer('CONFIRM_CASH_SHARE', { amount: '20000000' }),
  );
  const CLAIM = applicant('CLAIM', { documentSha256s: [SHA256] });
  const CHECKED = system('CLAIM_CHECKED', { companySum: '0', yearSum: '43400000000' });
  const NEW_YEAR = '2026-12-31T15:00:00.000Z';
  const LAST_BUDGETED = '2032-12-31T14:59:59.999Z';

  test('is that of the Korean calendar year in which the claim is made', () => {
    const asked = (year: string) => orders('checkClaim', { amount: '200000000', year });
    claimable.when(CLAIM.at('2026-12-31T14:59:59.999Z')).then(asked('2026'));
    claimable.when(CLAIM.at(NEW_YEAR)).then(asked('2027'));
  });

  test('that is full does not stand in the way of a claim of the next year', () => {
    claimable.and(CLAIM, CHECKED).when(FIRST).then(isRefused('isWithinYearBudget'));
    claimable
      .and(CLAIM.at(NEW_YEAR), CHECKED)
      .when(FIRST)
      .then(leadsTo('firstApproved'), knows({ year: '2027' }));
  });

  test('is that of the year in which the money is held, where approvals reach into the next', () => {
    claimable
      .and(CLAIM, system('CLAIM_CHECKED', { companySum: '0', yearSum: '0' }), FIRST)
      .when(SECOND.at(NEW_YEAR))
      .then(
        orders('reserveFunds', {
          ...{ reservation: 'project/2026/structured/0001/tranche/1', amount: '200000000' },
          ...{ companyCeiling: '1500000000', yearBudget: '91000000000', year: '2027' },
        }),
      );
  });

  test('is asked for in a year that the edition budgets, at either approval', () => {
    const budgeted = '2026, 2027, 2028, 2029, 2030, 2031, 2032';
    const last = claimable.and(
      CLAIM.at(LAST_BUDGETED),
      system('CLAIM_CHECKED', { companySum: '0', yearSum: '0' }),
    );
    last.when(FIRST).then(isRefused('isYearBudgeted', { year: '2033', budgeted }));
    claimable
      .and(CLAIM, system('CLAIM_CHECKED', { companySum: '0', yearSum: '0' }), FIRST)
      .when(SECOND.at('2033-01-04T01:00:00.000Z'))
      .then(isRefused('isYearBudgeted', { year: '2033', budgeted }));
  });

  test('holds what is held in it: in another year’s sum it is not counted out', () => {
    const held = claimable.and(
      ...[CLAIM, system('CLAIM_CHECKED', { companySum: '0', yearSum: '0' }), FIRST, SECOND],
      ...[system('FREEZE'), system('FUNDS_RESERVED'), system('UNFREEZE')],
    );
    const SUMS = system('CLAIM_CHECKED', { companySum: '300000000', yearSum: '500000000' });
    held
      .and(CLAIM)
      .when(SUMS)
      .then(knows({ sums: { companySum: '100000000', yearSum: '300000000' } }));
    held
      .and(CLAIM.at(NEW_YEAR))
      .when(SUMS)
      .then(knows({ heldInYear: '2026', sums: { companySum: '100000000', yearSum: '500000000' } }));
  });
});

describe('Funds', () => {
  const reserving = inState('tranche', 'reserving');
  const REFUSED = system('FUNDS_REFUSED', { limit: 'year/2026' });

  test('that are held are paid to the company, under the tranche’s own name', () => {
    reserving.when(system('FUNDS_RESERVED')).then(
      leadsTo('releasing'),
      orders('payTranche', {
        ...{ payee: 'company-0001', amount: '200000000' },
        reference: 'project/2026/structured/0001/tranche/1',
      }),
    );
  });

  test('that a ceiling has no room for send the claim back to be checked and approved anew', () => {
    reserving.when(REFUSED).then(
      leadsTo('checking'),
      knows({
        refusedLimit: 'year/2026',
        firstApprover: [],
        secondApprover: [],
        claim: { by: ['person-applicant-1'] },
      }),
      orders('checkClaim', { amount: '200000000', year: '2026' }),
      orders('payTranche'),
    );
    reserving
      .and(REFUSED, system('CLAIM_CHECKED', { companySum: '0', yearSum: '43400000000' }))
      .when(FIRST)
      .then(isRefused('isWithinYearBudget'));
  });

  test('are answered for by the service alone', () => {
    reserving.when(finance('FUNDS_RESERVED')).then(isRefused('isSystem', { role: 'finance' }));
    reserving.when(finance('FUNDS_REFUSED', { limit: 'x' })).then(isRefused('isSystem', { role: 'finance' }));
  });
});

describe('A payment', () => {
  const releasing = inState('tranche', 'releasing');
  const CONFIRMED = system('PAYMENT_CONFIRMED', { paymentId: 'rcms-1', paidAt: '2026-08-03T02:00:00.000Z' });

  test('that is confirmed is posted from what was held, and the tranche is released', () => {
    releasing.when(CONFIRMED).then(
      endsAs('released'),
      knows({ payment: { id: 'rcms-1', paidAt: '2026-08-03T02:00:00.000Z' } }),
      orders('postRelease', {
        ...{ kind: 'release', debit: 'tranche/project/2026/structured/0001/tranche/1', credit: 'bank' },
        ...{ amount: '200000000', reservation: 'project/2026/structured/0001/tranche/1' },
      }),
      orders('tellProject', {
        event: 'TRANCHE_CHANGED',
        data: { no: 1, state: 'released', released: '200000000' },
      }),
      notices('company-0001: trancheReleased'),
    );
  });

  test('is made once: what was released takes nothing more', () => {
    const released = inState('tranche', 'released');
    for (const move of [CONFIRMED, SECOND, system('FUNDS_RESERVED'), system('CANCEL_TRANCHE')])
      released.when(move).then(isRefused('caseIsClosed'));
  });

  test('is not confirmed by a person', () => {
    releasing
      .when(finance('PAYMENT_CONFIRMED', { paymentId: 'mine', paidAt: '2026-08-03T02:00:00.000Z' }))
      .then(isRefused('isSystem', { role: 'finance' }));
  });
});
