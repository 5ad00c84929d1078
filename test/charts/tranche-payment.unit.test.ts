import { describe, test } from 'vitest';
import {
  endsAs,
  isNotOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  ordersWith,
  stays,
} from './support/expected.js';
import { inState } from './support/given.js';
import {
  CLAIM,
  CONFIRMED,
  NOT_MADE,
  REJECTED,
  RESERVED,
  SECOND,
  UNKNOWN,
  approved,
  checked,
} from './support/lives-tranche.js';
import { approver, finance, officer, system } from './support/moves.js';

const PROJECT = 'project/2026/structured/0001';
const TRANCHE = `${PROJECT}/tranche/1`;
const payment = { payee: 'company-0001', amount: '200000000', reference: TRANCHE };
const FREEZE = system('FREEZE');
const CANCEL = system('CANCEL_TRANCHE');

const releasing = inState('tranche', 'releasing');
const unconfirmed = releasing.and(UNKNOWN);
const rejected = releasing.and(REJECTED);

describe('A payment that is confirmed', () => {
  test('is posted from what was held, for the firm and for its partner’s cost, and the tranche is released', () => {
    releasing.when(CONFIRMED).then(
      endsAs('released'),
      knows({ payment: { id: 'rcms-1', paidAt: '2026-08-03T02:00:00.000Z' } }),
      orders('postRelease', {
        kind: 'release',
        lines: [
          {
            ...{ debit: `tranche/${TRANCHE}`, credit: `company/company-0001/${PROJECT}` },
            amount: '180000000',
          },
          {
            ...{ debit: `tranche/${TRANCHE}`, credit: `partner/partner-tno/${PROJECT}` },
            amount: '20000000',
          },
        ],
        reservation: TRANCHE,
      }),
      orders('tellProject', {
        event: 'TRANCHE_CHANGED',
        data: {
          ...{ no: 1, state: 'released', amount: '200000000', partnerAmount: '20000000' },
          ...{ released: '200000000', partnerReleased: '20000000', cashShare: '20000000' },
        },
      }),
      notices('company-0001: trancheReleased'),
    );
  });

  test('is all the firm’s where its project has no partner', () => {
    inState('tranche', 'releasing', { partnerId: null, partnerAmount: '0' })
      .when(CONFIRMED)
      .then(
        orders('postRelease', {
          kind: 'release',
          lines: [
            {
              ...{ debit: `tranche/${TRANCHE}`, credit: `company/company-0001/${PROJECT}` },
              amount: '200000000',
            },
          ],
          reservation: TRANCHE,
        }),
      );
  });

  test('is made once: what was released takes nothing more, late and repeated answers least of all', () => {
    const released = inState('tranche', 'released');
    for (const move of [CONFIRMED, UNKNOWN, REJECTED, NOT_MADE, SECOND, RESERVED, CANCEL])
      released.when(move).then(isRefused('caseIsClosed'));
  });

  test('is not confirmed by a person', () => {
    releasing
      .when(finance('PAYMENT_CONFIRMED', { paymentId: 'mine', paidAt: '2026-08-03T02:00:00.000Z' }))
      .then(isRefused('isSystem', { role: 'finance' }));
    unconfirmed.when(finance('PAYMENT_NOT_MADE')).then(isRefused('isSystem', { role: 'finance' }));
  });
});

describe('A payment whose outcome nobody knows', () => {
  test('is a state of its own: the portal is asked by its key, and staff hear of it', () => {
    releasing
      .when(UNKNOWN)
      .then(
        leadsTo('unconfirmed'),
        knows({ portalSaid: 'timeout' }),
        orders('reconcilePayment', { ...payment, quietPeriodMs: 10_000 }),
        orders('payTranche'),
        notices('agency: paymentUnconfirmed'),
      );
  });

  test('is posted once where it turns out to have been made', () => {
    unconfirmed
      .when(CONFIRMED)
      .then(
        endsAs('released'),
        knows({ portalSaid: null }),
        orders('payTranche'),
        ordersWith('postRelease', { kind: 'release', reservation: TRANCHE }),
      );
  });

  test('is ordered again only once it is found not to have been made, and under the same key', () => {
    unconfirmed.when(NOT_MADE).then(leadsTo('releasing'), orders('payTranche', payment));
    unconfirmed.and(NOT_MADE, UNKNOWN).when(NOT_MADE).then(orders('payTranche', payment));
  });

  test('is nobody’s to decide: not to pay again, not to return, not to approve', () => {
    const tries = [
      finance('RETRY_PAYMENT', { reason: '재요청' }),
      finance('RETURN_CLAIM', { reason: '반려' }),
      approver('REFUSE_CLAIM', { ground: 'not-eligible-cost' }),
      SECOND,
    ];
    for (const move of tries) unconfirmed.when(move).then(isNotOffered);
  });

  test('is stopped by nothing: an order may still be on its way within the portal', () => {
    unconfirmed.when(FREEZE).then(stays, knows({ isFrozen: true }));
    unconfirmed.when(CANCEL).then(stays, knows({ isCancelled: true }));
    unconfirmed.and(CANCEL).when(NOT_MADE).then(leadsTo('releasing'), orders('payTranche', payment));
    unconfirmed.and(FREEZE).when(NOT_MADE).then(leadsTo('releasing'), orders('payTranche', payment));
    unconfirmed.and(CANCEL).when(CONFIRMED).then(endsAs('released'));
  });
});

describe('A payment that the portal rejects', () => {
  test('waits for finance, with what the portal said; the funds stay held', () => {
    releasing
      .when(REJECTED)
      .then(
        leadsTo('rejectedByPortal'),
        knows({ portalSaid: 'account-closed', holds: 0 }),
        orders('freeFunds'),
        notices('agency: paymentRejected'),
      );
  });

  test('is asked for again by finance alone, under the same key', () => {
    rejected
      .when(finance('RETRY_PAYMENT', { reason: '계좌 정정' }))
      .then(leadsTo('releasing'), orders('payTranche', payment), orders('reserveFunds'));
    rejected
      .when(officer('RETRY_PAYMENT', { reason: '계좌 정정' }))
      .then(isRefused('isFinance', { role: 'officer' }));
  });

  test('or goes back to the firm: what was held is given back, and is held anew under another name', () => {
    const RETURN = finance('RETURN_CLAIM', { reason: '계좌를 확인하십시오.' });
    rejected
      .when(RETURN)
      .then(
        leadsTo('claimable'),
        orders('freeFunds', { reservation: TRANCHE }),
        knows({ holds: 1, claim: null, approval: null }),
        notices('company-0001: claimReturned', 'company-0001: trancheClaimable'),
      );
    rejected
      .and(RETURN, CLAIM, checked(), approved[0])
      .when(SECOND)
      .then(ordersWith('reserveFunds', { reservation: `${TRANCHE}/hold/2` }));
  });

  test('can be frozen or cancelled: nothing was paid, and nothing stays held', () => {
    rejected
      .when(FREEZE)
      .then(leadsTo('held'), orders('freeFunds', { reservation: TRANCHE }), knows({ holds: 1 }));
    rejected.when(CANCEL).then(endsAs('cancelled'), orders('freeFunds', { reservation: TRANCHE }));
  });
});
