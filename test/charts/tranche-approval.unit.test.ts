import { describe, test } from 'vitest';
import {
  isNotOffered,
  isOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  ordersWith,
  waitsFor,
} from './support/expected.js';
import { given, inState } from './support/given.js';
import {
  CASH_IN,
  CLAIM,
  CLAIM_DOCUMENTS,
  CLEAR,
  FIRST,
  SECOND,
  approved,
  checked,
  opened,
} from './support/lives-tranche.js';
import { applicant, approver, asks, finance, officer, system } from './support/moves.js';

const PROJECT = 'project/2026/structured/0001';
const CHECKED = checked();

/** A tranche that was claimed by this person, with these sums in the ledger. */
function claimedBy(who: object, sums: Record<string, string> = {}) {
  return given('tranche').and(opened, CASH_IN, CLAIM.by(who), checked(sums));
}

describe('The first approval, for the program', () => {
  const claimed = inState('tranche', 'claimed');

  test('is the approver’s', () => {
    claimed.when(FIRST).then(leadsTo('firstApproved'), knows({ firstApprover: ['person-approver-1'] }));
    claimed
      .when(finance('APPROVE_FIRST'))
      .then(isRefused('isApprover', { role: 'finance' }, 'approvesWhatStands'));
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

  test('nor of whoever prepared it: who saw the cash come in, or amended the claim', () => {
    claimed
      .when(FIRST.by({ person: 'person-officer-1' }))
      .then(isRefused('isNotPreparer', { preparers: 'person-officer-1' }));
    claimed
      .when(FIRST.by({ person: 'person-5', onBehalfOf: 'person-officer-1' }))
      .then(isRefused('isNotPreparer'));
    claimed
      .and(
        applicant('AMEND_CLAIM', { documents: CLAIM_DOCUMENTS, ground: '교체' }).by({ person: 'person-80' }),
        CHECKED,
      )
      .when(FIRST.by({ person: 'person-80' }))
      .then(isRefused('isNotClaimant', { claimant: 'person-applicant-1, person-80' }));
  });

  test('keeps within the company’s ceiling, to the won', () => {
    claimedBy({}, { companySum: '1300000000' }).when(FIRST).then(leadsTo('firstApproved'));
    claimedBy({}, { companySum: '1300000001' })
      .when(FIRST)
      .then(
        isRefused('isWithinCompanyCeiling', {
          ...{ already: '1300000001', adding: '200000000', cap: '1500000000' },
        }),
      );
  });

  test('and within the year’s budget, to the won', () => {
    claimedBy({}, { yearSum: '43200000000' }).when(FIRST).then(leadsTo('firstApproved'));
    claimedBy({}, { yearSum: '43200000001' })
      .when(FIRST)
      .then(
        isRefused('isWithinYearBudget', {
          ...{ already: '43200000001', adding: '200000000' },
          ...{ cap: '43400000000', year: '2026' },
        }),
      );
  });

  test('and within the agreement, to the won', () => {
    claimedBy({}, { agreementSum: '800000000' }).when(FIRST).then(leadsTo('firstApproved'));
    claimedBy({}, { agreementSum: '800000001' })
      .when(FIRST)
      .then(isRefused('isWithinAgreement', { already: '800000001', adding: '200000000', cap: '1000000000' }));
  });

  test('names all three where none has room', () => {
    claimedBy({}, { companySum: '1500000000', yearSum: '43400000000', agreementSum: '1000000000' })
      .when(FIRST)
      .then(isRefused('isWithinCompanyCeiling', undefined, 'isWithinAgreement', 'isWithinYearBudget'));
  });

  test('comes before the second', () => {
    claimed.when(SECOND).then(isNotOffered);
  });
});

describe('The second approval, for finance', () => {
  const approvedBy = (who: object) => inState('tranche', 'claimed').and(FIRST.by(who));
  const seen = (firstApprover: string) => ({ firstApprover, claimant: 'person-applicant-1' });

  test('is finance’s, and orders the funds, by both names', () => {
    approvedBy({})
      .when(SECOND)
      .then(
        leadsTo('reserving'),
        knows({ firstApprover: ['person-approver-1'], secondApprover: ['person-finance-1'] }),
        orders('reserveFunds', {
          ...{ reservation: `${PROJECT}/tranche/1`, amount: '200000000', companyCeiling: '1500000000' },
          ...{ yearBudget: '43400000000', year: '2026', agreement: PROJECT, grant: '1000000000' },
          approvers: [
            { person: 'person-approver-1', role: 'approver', onBehalfOf: null },
            { person: 'person-finance-1', role: 'finance', onBehalfOf: null },
          ],
        }),
        waitsFor({}),
      );
    approvedBy({})
      .when(SECOND.by({ person: 'person-approver-2', role: 'approver' }))
      .then(isRefused('isFinance', { role: 'approver' }));
  });

  test('is never that of whoever approved first', () => {
    approvedBy({ person: 'person-9' })
      .when(SECOND.by({ person: 'person-9' }))
      .then(isRefused('isSecondPerson', seen('person-9')));
  });

  test('nor of whoever claimed, or prepared', () => {
    approvedBy({})
      .when(SECOND.by({ person: 'person-applicant-1' }))
      .then(isRefused('isSecondPerson', seen('person-approver-1')));
    approvedBy({})
      .when(SECOND.by({ person: 'person-officer-1' }))
      .then(isRefused('isNotPreparer', { preparers: 'person-officer-1' }));
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

  test('four people on two desks are four eyes, and all four names go with the order', () => {
    approvedBy({ person: 'a', onBehalfOf: 'b' })
      .when(SECOND.by({ person: 'c', onBehalfOf: 'd' }))
      .then(
        leadsTo('reserving'),
        knows({ firstApprover: ['a', 'b'], secondApprover: ['c', 'd'] }),
        ordersWith('reserveFunds', {
          approvers: [
            { person: 'a', role: 'approver', onBehalfOf: 'b' },
            { person: 'c', role: 'finance', onBehalfOf: 'd' },
          ],
        }),
      );
  });

  test('looks at everything again: what has changed since the first holds it back', () => {
    const atSecond = approvedBy({});
    atSecond
      .when(SECOND.booked({ ...CLEAR, openRecoveries: '1' }))
      .then(isRefused('hasNoOpenRecovery', { openRecoveries: '1' }));
    const shortlived = [CLAIM_DOCUMENTS[0], { kind: 'tax-clearance', sha256: 'b', expiresOn: '2026-06-01' }];
    given('tranche')
      .and(opened, CASH_IN, applicant('CLAIM', { documents: shortlived }), CHECKED, FIRST)
      .when(SECOND.at('2026-06-02T01:00:00.000Z'))
      .then(
        isRefused('hasNoExpiredDocument', {
          ...{ expired: 'tax-clearance 2026-06-01', receivedOn: '2026-06-02' },
        }),
      );
  });
});

describe('An approval is for exactly what stands', () => {
  const claimed = inState('tranche', 'claimed');
  const firstApproved = inState('tranche', 'firstApproved');
  const stale = () => {
    let sha256 = '';
    claimed.when(FIRST).then(({ before }) => {
      sha256 = (before.context['approval'] as { sha256: string }).sha256;
    });
    return { sha256 };
  };
  const AMEND = applicant('AMEND_CLAIM', {
    documents: [...CLAIM_DOCUMENTS, { kind: 'spending-plan', sha256: 'c' }],
    ground: '사용계획서를 더했습니다.',
  }).booked(CLEAR);

  test('by its SHA-256: another one, or none, approves nothing', () => {
    claimed
      .when(approver('APPROVE_FIRST', { sha256: 'f'.repeat(64) }))
      .then(isRefused('approvesWhatStands', { ...{ standing: stale().sha256 }, sha256: 'f'.repeat(64) }));
    claimed.when(approver('APPROVE_FIRST')).then(isRefused('approvesWhatStands'));
    claimed.when(approver('APPROVE_FIRST', stale())).then(leadsTo('firstApproved'));
  });

  test('and is asked for before it is filled in', () => {
    claimed.when(asks('approver', 'APPROVE_FIRST')).then(isOffered);
    firstApproved.when(asks('finance', 'APPROVE_SECOND')).then(isOffered);
  });

  test('so that an amended claim voids what was approved, and is checked anew', () => {
    firstApproved
      .when(AMEND)
      .then(
        leadsTo('checking'),
        knows({ firstApprover: [], approval: null, claim: { amendedBy: ['person-applicant-1'] } }),
        orders('checkClaim', { amount: '200000000', year: '2026', agreement: PROJECT }),
      );
    const amended = firstApproved.and(AMEND, CHECKED);
    amended.when(SECOND).then(isNotOffered);
    amended.when(approver('APPROVE_FIRST', stale())).then(isRefused('approvesWhatStands'));
    amended.when(FIRST).then(leadsTo('firstApproved'));
  });

  test('and other sums in the ledger are another thing to approve', () => {
    claimed
      .and(finance('RECHECK_CLAIM'), checked({ yearSum: '1' }))
      .when(approver('APPROVE_FIRST', stale()))
      .then(isRefused('approvesWhatStands'));
    claimed
      .and(finance('RECHECK_CLAIM'), CHECKED)
      .when(approver('APPROVE_FIRST', stale()))
      .then(leadsTo('firstApproved'));
  });

  test('which a reversed deposit takes away altogether', () => {
    firstApproved
      .when(system('CASH_SHARE_CORRECTED', { amount: '20000000' }))
      .then(
        leadsTo('claimable'),
        knows({ claim: null, approval: null, firstApprover: [], cashShareReceived: '0' }),
        notices('company-0001: claimVoided', 'company-0001: trancheClaimable'),
      );
  });

  test('a claim is amended by its own firm, by the same rules as it was made', () => {
    firstApproved.when(AMEND.by({ org: 'company-0002' })).then(isRefused('isOwnCase'));
    firstApproved
      .when(applicant('AMEND_CLAIM', { documents: [CLAIM_DOCUMENTS[0]], ground: '교체' }))
      .then(isRefused('hasNeededDocuments', { missing: 'tax-clearance' }));
    firstApproved.when(officer('RECHECK_CLAIM')).then(isRefused('isApproverOrFinance', { role: 'officer' }));
  });
});

describe('The budget of the year', () => {
  const claimable = inState('tranche', 'claimable').and(CASH_IN);
  const FULL = checked({ yearSum: '43400000000' });
  const NEW_YEAR = '2026-12-31T15:00:00.000Z';
  const LAST_BUDGETED = '2032-12-31T14:59:59.999Z';

  test('is that of the Korean calendar year in which the claim is made', () => {
    const asked = (year: string) => orders('checkClaim', { amount: '200000000', year, agreement: PROJECT });
    claimable.when(CLAIM.at('2026-12-31T14:59:59.999Z')).then(asked('2026'));
    claimable.when(CLAIM.at(NEW_YEAR)).then(asked('2027'));
  });

  test('that is full does not stand in the way of a claim of the next year', () => {
    claimable.and(CLAIM, FULL).when(FIRST).then(isRefused('isWithinYearBudget'));
    claimable
      .and(CLAIM.at(NEW_YEAR), FULL)
      .when(FIRST)
      .then(leadsTo('firstApproved'), knows({ year: '2027' }));
  });

  test('is not approved in another year than it was checked for: it is checked anew', () => {
    const atSecond = claimable.and(CLAIM, CHECKED, FIRST);
    atSecond.when(SECOND.at(NEW_YEAR)).then(isRefused('isOfYearChecked', { checked: '2026', year: '2027' }));
    const anew = atSecond.and(finance('RECHECK_CLAIM').at(NEW_YEAR), CHECKED);
    anew.when(FIRST).then(leadsTo('firstApproved'));
    anew
      .and(FIRST)
      .when(SECOND)
      .then(
        leadsTo('reserving'),
        knows({ year: '2027' }),
        ordersWith('reserveFunds', { yearBudget: '91000000000', year: '2027' }),
      );
  });

  test('is asked for in a year that the edition budgets', () => {
    const budgeted = '2026, 2027, 2028, 2029, 2030, 2031, 2032';
    claimable
      .and(CLAIM.at(LAST_BUDGETED), CHECKED)
      .when(FIRST)
      .then(isRefused('isYearBudgeted', { year: '2033', budgeted }, 'isOfYearChecked'));
    claimable
      .and(CLAIM.at('2033-01-04T01:00:00.000Z'), CHECKED)
      .when(FIRST)
      .then(isRefused('isYearBudgeted', { year: '2033', budgeted }, 'isWithinYearBudget'));
  });
});

describe('Funds', () => {
  const reserving = inState('tranche', 'reserving');
  const REFUSED = system('FUNDS_REFUSED', { limit: 'year/2026/2026' });

  test('that are held are paid to the company, under the tranche’s own name', () => {
    reserving.when(system('FUNDS_RESERVED')).then(
      leadsTo('releasing'),
      orders('payTranche', {
        ...{ payee: 'company-0001', amount: '200000000', reference: `${PROJECT}/tranche/1` },
      }),
    );
  });

  test.each(['year/2026/2026', 'approver'])(
    'that are refused for %s send the claim back to be checked and approved anew, and staff hear of it',
    (limit) => {
      reserving.when(system('FUNDS_REFUSED', { limit })).then(
        leadsTo('checking'),
        knows({
          ...{ refusedLimit: limit, firstApprover: [], secondApprover: [], approval: null },
          claim: { by: ['person-applicant-1'] },
        }),
        orders('checkClaim', { amount: '200000000', year: '2026', agreement: PROJECT }),
        orders('payTranche'),
        notices('agency: fundsRefused'),
      );
    },
  );

  test('that were refused are asked for again under the same name: nothing was held', () => {
    reserving
      .and(REFUSED, CHECKED, FIRST)
      .when(SECOND)
      .then(ordersWith('reserveFunds', { reservation: `${PROJECT}/tranche/1` }));
    reserving
      .and(REFUSED, checked({ yearSum: '43400000000' }))
      .when(FIRST)
      .then(isRefused('isWithinYearBudget'));
  });

  test('are answered for by the service alone', () => {
    reserving.when(finance('FUNDS_RESERVED')).then(isRefused('isSystem', { role: 'finance' }));
    reserving.when(finance('FUNDS_REFUSED', { limit: 'x' })).then(isRefused('isSystem', { role: 'finance' }));
  });

  test('are asked for by nobody who only approved', () => {
    inState('tranche', 'claimed').when(approved[0]).then(orders('reserveFunds'));
  });
});
