import { describe, test } from 'vitest';
import {
  isNotOffered,
  isOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
} from './support/expected.js';
import { given, inState } from './support/given.js';
import { SHA256, opened } from './support/lives.js';
import { applicant, approver, asks, finance, officer, system } from './support/moves.js';

const CLAIM = applicant('CLAIM', { documentSha256s: [SHA256] });
const CHECKED = system('CLAIM_CHECKED', { companySum: '300000000', yearSum: '40000000000' });
const paysIn = (amount: string) => officer('CONFIRM_CASH_SHARE', { amount });
const tells = (state: string) =>
  orders('tellProject', { event: 'TRANCHE_CHANGED', data: { no: 1, state, released: '0' } });

describe('A tranche that is scheduled', () => {
  test('cannot be claimed before its stage has begun', () => {
    given('tranche').when(CLAIM).then(isNotOffered);
    given('tranche').when(paysIn('20000000')).then(isNotOffered);
  });

  test('is opened by its project alone, with the stage and the firm’s cash that it asks for', () => {
    given('tranche')
      .when(opened)
      .then(
        leadsTo('claimable'),
        knows({ stage: 1, cashShareDue: '20000000', cashShareReceived: '0' }),
        tells('claimable'),
        notices('company-0001: trancheClaimable'),
      );
    given('tranche')
      .when(officer('OPEN_TRANCHE', { stage: 1, cashShareDue: '0' }))
      .then(isRefused('isSystem', { role: 'officer' }));
  });
});

describe('A tranche that can be claimed', () => {
  const claimable = inState('tranche', 'claimable');

  test('waits for the firm’s cash share, to the last won', () => {
    claimable.when(CLAIM).then(isRefused('isCashShareReceived', { due: '20000000', received: '0' }));
    claimable
      .and(paysIn('19999999'))
      .when(CLAIM)
      .then(isRefused('isCashShareReceived', { due: '20000000', received: '19999999' }));
    claimable.and(paysIn('19999999'), paysIn('1')).when(CLAIM).then(leadsTo('checking'));
  });

  test('adds up what comes in, and an officer confirms it', () => {
    claimable
      .and(paysIn('12000000'))
      .when(paysIn('8000000'))
      .then(stays, knows({ cashShareReceived: '20000000' }));
    claimable.when(applicant('CONFIRM_CASH_SHARE', { amount: '20000000' })).then(isRefused('isOfficer'));
  });

  test('that asks for no cash can be claimed at once', () => {
    given('tranche')
      .and(system('OPEN_TRANCHE', { stage: 1, cashShareDue: '0' }))
      .when(CLAIM)
      .then(leadsTo('checking'));
  });

  test('is claimed by its own company, with the documents behind it', () => {
    claimable
      .and(paysIn('20000000'))
      .when(CLAIM)
      .then(
        leadsTo('checking'),
        knows({ claim: { by: ['person-applicant-1'], documentSha256s: [SHA256] } }),
        orders('checkClaim', { amount: '200000000', year: '2026' }),
        tells('checking'),
      );
    claimable
      .and(paysIn('20000000'))
      .when(CLAIM.by({ org: 'company-0002' }))
      .then(isRefused('isOwnCase', {}));
    claimable
      .and(paysIn('20000000'))
      .when(officer('CLAIM', { documentSha256s: [SHA256] }))
      .then(isRefused('isApplicant', { role: 'officer' }));
  });

  test('says that its cash is missing before anything is filled in', () => {
    claimable.when(asks('applicant', 'CLAIM')).then(isRefused('isCashShareReceived'));
    claimable.and(paysIn('20000000')).when(asks('applicant', 'CLAIM')).then(isOffered);
  });

  test('is opened once', () => {
    claimable.when(opened).then(isNotOffered);
  });
});

describe('A claim that is being checked', () => {
  const checking = inState('tranche', 'checking');

  test('goes to the approver with the sums that the ledger knows', () => {
    checking
      .when(CHECKED)
      .then(
        leadsTo('claimed'),
        knows({ sums: { companySum: '300000000', yearSum: '40000000000' } }),
        tells('claimed'),
      );
  });

  test('is answered for by the ledger alone, and by nobody approved meanwhile', () => {
    checking
      .when(finance('CLAIM_CHECKED', { companySum: '0', yearSum: '0' }))
      .then(isRefused('isSystem', { role: 'finance' }));
    checking.when(approver('APPROVE_FIRST')).then(isNotOffered);
  });
});

describe('A claim that is returned', () => {
  const RETURN = { reason: '영수증이 빠졌습니다.' };

  test('can be made again, with everything about it done anew', () => {
    for (const claim of [inState('tranche', 'claimed'), inState('tranche', 'firstApproved')])
      claim.when(finance('RETURN_CLAIM', RETURN)).then(
        leadsTo('claimable'),
        knows({
          claim: null,
          sums: null,
          firstApprover: [],
          ground: RETURN.reason,
          cashShareReceived: '20000000',
        }),
        notices('company-0001: claimReturned', 'company-0001: trancheClaimable'),
      );
  });

  test('is returned by the approver or by finance', () => {
    inState('tranche', 'claimed').when(approver('RETURN_CLAIM', RETURN)).then(leadsTo('claimable'));
    inState('tranche', 'claimed')
      .when(officer('RETURN_CLAIM', RETURN))
      .then(isRefused('isApproverOrFinance', { role: 'officer' }));
  });
});

describe('A claim that is refused', () => {
  test('ends the tranche, and the project is told', () => {
    for (const claim of [inState('tranche', 'claimed'), inState('tranche', 'firstApproved')])
      claim
        .when(approver('REFUSE_CLAIM', { ground: 'not-eligible-cost' }))
        .then(
          leadsTo('refused'),
          knows({ ground: 'not-eligible-cost' }),
          notices('company-0001: claimRefused'),
          tells('refused'),
          orders('freeFunds'),
        );
    inState('tranche', 'claimed')
      .when(officer('REFUSE_CLAIM', { ground: 'not-eligible-cost' }))
      .then(isRefused('isApproverOrFinance', { role: 'officer' }));
  });
});
