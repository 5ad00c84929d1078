import { describe, test } from 'vitest';
import {
  endsAs,
  isNotOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
} from './support/expected.js';
import { given, inState } from './support/given.js';
import { approved, claimed, opened, paid } from './support/lives.js';
import { approver, officer, system } from './support/moves.js';

const FREEZE = system('FREEZE');
const UNFREEZE = system('UNFREEZE');
const CANCEL = system('CANCEL_TRANCHE');
const RESERVED = system('FUNDS_RESERVED');
const REFUSED = system('FUNDS_REFUSED', { limit: 'year/2026' });
const CLAIM = claimed.slice(1);
const reservation = { reservation: 'project/2026/structured/0001/tranche/1' };

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
          knows({ claim: null, sums: null, firstApprover: [], resumeTo: 'claimable' }),
          orders('tellProject', { event: 'TRANCHE_CHANGED', data: { no: 1, state: 'held', released: '0' } }),
        );
    },
  );

  test('that is lifted lets the firm claim anew; the cash that it paid in still counts', () => {
    const held = inState('tranche', 'firstApproved').and(FREEZE);
    held.when(UNFREEZE).then(leadsTo('claimable'), notices('company-0001: trancheClaimable'));
    held.and(UNFREEZE).when(approved[1]).then(isNotOffered);
    held
      .and(UNFREEZE, ...CLAIM, ...approved)
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
    inState('tranche', 'checking')
      .and(FREEZE)
      .when(system('CLAIM_CHECKED', { companySum: '0', yearSum: '0' }))
      .then(isNotOffered);
  });
});

describe('A freeze while the funds are being reserved', () => {
  const frozen = reserving.and(FREEZE);

  test('is remembered', () => {
    reserving.when(FREEZE).then(stays, knows({ isFrozen: true }), orders('tellProject'));
  });

  test('keeps the payment from being ordered: the tranche is held, and so are its funds', () => {
    frozen
      .when(RESERVED)
      .then(
        leadsTo('held'),
        knows({ isFrozen: false, isReserved: true, claim: null, resumeTo: 'claimable' }),
        orders('payTranche'),
        orders('freeFunds'),
      );
  });

  test('that is lifted before the answer comes changes nothing', () => {
    frozen
      .and(UNFREEZE)
      .when(RESERVED)
      .then(leadsTo('releasing'), knows({ isReserved: false }));
  });

  test('over funds that are refused holds the tranche', () => {
    frozen.when(REFUSED).then(leadsTo('held'), knows({ isReserved: false, refusedLimit: 'year/2026' }));
    frozen.and(REFUSED).when(UNFREEZE).then(leadsTo('claimable'));
  });
});

describe('Funds that are held for a tranche that was frozen', () => {
  const held = reserving.and(FREEZE, RESERVED);
  const claimedAgain = held.and(UNFREEZE, ...CLAIM.slice(0, 1));

  test('pay it once it is claimed and approved anew', () => {
    const again = claimedAgain.and(
      system('CLAIM_CHECKED', { companySum: '200000000', yearSum: '200000000' }),
    );
    again
      .and(...approved)
      .when(RESERVED)
      .then(leadsTo('releasing'));
    again
      .and(...approved, RESERVED)
      .when(paid[1])
      .then(endsAs('released'));
  });

  test('are not counted twice against the ceilings', () => {
    claimedAgain
      .when(system('CLAIM_CHECKED', { companySum: '1500000000', yearSum: '43400000000' }))
      .then(knows({ sums: { companySum: '1300000000', yearSum: '43200000000' } }));
    claimedAgain
      .and(system('CLAIM_CHECKED', { companySum: '1500000000', yearSum: '43400000000' }))
      .when(approved[0])
      .then(leadsTo('firstApproved'));
  });

  test('are not subtracted from an answer that is older than they are', () => {
    claimedAgain
      .when(system('CLAIM_CHECKED', { companySum: '0', yearSum: '199999999' }))
      .then(knows({ sums: { companySum: '0', yearSum: '199999999' } }));
  });

  test('are given back with the tranche: cancelled or refused', () => {
    held.when(CANCEL).then(endsAs('cancelled'), orders('freeFunds', reservation));
    held.and(UNFREEZE).when(CANCEL).then(endsAs('cancelled'), orders('freeFunds', reservation));
    const again = claimedAgain.and(
      system('CLAIM_CHECKED', { companySum: '200000000', yearSum: '200000000' }),
    );
    again
      .when(approver('REFUSE_CLAIM', { ground: 'not-eligible-cost' }))
      .then(endsAs('refused'), orders('freeFunds', reservation));
    again.when(CANCEL).then(endsAs('cancelled'), orders('freeFunds', reservation));
  });
});

describe('A payment that is ordered', () => {
  test('is stopped by nothing any more, and ends as released', () => {
    releasing.when(FREEZE).then(stays, knows({ isFrozen: true }));
    releasing.when(CANCEL).then(stays, knows({ isCancelled: true }));
    releasing.and(FREEZE).when(paid[1]).then(endsAs('released'));
    releasing.and(CANCEL).when(paid[1]).then(endsAs('released'));
  });
});

describe('A cancellation', () => {
  test.each(['scheduled', 'claimable', 'checking', 'claimed', 'firstApproved'])(
    'ends a tranche that is %s, and there are no funds to give back',
    (path) => {
      inState('tranche', path).when(CANCEL).then(endsAs('cancelled'), orders('freeFunds'));
    },
  );

  test('ends one that is held', () => {
    inState('tranche', 'claimed').and(FREEZE).when(CANCEL).then(endsAs('cancelled'), orders('freeFunds'));
  });

  test('while the funds are being reserved gives them back, or needs none', () => {
    reserving.when(CANCEL).then(stays, knows({ isCancelled: true }));
    reserving
      .and(CANCEL)
      .when(RESERVED)
      .then(endsAs('cancelled'), orders('freeFunds', reservation), orders('payTranche'));
    reserving.and(CANCEL).when(REFUSED).then(endsAs('cancelled'), orders('freeFunds'));
    reserving.and(FREEZE, CANCEL).when(RESERVED).then(endsAs('cancelled'));
  });

  test('is the project’s to order', () => {
    inState('tranche', 'claimable')
      .when(officer('CANCEL_TRANCHE'))
      .then(isRefused('isSystem', { role: 'officer' }));
  });
});
