import { describe, test } from 'vitest';
import { SYSTEM } from '../../src/charts/kernel/types.js';
import {
  endsAs,
  isNotOffered,
  isOver,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
  waitsFor,
} from './support/expected.js';
import { inState } from './support/given.js';
import { filled, freed, project, upheldOf } from './support/lives-call.js';
import { committee, officer, passes, system } from './support/moves.js';

const CALL = 'call/2026/structured/selection';
const ground = '추가 예산';
const EXHAUSTED = system('RESERVE_EXHAUSTED');
const VACANT = { callId: CALL, by: SYSTEM, freed: null };
const COMMITTEE = { person: 'person-committee-1', role: 'committee', org: 'agency' };

const placed = (outcome: string, number = 7) =>
  system('UPHELD_PLACED', { projectId: project(number), outcome, rank: 2 });
const sizes = (capacity: number, more: object = {}) =>
  committee('CHANGE_CAPACITY', { capacity, ground, ...more });
const returned = system('RESERVE_RETURNED', { projectId: project(4) });

const notified = inState('call', 'notified');

describe.each(['notified', 'objections'])('A place, while the call is in %s,', (path) => {
  const here = inState('call', path);

  test('that is given up goes to the next on the reserve', () => {
    here
      .when(freed(1))
      .then(
        stays,
        orders('promoteNext', { callId: CALL, by: SYSTEM, freed: project(1) }),
        knows({ freed: 1, promoted: 0, filling: 1 }),
      );
    here
      .and(freed(1))
      .when(filled(4))
      .then(stays, orders('promoteNext'), knows({ freed: 1, promoted: 1, filling: 0 }));
  });

  test('is one of several that are given up at once: each is filled by an order of its own', () => {
    const two = here.and(freed(1), freed(2));
    two
      .when(freed(3))
      .then(
        orders('promoteNext', { callId: CALL, by: SYSTEM, freed: project(3) }),
        knows({ freed: 3, filling: 3 }),
      );
    two
      .and(freed(3), filled(4), filled(5), EXHAUSTED)
      .when(EXHAUSTED)
      .then(knows({ promoted: 2, filling: 0 }));
  });

  test('stays vacant when the reserve is exhausted, which the agency is told once', () => {
    here
      .and(freed(1))
      .when(EXHAUSTED)
      .then(stays, knows({ reserveExhausted: true, filling: 0 }), notices('agency: reserveExhausted'));
    here
      .and(freed(1), EXHAUSTED, freed(2))
      .when(EXHAUSTED)
      .then(knows({ reserveExhausted: true, freed: 2, filling: 0 }), notices());
  });

  test('that found nobody is tried again when the next one is filled', () => {
    here
      .and(freed(1), EXHAUSTED, freed(2))
      .when(filled(4))
      .then(orders('promoteNext', VACANT), knows({ promoted: 1, filling: 1 }));
  });

  test('that found nobody is tried again where there was more room or reserve by the time of the answer', () => {
    here
      .and(freed(1), freed(2), filled(4))
      .when(EXHAUSTED)
      .then(
        stays,
        orders('promoteNext', VACANT),
        knows({ promoted: 1, filling: 1, askAgain: false, reserveExhausted: false }),
        notices(),
      );
    here
      .and(freed(1), freed(2), filled(4), EXHAUSTED)
      .when(EXHAUSTED)
      .then(orders('promoteNext'), knows({ filling: 0, reserveExhausted: true }));
    here.and(freed(1), returned).when(EXHAUSTED).then(orders('promoteNext', VACANT));
    here
      .and(freed(1), sizes(3, { budget: '1200000000' }))
      .when(EXHAUSTED)
      .then(orders('promoteNext', VACANT));
  });

  test('that found nobody is tried again when a firm is back on the reserve', () => {
    here
      .and(freed(1), EXHAUSTED)
      .when(returned)
      .then(orders('promoteNext', VACANT), knows({ reserveExhausted: false, filling: 1 }));
  });

  test('is not looked for where none is vacant', () => {
    here.when(returned).then(stays, orders('promoteNext'), knows({ filling: 0 }));
    here
      .and(freed(1))
      .when(returned)
      .then(orders('promoteNext'), knows({ filling: 1 }));
  });

  test('is found for an objection that was upheld, where there is one', () => {
    here
      .when(upheldOf(7))
      .then(
        stays,
        orders('placeUpheld', { callId: CALL, by: SYSTEM, projectId: project(7) }),
        knows({ upheld: 0, filling: 1 }),
      );
    here
      .and(freed(1), EXHAUSTED, upheldOf(7))
      .when(placed('selected'))
      .then(knows({ upheld: 1, seated: 1, filling: 0, reserveExhausted: true }), orders('promoteNext'));
  });

  test('is not taken from anybody: without one the objection leads to the head of the reserve', () => {
    here
      .and(upheldOf(7))
      .when(placed('reserve'))
      .then(knows({ upheld: 1, seated: 0, filling: 0, reserveExhausted: false }), orders('promoteNext'));
  });

  test('that is vacant goes to whoever an objection brought onto an exhausted reserve', () => {
    here
      .and(freed(1), EXHAUSTED, upheldOf(7))
      .when(placed('reserve'))
      .then(
        knows({ upheld: 1, seated: 0, filling: 1, reserveExhausted: false }),
        orders('promoteNext', VACANT),
      );
  });

  test('is not found where the objection changes nothing', () => {
    here
      .and(freed(1), EXHAUSTED, upheldOf(7))
      .when(placed('rejected'))
      .then(knows({ upheld: 1, seated: 0, filling: 0 }), orders('promoteNext'));
  });

  test('is given and taken by the service alone', () => {
    for (const type of [
      'PLACE_FREED',
      'OBJECTION_UPHELD',
      'RESERVE_RETURNED',
      'PLACE_FILLED',
      'UPHELD_PLACED',
    ])
      here
        .when(committee(type, { projectId: project(1) }))
        .then(isRefused('isSystem', { role: 'committee' }));
    here.when(committee('RESERVE_EXHAUSTED')).then(isRefused('isSystem'));
  });
});

describe.each(['notified', 'objections'])('The capacity, while the call is in %s,', (path) => {
  const here = inState('call', path);

  test('does not go below the places that firms were told they have', () => {
    here.when(sizes(2)).then(isRefused('isNotBelowPromised', { promised: '3' }));
    here.when(sizes(3)).then(stays, knows({ capacity: 3 }), orders('promoteNext'));
  });

  test('may be lowered by what became free and found nobody', () => {
    here
      .and(freed(1))
      .when(sizes(2))
      .then(isRefused('isNotBelowPromised', { promised: '3' }));
    here
      .and(freed(1), filled(4))
      .when(sizes(2))
      .then(isRefused('isNotBelowPromised', { promised: '3' }));
    here
      .and(freed(1), EXHAUSTED)
      .when(sizes(2))
      .then(stays, knows({ capacity: 2 }));
    here
      .and(freed(1), EXHAUSTED, sizes(2))
      .when(sizes(1))
      .then(isRefused('isNotBelowPromised', { promised: '2' }));
  });

  test('counts the places that objections brought, and those that one may still bring', () => {
    const lowered = here.and(freed(1), EXHAUSTED);
    lowered
      .and(upheldOf(7))
      .when(sizes(2))
      .then(isRefused('isNotBelowPromised', { promised: '3' }));
    lowered.and(upheldOf(7), placed('selected')).when(sizes(2)).then(isRefused('isNotBelowPromised'));
    lowered
      .and(upheldOf(7), placed('rejected'))
      .when(sizes(2))
      .then(knows({ capacity: 2 }));
  });

  test('does not go below what the books hold, where they know of more', () => {
    here
      .and(freed(9), EXHAUSTED)
      .when(sizes(2).booked({ held: '3' }))
      .then(isRefused('isNotBelowPromised', { promised: '3' }));
  });

  test('that is raised gives each new place to the next on the reserve', () => {
    here
      .when(sizes(5))
      .then(
        stays,
        orders('promoteNext', ...[1, 2].map(() => ({ callId: CALL, by: COMMITTEE, freed: null }))),
        knows({ capacity: 5, filling: 2, kept: { freed: [], upheld: [], places: 0 } }),
      );
    here
      .and(sizes(5), filled(4))
      .when(filled(5))
      .then(orders('promoteNext'), knows({ promoted: 2, filling: 0 }));
  });

  test('is raised by at most fifty places at once', () => {
    here.when(sizes(54)).then(isRefused('isFewPlacesAtOnce', { capacity: '3', mostAtOnce: '50' }));
    here.when(sizes(53)).then(knows({ capacity: 53, filling: 50 }));
  });

  test('may be left alone and the budget raised: a place that found nobody is tried again', () => {
    const vacant = here.and(freed(1), EXHAUSTED);
    vacant
      .when(sizes(3, { budget: '1200000000' }))
      .then(
        orders('promoteNext', { callId: CALL, by: COMMITTEE, freed: null }),
        knows({ capacity: 3, budget: '1200000000', filling: 1 }),
      );
  });

  test('is not changed together with a lower budget, which would be somebody’s', () => {
    here
      .when(sizes(3, { budget: '999999999' }))
      .then(isRefused('isBudgetNotLowered', { budget: '1000000000' }));
    inState('call', path, { budget: null })
      .when(sizes(3, { budget: '1000000000' }))
      .then(isRefused('isBudgetNotLowered', { budget: '-' }));
  });

  test('is the committee’s to change', () => {
    here.when(officer('CHANGE_CAPACITY', { capacity: 4, ground })).then(isRefused('isCommittee'));
  });
});

describe('A notified call', () => {
  test('is past objections once their ten days are over, and keeps its reserve list for six months', () => {
    notified
      .when(passes('objection'))
      .then(leadsTo('objections'), waitsFor({ reserve: '2026-12-28T14:59:59.999Z' }));
  });

  test('knows every place that came and went by the time its objections are past', () => {
    notified
      .and(freed(1), filled(4), passes('objection'))
      .when(freed(2))
      .then(leadsTo('objections'), knows({ freed: 2, promoted: 1, filling: 1 }));
  });

  test('takes no further list', () => {
    notified.when(committee('DECIDE_LIST', { listSha256: 'c'.repeat(64) })).then(isNotOffered);
    notified
      .when(officer('EXTEND_WINDOW', { closes: '2026-12-01T09:00:00.000Z', ground }))
      .then(isNotOffered);
  });
});

describe('The reserve list', () => {
  const objections = inState('call', 'objections');
  const ending = inState('call', 'ending');
  const ENDED = system('RESERVE_ENDED', { released: 2 });

  test('ends with its clock', () => {
    objections
      .when(passes('reserve'))
      .then(leadsTo('ending'), orders('endReserve', { callId: CALL, by: SYSTEM }), waitsFor({}));
  });

  test('that has ended concludes the call, and says how many it let go', () => {
    ending.when(ENDED).then(endsAs('concluded'), knows({ released: 2 }), notices('agency: callConcluded'));
  });

  test('that is ending fills no place any more', () => {
    ending.when(freed(1)).then(stays, orders('promoteNext'), knows({ freed: 1, filling: 0 }));
    ending.when(sizes(9)).then(isNotOffered);
    ending.when(returned).then(isNotOffered);
  });

  test('that is ending still answers what was ordered before', () => {
    const last = objections.and(freed(1), passes('reserve'));
    last.when(filled(4)).then(stays, orders('promoteNext'), knows({ promoted: 1, filling: 0 }));
    last.when(EXHAUSTED).then(stays, knows({ reserveExhausted: true }), notices('agency: reserveExhausted'));
  });

  test('waits for an objection that is upheld late: its firm still gets what it ranks for', () => {
    ending
      .when(upheldOf(7))
      .then(stays, orders('placeUpheld', { callId: CALL, by: SYSTEM, projectId: project(7) }));
    ending
      .and(upheldOf(7))
      .when(placed('selected'))
      .then(stays, knows({ upheld: 1, seated: 1 }), orders('promoteNext'));
    ending.and(upheldOf(7)).when(placed('reserve')).then(stays, orders('promoteNext'));
  });

  test('is the service’s to end, once', () => {
    ending.when(officer('RESERVE_ENDED', { released: 0 })).then(isRefused('isSystem'));
    ending.and(ENDED).when(ENDED).then(isOver);
  });

  test('is over when the call is: what becomes free later is nobody’s', () => {
    for (const move of [freed(1), upheldOf(7), returned]) ending.and(ENDED).when(move).then(isOver);
  });
});
