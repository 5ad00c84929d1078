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
import { given, inState } from './support/given.js';
import {
  CLAIM,
  CONFIRMED,
  FIRST,
  REJECTED,
  RESERVED,
  SECOND,
  approved,
  checked,
  opened,
} from './support/lives-tranche.js';
import { approver, officer, system } from './support/moves.js';

const PROJECT = 'project/2026/structured/0001';
const FREEZE = system('FREEZE');
const UNFREEZE = system('UNFREEZE');
const CANCEL = system('CANCEL_TRANCHE');
const REFUSED = system('FUNDS_REFUSED', { limit: 'year/2026/2026' });
const AGAIN = [CLAIM, checked(), ...approved] as const;
const reservation = { reservation: `${PROJECT}/tranche/1` };
const unbound = orders('postDecommit', {
  kind: 'decommit',
  lines: [
    { debit: 'year/2026/all', credit: `company/company-0001/${PROJECT}`, amount: '180000000' },
    { debit: 'year/2026/all', credit: `partner/partner-tno/${PROJECT}`, amount: '20000000' },
  ],
});

const reserving = inState('tranche', 'reserving');
const releasing = inState('tranche', 'releasing');

describe('A freeze', () => {
  test.each(['claimable', 'checking', 'claimed', 'firstApproved'])(
    'holds a tranche that is %s, and its claim is void',
    (path) => {
      inState('tranche', path)
        .when(FREEZE)
        .then(
          leadsTo('held'),
          knows({ claim: null, sums: null, approval: null, firstApprover: [], resumeTo: 'claimable' }),
          orders('postDecommit'),
        );
    },
  );

  test('that is lifted lets the firm claim anew; the cash that it paid in still counts', () => {
    const held = inState('tranche', 'firstApproved').and(FREEZE);
    held.when(UNFREEZE).then(leadsTo('claimable'), notices('company-0001: trancheClaimable'));
    held.and(UNFREEZE).when(SECOND).then(isNotOffered);
    held
      .and(UNFREEZE, ...AGAIN)
      .when(RESERVED)
      .then(leadsTo('releasing'));
  });

  test('of a tranche that is only scheduled leaves it scheduled', () => {
    given('tranche').and(FREEZE).when(UNFREEZE).then(leadsTo('scheduled'));
  });

  test('over which its stage begins lets it be claimed once it is lifted', () => {
    given('tranche')
      .and(FREEZE)
      .when(opened)
      .then(leadsTo('held'), knows({ stage: 1, cashShareDue: '20000000' }));
    given('tranche').and(FREEZE, opened).when(UNFREEZE).then(leadsTo('claimable'));
  });

  test('is the project’s to order', () => {
    inState('tranche', 'claimed')
      .when(officer('FREEZE'))
      .then(isRefused('isSystem', { role: 'officer' }));
    inState('tranche', 'claimed').and(FREEZE).when(officer('UNFREEZE')).then(isRefused('isSystem'));
  });

  test('lets nobody approve, return or refuse what it holds', () => {
    const held = inState('tranche', 'claimed').and(FREEZE);
    for (const move of [...approved, approver('RETURN_CLAIM', { reason: '반려' }), FREEZE])
      held.when(move).then(isNotOffered);
  });

  test('makes an answer that comes too late be of no use', () => {
    inState('tranche', 'checking').and(FREEZE).when(checked()).then(isNotOffered);
  });
});

describe('A freeze while the funds are being reserved', () => {
  const frozen = reserving.and(FREEZE);

  test('is remembered', () => {
    reserving.when(FREEZE).then(stays, knows({ isFrozen: true }), orders('tellProject'));
  });

  test('keeps the payment from being ordered: the tranche is held, and its funds are given back', () => {
    frozen
      .when(RESERVED)
      .then(
        leadsTo('held'),
        knows({ isFrozen: false, holds: 1, claim: null, resumeTo: 'claimable' }),
        orders('payTranche'),
        orders('freeFunds', reservation),
        orders('postDecommit'),
      );
  });

  test('asks for the funds anew under another name, and pays once, under the tranche’s own', () => {
    const again = frozen.and(RESERVED, UNFREEZE, CLAIM, checked(), FIRST);
    again.when(SECOND).then(ordersWith('reserveFunds', { reservation: `${PROJECT}/tranche/1/hold/2` }));
    again
      .and(SECOND)
      .when(RESERVED)
      .then(
        orders('payTranche', {
          ...{ payee: 'company-0001', amount: '200000000', reference: `${PROJECT}/tranche/1` },
        }),
      );
    again
      .and(SECOND, RESERVED)
      .when(CONFIRMED)
      .then(endsAs('released'), ordersWith('postRelease', { reservation: `${PROJECT}/tranche/1/hold/2` }));
  });

  test('that is lifted before the answer comes changes nothing', () => {
    frozen
      .and(UNFREEZE)
      .when(RESERVED)
      .then(leadsTo('releasing'), knows({ holds: 0 }), orders('freeFunds'));
  });

  test('over funds that are refused holds the tranche', () => {
    frozen
      .when(REFUSED)
      .then(leadsTo('held'), knows({ holds: 0, refusedLimit: 'year/2026/2026' }), orders('freeFunds'));
    frozen.and(REFUSED).when(UNFREEZE).then(leadsTo('claimable'));
  });
});

describe('A payment that is ordered', () => {
  test('is stopped by nothing any more, and ends as released', () => {
    releasing.when(FREEZE).then(stays, knows({ isFrozen: true }));
    releasing.when(CANCEL).then(stays, knows({ isCancelled: true }));
    releasing.and(FREEZE).when(CONFIRMED).then(endsAs('released'));
    releasing.and(CANCEL).when(CONFIRMED).then(endsAs('released'), orders('postDecommit'));
  });

  test('and rejected for certain ends or holds the tranche where that was asked meanwhile', () => {
    releasing.and(CANCEL).when(REJECTED).then(endsAs('cancelled'), orders('freeFunds', reservation), unbound);
    releasing
      .and(FREEZE)
      .when(REJECTED)
      .then(leadsTo('held'), orders('freeFunds', reservation), knows({ holds: 1, isFrozen: false }));
  });
});

describe('A cancellation', () => {
  test.each(['scheduled', 'claimable', 'checking', 'claimed', 'firstApproved'])(
    'ends a tranche that is %s, and what was bound to it is bound no more',
    (path) => {
      inState('tranche', path).when(CANCEL).then(endsAs('cancelled'), orders('freeFunds'), unbound);
    },
  );

  test('ends one that is held', () => {
    inState('tranche', 'claimed')
      .and(FREEZE)
      .when(CANCEL)
      .then(endsAs('cancelled'), orders('freeFunds'), unbound);
  });

  test('while the funds are being reserved gives them back, or needs none', () => {
    reserving.when(CANCEL).then(stays, knows({ isCancelled: true }), orders('postDecommit'));
    reserving
      .and(CANCEL)
      .when(RESERVED)
      .then(endsAs('cancelled'), orders('freeFunds', reservation), unbound, orders('payTranche'));
    reserving.and(CANCEL).when(REFUSED).then(endsAs('cancelled'), orders('freeFunds'), unbound);
    reserving.and(FREEZE, CANCEL).when(RESERVED).then(endsAs('cancelled'), unbound);
  });

  test('is the project’s to order', () => {
    inState('tranche', 'claimable')
      .when(officer('CANCEL_TRANCHE'))
      .then(isRefused('isSystem', { role: 'officer' }));
  });
});
